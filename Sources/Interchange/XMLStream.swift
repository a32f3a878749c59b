internal import CExpat
import Foundation

/// Reads XML as a stream of events, by expat: elements and text, nothing held in memory but what the listener keeps.
///
/// A document type is refused, so that no entity of a file's own is ever expanded ("billion laughs"). Elements are named without
/// their prefix. For one thread at a time.
final class XMLStream {
    /// The attributes of an element, valid during its event.
    struct Attributes {
        fileprivate let first: UnsafeMutablePointer<UnsafePointer<CChar>?>?

        /// The value of an attribute by its name without a prefix; the pointer dies with the event.
        func raw(_ name: StaticString) -> UnsafePointer<CChar>? {
            guard var place = first else { return nil }
            while let key = place[0] {
                if isEqual(XMLStream.local(key), name) { return place[1] }
                place += 2
            }
            return nil
        }

        subscript(name: StaticString) -> String? { raw(name).map { String(cString: $0) } }
    }

    /// What happens to a document; the first error ends it.
    protocol Listener: AnyObject {
        func begin(_ name: UnsafePointer<CChar>, _ attributes: Attributes) throws(InterchangeError)
        func end(_ name: UnsafePointer<CChar>) throws(InterchangeError)
        func text(_ bytes: UnsafeBufferPointer<UInt8>)
    }

    private let listener: any Listener
    private let name: String
    private let parser: XML_Parser
    private var failure: InterchangeError?

    /// Reads a document to its end.
    ///
    /// - Parameter name: the name to say in errors.
    /// - Throws: ``InterchangeError`` of kind badData, or what the listener throws.
    static func read(_ bytes: [UInt8], name: String, _ listener: any Listener) throws(InterchangeError) {
        guard let parser = XML_ParserCreate(nil) else {
            throw InterchangeError(.readFailed, "cannot begin to read XML: no memory", file: name)
        }
        defer { XML_ParserFree(parser) }
        try XMLStream(listener, name, parser).read(bytes)
    }

    private init(_ listener: any Listener, _ name: String, _ parser: XML_Parser) {
        self.listener = listener
        self.name = name
        self.parser = parser
    }

    private func read(_ bytes: [UInt8]) throws(InterchangeError) {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { XMLStream.of($0)?.begin($1, $2) }, { XMLStream.of($0)?.end($1) })
        XML_SetCharacterDataHandler(parser) { XMLStream.of($0)?.text($1, Int($2)) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            XMLStream.of(data)?.stop(
                InterchangeError(.badData, "the XML has a document type, which no workbook has"))
        }
        // In pieces: a length is a C int.
        let piece = 1 << 24
        var start = 0
        repeat {
            let end = min(start + piece, bytes.count)
            let status = bytes.withUnsafeBytes { whole in
                XML_Parse(
                    parser, whole.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self),
                    Int32(end - start),
                    end == bytes.count ? 1 : 0)
            }
            if var failure {
                if failure.file == nil { failure.file = name }
                throw failure
            }
            guard status == XML_STATUS_OK else { throw fault() }
            start = end
        } while start < bytes.count
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
        data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func begin(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        guard failure == nil, let name else { return }
        do { try listener.begin(Self.local(name), Attributes(first: attributes)) } catch { stop(error) }
    }

    private func end(_ name: UnsafePointer<CChar>?) {
        guard failure == nil, let name else { return }
        do { try listener.end(Self.local(name)) } catch { stop(error) }
    }

    private func text(_ text: UnsafePointer<CChar>?, _ count: Int) {
        guard failure == nil, let text else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: count) {
            listener.text(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    private func stop(_ error: InterchangeError) {
        failure = failure ?? error
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    /// A name without its prefix.
    fileprivate static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
        strchr(name, Int32(UInt8(ascii: ":"))).map { UnsafePointer($0 + 1) } ?? name
    }

    private func fault() -> InterchangeError {
        let text = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "unknown error"
        return InterchangeError(.badData, "the XML is damaged: \(text)", file: name)
    }
}

/// Whether a C string is this one.
func isEqual(_ text: UnsafePointer<CChar>, _ other: StaticString) -> Bool {
    other.utf8Start.withMemoryRebound(to: CChar.self, capacity: other.utf8CodeUnitCount + 1) { strcmp(text, $0) == 0 }
}
