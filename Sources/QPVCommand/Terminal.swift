import Foundation
import Interchange
import QPVKit
import QPVService
import Synchronization

/// Standard output and standard error: answers, notices, and progress when somebody looks.
enum Terminal {
    /// Whether standard error is a terminal.
    static let isInteractive = isatty(STDERR_FILENO) == 1

    /// Prints one message on standard error; one that cannot be written is lost, which is no reason to stop.
    static func say(_ message: String) {
        line.withLock { $0.clear() }
        writeToStandardError(limited(shown(message)) + "\n")
    }

    /// The beginning of a message, at most 4 kB with its newline: a name of a user's file can have any length.
    private static func limited(_ message: String) -> String {
        let limit = 4096 - 1
        guard message.utf8.count > limit else { return message }
        return message.bytes(atMost: limit - "…".utf8.count) + "…"
    }

    /// Prints an answer and a newline on standard output.
    ///
    /// - Throws: ``InterchangeError`` when it cannot be written: an answer never gets lost in silence.
    static func put(_ answer: String) throws {
        line.withLock { $0.clear() }
        let text = shown(answer)
        try OutputFile(path: "-").write(text.hasSuffix("\n") ? text : text + "\n")
    }

    /// A text with each control character as `\u001b`, line ends and tabs aside, as JSON writes them too.
    ///
    /// Names, paths and cells come from files: in a terminal their control characters would be commands, and those of writing
    /// directions would show another text than the one that is there.
    static func shown(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }) { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isDirection = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            if isDirection || (scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t") {
                let digits = String(scalar.value, radix: 16)
                shown.append(
                    contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// Fills the places of standard streams that are closed, so that no file takes them and gets what was meant for them.
    ///
    /// The stand-in of an output can only be read and that of the input only be written: using it is an error.
    static func fillStandardDescriptors() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    private static func writeToStandardError(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Shows how far the work is, over the same line, at most ten times a second; nothing when nobody looks. The line goes with
    /// the next message.
    static func show(_ progress: RequestProgress) {
        guard isInteractive else { return }
        line.withLock { $0.show(progress) }
    }

    private static let line = Mutex(ProgressLine())

    private struct ProgressLine {
        private var last = ContinuousClock.now
        private var isShown = false

        mutating func show(_ progress: RequestProgress) {
            guard last.duration(to: .now) > .milliseconds(100) else { return }
            last = .now
            isShown = true
            writeToStandardError("\r\u{1B}[K" + progress.text)
        }

        mutating func clear() {
            if isShown { writeToStandardError("\r\u{1B}[K") }
            isShown = false
        }
    }
}

extension RequestProgress {
    fileprivate var text: String {
        switch self {
        case .rows(let count): "\(count.grouped) rows"
        case .stage(let name, let fraction): "\(name), \(fraction.percent)"
        }
    }
}

extension Int {
    /// With a comma between groups of three digits.
    var grouped: String {
        let digits = Array(String(magnitude))
        var text = self < 0 ? "-" : ""
        for (i, digit) in digits.enumerated() {
            if i > 0, (digits.count - i) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}

/// A count with its noun, which takes an s for any other number than one: `1 row`, `2 rows`.
func counted(_ count: Int, _ noun: String) -> String { "\(count.grouped) \(noun)\(count == 1 ? "" : "s")" }

/// The first twenty of some names, and how many more there are.
func shortList(_ names: [String]) -> [String] {
    names.prefix(20) + (names.count > 20 ? ["and \(names.count - 20) more"] : [])
}

extension Double {
    /// As a percentage with one decimal: 0.1234 is `12.3 %`.
    var percent: String { String(format: "%.1f %%", self * 100) }
}
