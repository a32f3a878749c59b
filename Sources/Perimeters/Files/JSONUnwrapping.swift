import Foundation
import Interchange

/// The bytes of GeoJSON that other forms of text hold: UTF-16, a script, a line for each feature.
///
/// Every line stays where it is, so that messages name the lines of the file.
struct JSONUnwrapping {
    private(set) var bytes: [UInt8]
    /// What was unwrapped, a sentence each.
    private(set) var notes: [String] = []

    init(_ bytes: [UInt8], name: String) {
        self.bytes = bytes
        decodeUTF16(name)
        unwrapScript(name)
        joinLines(name)
    }

    private mutating func decodeUTF16(_ name: String) {
        let encoding: String.Encoding
        if bytes.starts(with: [0xFF, 0xFE]) {
            encoding = .utf16LittleEndian
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            encoding = .utf16BigEndian
        } else {
            return
        }
        guard let text = String(bytes: bytes.dropFirst(2), encoding: encoding) else { return }
        bytes = Array(text.utf8)
        notes.append("\(name) is in UTF-16: read as such")
    }

    /// Cuts `var qpv = {…};` and `callback({…})` down to the object.
    private mutating func unwrapScript(_ name: String) {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }),
            bytes[first] | 0x20 >= UInt8(ascii: "a") && bytes[first] | 0x20 <= UInt8(ascii: "z"),
            let open = bytes[..<min(bytes.count, first + 500)].firstIndex(of: UInt8(ascii: "{")),
            let close = bytes.lastIndex(of: UInt8(ascii: "}")), close > open
        else { return }
        let head = String(decoding: bytes[first..<open], as: UTF8.self)
        guard head.contains("=") || head.contains("(") else { return }
        for i in bytes.indices where !(open...close).contains(i) && bytes[i] != 0x0A { bytes[i] = 0x20 }
        notes.append("\(name) is JavaScript: its object was read as GeoJSON")
    }

    /// Makes a collection of features that follow each other, as GeoJSONSeq and newline-delimited GeoJSON have them.
    private mutating func joinLines(_ name: String) {
        let head = String(decoding: bytes.prefix(400), as: UTF8.self)
        guard head.contains("\"Feature\""), !head.contains("FeatureCollection") else { return }
        var depth = 0
        var isText = false, isEscaped = false
        var ends: [Int] = []
        for (i, byte) in bytes.enumerated() {
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { ends.append(i) }
            default: break
            }
        }
        guard ends.count > 1 else { return }
        var joined = Array(#"{"type":"FeatureCollection","features":["#.utf8)
        joined.reserveCapacity(bytes.count + ends.count + 50)
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for (number, end) in ends.enumerated() {
            // A record separator may stand in front of each.
            joined += bytes[start...end].map { $0 == 0x1E ? 0x20 : $0 }
            if number < ends.count - 1 { joined.append(UInt8(ascii: ",")) }
            start = end + 1
        }
        joined += Array("]}".utf8)
        bytes = joined
        notes.append("\(name) holds lines of GeoJSON (newline-delimited): \(ends.count) features")
    }
}
