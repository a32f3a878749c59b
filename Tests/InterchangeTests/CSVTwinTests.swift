import Foundation
import Interchange
import TestSupport
import Testing

@Suite("CSV against its plain twin")
struct CSVTwinTests {
    /// Short texts of the bytes that matter; now and then a long cell.
    static func text(_ random: inout SeededGenerator) -> [UInt8] {
        let alphabet = Array("\"\"\";;,,\n\n\r\nab \t|é\u{A0}".utf8) + [0xE9, 0x22, 0x3B]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            bytes.append(alphabet.randomElement(using: &random)!)
            if Int.random(in: 0..<40, using: &random) == 0 { bytes += [UInt8](repeating: 0x78, count: 50) }
        }
        return bytes
    }

    struct Outcome: Equatable {
        var records: [PlainCSV.Record] = []
        var unclosedLine: Int?
    }

    /// Everything that the reader says of a source, the header being a record like any other.
    static func outcome(
        _ source: ByteSource, delimiter: UInt8, newline: CSVDialect.Newline, batchBytes: Int
    ) throws -> Outcome {
        var outcome = Outcome()
        do {
            let reader = try CSVReader(
                source, stated: .init(delimiter: delimiter, newline: newline, encoding: .utf8), header: .absent,
                batchBytes: batchBytes, sampleBytes: 16)
            var cells = CSVCells()
            while let batch = try reader.nextBatch() {
                for index in 0..<batch.count {
                    batch.withRecord(index, using: &cells) { record in
                        outcome.records.append(
                            PlainCSV.Record(
                                cells: (0..<record.count).map { Array(record.cell($0)) }, raw: Array(record.raw),
                                line: record.line))
                    }
                    #expect(batch.withRaw(index) { Array($0) } == outcome.records.last?.raw)
                    #expect(batch.line(index) == outcome.records.last?.line)
                    let raw = outcome.records.last?.raw ?? []
                    #expect(batch.hasInvalidText(index) == (String(validating: raw, as: UTF8.self) == nil))
                }
            }
        } catch {
            if error.message.contains("empty") { return outcome }
            #expect(error.kind == .badData)
            #expect(error.message == "quoted field is never closed", "\(error)")
            outcome.unclosedLine = error.line
        }
        return outcome
    }

    static func expected(_ bytes: [UInt8], _ delimiter: UInt8, _ newline: CSVDialect.Newline) -> Outcome {
        let plain = PlainCSV(bytes, delimiter: delimiter, terminator: newline == .cr ? 0x0D : 0x0A)
        return Outcome(records: plain.records, unclosedLine: plain.unclosedLine)
    }

    @Test(
        "every batch size gives the records of the plain twin",
        arguments: [CSVDialect.Newline.lf, .crlf, .cr])
    func batchSizes(_ newline: CSVDialect.Newline) throws {
        for seed in UInt64(1)...400 {
            var random = SeededGenerator(seed: seed)
            let delimiter = [UInt8(ascii: ";"), UInt8(ascii: ",")].randomElement(using: &random)!
            let bytes = Self.text(&random)
            let expected = Self.withoutBlanks(Self.expected(bytes, delimiter, newline))
            for size in [1, 2, 3, 7, 16, 64, 1 << 20] {
                let found = try Self.outcome(
                    ByteSource(bytes: bytes), delimiter: delimiter, newline: newline, batchBytes: size)
                #expect(
                    found == expected, "seed \(seed), batch \(size): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    /// Blank lines are left out, before the header always, after it unless it has one cell.
    static func withoutBlanks(_ outcome: Outcome) -> Outcome {
        var outcome = outcome
        guard let first = outcome.records.firstIndex(where: { !$0.raw.isEmpty }) else {
            return Outcome(records: [], unclosedLine: outcome.unclosedLine)
        }
        let isSingle = outcome.records[first].cells.count == 1
        outcome.records = outcome.records.enumerated().filter { index, record in
            !record.raw.isEmpty || (isSingle && index > first)
        }.map(\.element)
        return outcome
    }

    @Test("a pipe gives what a file gives, gzip what plain bytes give")
    func sources() throws {
        OutputFile.reportBrokenPipes()
        let folder = try TemporaryFolder()
        for seed in UInt64(1000)...1060 {
            var random = SeededGenerator(seed: seed)
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...200, using: &random) { bytes += Self.text(&random) }
            let size = [5, 100, 1 << 12].randomElement(using: &random)!
            func outcome(_ source: ByteSource) throws -> Outcome {
                try Self.outcome(source, delimiter: UInt8(ascii: ";"), newline: .lf, batchBytes: size)
            }
            let whole = try outcome(ByteSource(bytes: bytes))
            let path = try folder.write(bytes, to: "a.csv")
            #expect(try outcome(ByteSource(path: path)) == whole, "seed \(seed), file")
            let pipe = try DribblingPipe(bytes, seed: seed)
            #expect(try outcome(pipe.source()) == whole, "seed \(seed), pipe")
            let cut = Int.random(in: 0...bytes.count, using: &random)
            let zipped = storedGzip(Array(bytes[..<cut])) + storedGzip(Array(bytes[cut...]))
            #expect(try outcome(ByteSource(bytes: zipped)) == whole, "seed \(seed), gzip of two members")
        }
    }
}
