import Interchange
import TestSupport
import Testing

@Suite("CSV writer")
struct CSVWriterTests {
    @Test("cells are quoted only where they must be")
    func quoting() {
        var writer = CSVWriter(dialect: CSVDialect(delimiter: UInt8(ascii: ";"), newline: .crlf))
        for cell in ["a", "", "b;c", "d\"e", "f\ng", "h\ri", " j", "k ", "l,m", "tab\t"] { writer.append(cell) }
        writer.endRecord()
        writer.append(integer: -3)
        writer.append(fixed: 2.345, decimals: 2)
        writer.append(shortest: 0.1)
        writer.append(fixed: .nan, decimals: 2)
        writer.appendEmpty(2)
        writer.endRecord()
        #expect(
            writer.output.string
                == "a;;\"b;c\";\"d\"\"e\";\"f\ng\";\"h\ri\";\" j\";\"k \";l,m;tab\t\r\n-3;2.35;0.1;;;\r\n")
    }

    @Test("numbers have the dialect's decimal mark, in quotes where it is the separator too")
    func decimalComma() {
        var french = CSVWriter(dialect: CSVDialect(delimiter: UInt8(ascii: ";"), decimalComma: true))
        french.append(fixed: 48.85, decimals: 3)
        french.append(shortest: 2)
        var odd = CSVWriter(dialect: CSVDialect(decimalComma: true))
        odd.append(fixed: 48.85, decimals: 3)
        odd.append(integer: 4)
        #expect(french.output.string == "48,850;2" && odd.output.string == "\"48,850\",4")
    }

    @Test("Windows-1252 has a byte for each French character, and ? for others")
    func windows1252() {
        let dialect = CSVDialect(delimiter: UInt8(ascii: ";"), encoding: .windows1252)
        var writer = CSVWriter(dialect: dialect)
        writer.appendByteOrderMark()
        writer.append("œuvre à 3 € ’Ÿ’")
        writer.append("日;本")
        #expect(TextEncoding.windows1252.string(writer.output.bytes) == "œuvre à 3 € ’Ÿ’;\"?;?\"")
        let all = [UInt8](0...255)
        #expect(TextEncoding.windows1252.bytes(TextEncoding.windows1252.string(all)) == all)
    }

    @Test("a byte order mark is written where the dialect has one")
    func mark() {
        var writer = CSVWriter(dialect: CSVDialect(encoding: .utf8WithBOM))
        writer.appendByteOrderMark()
        writer.append("é")
        #expect(writer.output.bytes == [0xEF, 0xBB, 0xBF, 0xC3, 0xA9])
        #expect(TextEncoding.utf8.bytes("é") == [0xC3, 0xA9])
    }

    @Test("what is written is read back, raw records unchanged")
    func roundTrip() throws {
        for seed in UInt64(1)...300 {
            var random = SeededGenerator(seed: seed)
            let dialect = CSVDialect(
                delimiter: CSVDialect.delimiters.randomElement(using: &random)!,
                newline: [.lf, .crlf, .cr].randomElement(using: &random)!)
            let alphabet = Array("\";,|\t\n\r ab€")
            let rows = (0..<10).map { _ in
                (0..<4).map { _ in
                    String(
                        (0..<Int.random(in: 0...20, using: &random)).map { _ in alphabet.randomElement(using: &random)!
                        })
                }
            }
            var writer = CSVWriter(dialect: dialect)
            writer.append("w;x")
            for name in ["x", "y", "z"] { writer.append(name) }
            writer.endRecord()
            for row in rows {
                for cell in row { writer.append(cell) }
                writer.endRecord()
            }
            let stated = CSVDialect.Override(delimiter: dialect.delimiter, newline: dialect.newline, encoding: .utf8)
            let reader = try CSVReader(ByteSource(bytes: writer.output.bytes), stated: stated)
            var again = CSVWriter(dialect: dialect)
            again.append(raw: reader.header.raw)
            again.endRecord()
            var found: [[String]] = []
            while let batch = try reader.nextBatch() {
                for index in 0..<batch.count {
                    found.append(batch.texts(index))
                    batch.withRaw(index) { again.append(raw: $0) }
                    again.endRecord()
                }
            }
            #expect(found == rows, "seed \(seed)")
            #expect(again.output.bytes == writer.output.bytes, "seed \(seed)")
        }
    }

    @Test("a text that begins as a formula gets an apostrophe, a number with its sign and a lone sign do not")
    func formulas() {
        for text in ["=1+1", "-1+1", "+A1", "@SUM(A1)", "-2-3", "\tx", "+33 6"] {
            #expect(text.asPlainCell == "'" + text)
        }
        for text in ["-12.9", "+3,5", "-", "", "a=b", "12"] { #expect(text.asPlainCell == text) }
    }
}
