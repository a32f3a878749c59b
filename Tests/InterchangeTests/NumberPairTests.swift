import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("Numbers of two columns")
struct NumberPairTests {
    /// A cell as files have them, and now and then one that is no number.
    static func cell(_ random: inout SeededGenerator) -> String {
        func digits(_ range: ClosedRange<Int>) -> String {
            String((0..<Int.random(in: range, using: &random)).map { _ in "0001234569".randomElement(using: &random)! })
        }
        let sign = ["", "", "-", "+"].randomElement(using: &random)!
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return sign + digits(1...9)
        case 1:
            return ["", "nan", "-", ".", "-.", "1e3", " 2.5", "2.5 ", "1.2.3", "4,5", "é"].randomElement(
                using: &random)!
        case 2: return sign + digits(0...8) + "." + digits(0...10)
        case 3: return sign + digits(1...3) + "." + digits(1...3) + ["x", "-", ":", "/"].randomElement(using: &random)!
        default: return sign + digits(1...3) + "." + digits(6...8)
        }
    }

    @Test("the numbers of a batch are those of its cells, whether it has quotes or not", arguments: [",", ";", "\t"])
    func twin(_ delimiter: String) throws {
        for seed in UInt64(1)...400 {
            var random = SeededGenerator(seed: seed)
            let decimalComma = seed % 5 == 0
            let quotes = seed % 3 == 0
            let lines = (0..<60).map { _ in
                let cells = (0..<Int.random(in: 1...7, using: &random)).map { _ in
                    let cell = Self.cell(&random).replacingOccurrences(of: delimiter, with: "")
                    return quotes && Int.random(in: 0..<4, using: &random) == 0 ? "\"\(cell)\"" : cell
                }
                return cells.joined(separator: delimiter)
            }
            let text = "a\(delimiter)b\n" + lines.joined(separator: "\n") + "\n"
            let reader = try CSVReader(
                ByteSource(bytes: Array(text.utf8)),
                stated: .init(delimiter: delimiter.utf8.first!, encoding: .utf8, decimalComma: decimalComma),
                batchBytes: Int.random(in: 20...4000, using: &random))
            let columns = (x: Int.random(in: 0..<4, using: &random), y: Int.random(in: 0..<4, using: &random))
            var cells = CSVCells()
            while let batch = try reader.nextBatch() {
                try check(batch, columns, &cells, seed)
            }
        }
    }

    private func check(_ batch: RowBatch, _ columns: (x: Int, y: Int), _ cells: inout CSVCells, _ seed: UInt64) throws {
        let nothing = CSVNumberPair(x: 0, y: 0, cellCount: 0, xText: .none, yText: .none)
        var pairs = [CSVNumberPair](repeating: nothing, count: batch.count)
        pairs.withUnsafeMutableBufferPointer {
            batch.readNumbers(0..<batch.count, columns: columns, using: &cells, into: $0)
        }
        for (row, pair) in pairs.enumerated() {
            batch.withRecord(row, using: &cells) { record in
                let place = "seed \(seed): \(record.text(columns.x)) and \(record.text(columns.y))"
                #expect(Int(pair.cellCount) == record.count, "\(place)")
                for (column, value, text) in [(columns.x, pair.x, pair.xText), (columns.y, pair.y, pair.yText)] {
                    let comma = batch.dialect.decimalComma
                    let known = parseDouble(record.cell(column), decimalComma: comma) ?? .nan
                    #expect(value.bitPattern == known.bitPattern || (value.isNaN && known.isNaN), "\(place)")
                    guard text.length > 0 else { continue }
                    var buffer = OutputBuffer()
                    buffer.append(fixed: value, decimals: 7, trimmed: true)
                    let bytes = record.raw[Int(text.start)..<Int(text.start + text.length)]
                    #expect(String(decoding: bytes, as: UTF8.self) == buffer.string, "\(place)")
                }
            }
        }
    }

    @Test("ordinary coordinates can be taken over as they stand, without the zeros at their end")
    func texts() throws {
        let text = "x,y\n2.3522219,48.8566000\n-1.5,-0.0\n007.5,3\n"
        let reader = try CSVReader(ByteSource(bytes: Array(text.utf8)))
        let batch = try #require(try reader.nextBatch())
        var cells = CSVCells()
        var pairs = [CSVNumberPair](
            repeating: .init(x: 0, y: 0, cellCount: 0, xText: .none, yText: .none), count: batch.count)
        pairs.withUnsafeMutableBufferPointer { batch.readNumbers(0..<3, columns: (0, 1), using: &cells, into: $0) }
        #expect(pairs.map(\.xText.length) == [9, 4, 0] && pairs.map(\.yText.length) == [7, 0, 1])
        #expect(pairs.map(\.x) == [2.3522219, -1.5, 7.5] && pairs.map(\.y) == [48.8566, 0, 3])
    }

    @Test("thousandths are written as any fixed number of decimals is")
    func thousandths() {
        for seed in UInt64(1)...50_000 {
            var random = SeededGenerator(seed: seed)
            let value =
                switch Int.random(in: 0..<5, using: &random) {
                case 0: Double.random(in: -1...1, using: &random)
                case 1: Double.random(in: -1e6...1e6, using: &random)
                case 2: Double(Int.random(in: -4000...4000, using: &random)) / 2000
                case 3: Double.random(in: -1e12...1e12, using: &random)
                default: [0, -0.0, -0.0004, 0.0005, -0.0005, 999.9995, 0.9995].randomElement(using: &random)!
                }
            var buffer = OutputBuffer()
            buffer.append(fixed: value, decimals: 3)
            var bytes = [UInt8](repeating: 0, count: 20)
            let count = bytes.withUnsafeMutableBufferPointer { writeThousandths(value, to: $0.baseAddress!) }
            #expect(String(decoding: bytes[..<count], as: UTF8.self) == buffer.string, "seed \(seed): \(value)")
        }
    }
}
