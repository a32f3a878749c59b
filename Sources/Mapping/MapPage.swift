import Foundation
public import Interchange
import Provenance
import Reports
import Wording

extension MapDocument {
    /// The map as one page that needs nothing else: style, script and data are in it, and a policy forbids it to reach for anything.
    ///
    /// With ``background`` the policy allows pictures of that origin, which the reader switches on. Coordinates are rounded to a
    /// millionth of a degree (11 cm). The script and the style are allowed by their SHA-256. O(vertices).
    public func page() -> OutputBuffer {
        let style = Self.resource(PackageResources.page_css)
        let script = Self.resource(PackageResources.view_js) + "\n" + Self.resource(PackageResources.page_js)
        var values = [
            "lang": language.rawValue, "version": htmlEscaped(version), "title": htmlEscaped(title),
            "subtitle": htmlEscaped(subtitle), "policy": policy(style: style, script: script), "style": style,
            "script": script, "notices": noticesMarkup, "sources": sourcesMarkup, "data": MapPageData(self).text,
        ]
        for word in MapWords.all(language) { values["word:\(word.name)"] = htmlEscaped(word.text) }
        var buffer = OutputBuffer(capacity: 1 << 16)
        Self.fill(Self.resource(PackageResources.page_html), with: values, into: &buffer)
        return buffer
    }

    /// Writes a text with each `{{name}}` replaced by its value, in one pass: values are not looked through again.
    private static func fill(_ template: String, with values: [String: String], into buffer: inout OutputBuffer) {
        for (i, part) in template.components(separatedBy: "{{").enumerated() {
            guard i > 0, let end = part.range(of: "}}") else {
                buffer.append(part)
                continue
            }
            guard let value = values[String(part[..<end.lowerBound])] else {
                preconditionFailure("the page asks for \(part[..<end.lowerBound])")
            }
            buffer.append(value)
            buffer.append(String(part[end.upperBound...]))
        }
    }

    private static func resource(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    private func policy(style: String, script: String) -> String {
        func hash(_ text: String) -> String {
            "'sha256-\(Data(SHA256Digest(of: Array(text.utf8)).bytes).base64EncodedString())'"
        }
        let pictures = background.map { " \($0.origin)" } ?? ""
        return "default-src 'none'; script-src \(hash(script)); style-src \(hash(style)); img-src data:\(pictures); "
            + "base-uri 'none'; form-action 'none'"
    }

    private var version: String { provenance.value["program"]?["version"]?.string ?? "" }

    private var noticesMarkup: String {
        guard !notices.isEmpty else { return "" }
        let items = notices.map { "<li>\(htmlEscaped($0))</li>" }.joined()
        return "<ul class=\"notice\" aria-label=\"\(language("À savoir", "Good to know"))\">\(items)</ul>"
    }

    private var sourcesMarkup: String {
        let sentences = method.map { "<li>\(htmlEscaped($0))</li>" }.joined()
        let lines = MapSources(provenance, language).lines.map { line in
            let sum = line.sha256.map { ", SHA-256 <code>\(htmlEscaped($0))</code>" } ?? ""
            return "<dt>\(htmlEscaped(line.label))</dt><dd>\(htmlEscaped(line.file))\(sum)</dd>"
        }
        return "<ul>\(sentences)</ul>\n<dl>\n\(lines.joined(separator: "\n"))\n</dl>"
    }
}
