import Foundation
import Interchange
import QPVKit

/// Standard output and standard error: answers, notices, and progress when somebody looks.
enum Terminal {
    /// Whether standard error is a terminal.
    static let isInteractive = isatty(STDERR_FILENO) == 1

    /// Prints one message on standard error; one that cannot be written is lost, which is no reason to stop.
    static func say(_ message: String) { writeToStandardError(message + "\n") }

    /// Prints how a file of perimeters was read; what `ogr2ogr` calls an error is a warning, which is never left out.
    static func say(notes: [String], quiet: Bool) {
        for note in notes {
            let isWarning = note.hasPrefix("ogr2ogr: ERROR")
            if isWarning || !quiet { say("\(isWarning ? "warning" : "note"): \(note)") }
        }
    }

    /// Prints of how many perimeters nobody can say what is left out.
    static func say(unknownOf gaps: Gaps, quiet: Bool) {
        guard !quiet, !gaps.unknown.isEmpty else { return }
        let perimeters = counted(gaps.unknown.count, "perimeter")
        say("note: what no place covers is not known of \(perimeters): left out of the gaps")
    }

    /// Prints an answer and a newline on standard output.
    ///
    /// - Throws: ``InterchangeError`` when it cannot be written: an answer never gets lost in silence.
    static func put(_ answer: String) throws {
        try OutputFile(path: "-").write(answer.hasSuffix("\n") ? answer : answer + "\n")
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

    /// Shows how far the work is, over the same line, at most ten times a second; nothing when nobody looks.
    struct Progress {
        private var last = ContinuousClock.now
        private var isShown = false
        private let isWanted: Bool

        init(quiet: Bool) { isWanted = isInteractive && !quiet }

        mutating func show(rows: Int) { show("\(rows.grouped) rows") }

        mutating func show(_ text: @autoclosure () -> String) {
            guard isWanted, last.duration(to: .now) > .milliseconds(100) else { return }
            last = .now
            isShown = true
            writeToStandardError("\r\u{1B}[K\(text())")
        }

        /// Clears the line.
        mutating func end() {
            if isShown { writeToStandardError("\r\u{1B}[K") }
            isShown = false
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

extension Double {
    /// As a percentage with one decimal: 0.1234 is `12.3 %`.
    var percent: String { String(format: "%.1f %%", self * 100) }
}
