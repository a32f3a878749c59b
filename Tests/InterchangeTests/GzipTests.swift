import Foundation
import Interchange
import TestSupport
import Testing

@Suite("Gzip")
struct GzipTests {
    /// `lon;lat`, a line of numbers and a line with a quoted semicolon, as gzip compresses them.
    static let example: [UInt8] = {
        let digits = Array(
            "1f8b0800000000000203cbc9cfb3ce492ce132d231b536b1d0b1e43abcd25a29d13a49890b003c7dafa31a000000".utf8)
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)!
        }
    }()

    static let text = "lon;lat\n2,5;48,9\né;\"a;b\"\n"

    static func inflate(_ bytes: [UInt8]) throws -> String {
        String(decoding: try ByteSource(bytes: bytes, name: "a.gz").readAll(), as: UTF8.self)
    }

    @Test("one member, several members, zeros after them")
    func members() throws {
        #expect(try Self.inflate(Self.example) == Self.text)
        #expect(try Self.inflate(Self.example + storedGzip([]) + Self.example) == Self.text + Self.text)
        #expect(try Self.inflate(Self.example + [0, 0, 0]) == Self.text)
        #expect(try ByteSource(bytes: Self.example, inflates: false).readAll() == Self.example)
    }

    @Test("cut at any byte it is an error, with the file's name")
    func truncated() throws {
        for count in 3..<Self.example.count {
            let error = #expect(throws: InterchangeError.self) { try Self.inflate(Array(Self.example[..<count])) }
            #expect(error?.description == "error: the gzip data is cut short\n  --> a.gz")
        }
    }

    @Test("a changed byte is an error or changes nothing")
    func corrupt() throws {
        for index in 2..<Self.example.count {
            for flip in [UInt8(1), 0x80, 0xFF] {
                var bytes = Self.example
                bytes[index] ^= flip
                do {
                    #expect(try Self.inflate(bytes) == Self.text, "byte \(index)")
                } catch {
                    #expect((error as? InterchangeError)?.kind == .badData)
                }
            }
        }
        let error = #expect(throws: InterchangeError.self) { try Self.inflate(Self.example + [1, 2]) }
        #expect(error?.message == "there is something after the gzip data")
    }

    @Test("reading by single bytes gives the same")
    func singleBytes() throws {
        let source = try ByteSource(bytes: Self.example + Self.example)
        var all: [UInt8] = []
        var one: [UInt8] = [0]
        while try source.read(into: &one) == 1 { all += one }
        #expect(String(decoding: all, as: UTF8.self) == Self.text + Self.text)
    }
}
