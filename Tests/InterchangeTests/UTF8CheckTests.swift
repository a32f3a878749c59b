import TestSupport
import Testing

@testable import Interchange

@Suite("UTF-8")
struct UTF8CheckTests {
    static func agrees(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { UTF8Check.isValid($0) } == (String(validating: bytes, as: UTF8.self) != nil)
    }

    @Test("every sequence of two bytes, and of three behind each lead byte, as the standard library judges it")
    func exhaustive() {
        #expect(Self.agrees([]))
        for first in UInt8.min...UInt8.max {
            #expect(Self.agrees([first]))
            for second in UInt8.min...UInt8.max where !Self.agrees([first, second]) {
                Issue.record("\(first) \(second)")
            }
        }
        let edges: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
        for first in UInt8(0xC0)...UInt8.max {
            for second in edges {
                for third in edges {
                    #expect(Self.agrees([first, second, third]))
                    for fourth in edges { #expect(Self.agrees([first, second, third, fourth])) }
                }
            }
        }
    }

    @Test("a wrong byte is found wherever it stands in a text")
    func positions() {
        let text = Array("12 rue de l’Église, bât. Ç — 57000 METZ 😀 fin".utf8)
        #expect(Self.agrees(text))
        for index in text.indices {
            for byte in [UInt8(0x80), 0xC3, 0xE9, 0xFF] {
                var changed = text
                changed[index] = byte
                #expect(Self.agrees(changed), "byte \(index)")
                #expect(Self.agrees(Array(changed[...index])), "cut behind byte \(index)")
            }
        }
    }
}
