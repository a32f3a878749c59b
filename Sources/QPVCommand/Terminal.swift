import Foundation

/// Standard error: notices, and progress when somebody looks.
enum Terminal {
    /// Whether standard error is a terminal.
    static let isInteractive = isatty(STDERR_FILENO) == 1

    /// Prints one message on standard error.
    static func say(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }

    /// Shows how many rows are done, over the same line, at most ten times a second; nothing when nobody looks.
    struct Progress {
        private var last = ContinuousClock.now
        private var isShown = false
        private let isWanted: Bool

        init(quiet: Bool) { isWanted = isInteractive && !quiet }

        mutating func show(rows: Int) {
            guard isWanted, last.duration(to: .now) > .milliseconds(100) else { return }
            last = .now
            isShown = true
            FileHandle.standardError.write(Data("\r\(rows.grouped) rows".utf8))
        }

        /// Clears the line.
        func end() {
            if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
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

extension Double {
    /// As a percentage with one decimal: 0.1234 is `12.3 %`.
    var percent: String { String(format: "%.1f %%", self * 100) }
}
