/// What went wrong while reading or writing a file, and where in it.
///
/// ``description`` reads as a compiler's message: what, where, the line at fault and a caret. The excerpt holds text of
/// the user's file, which may be personal data: it is for the user's own stderr, nothing else.
public struct InterchangeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The class of an error, from which a command chooses its exit code.
    public enum Kind: Sendable, Equatable, CaseIterable {
        /// The input does not exist (sysexits 66).
        case missingInput
        /// The input is a folder (66).
        case isDirectory
        /// The input may not be read by this user (66).
        case permissionDenied
        /// The system failed while reading the input (74).
        case readFailed
        /// The content is not what it should be (65).
        case badData
        /// The output cannot be created: no such folder, no permission, it is a folder (73).
        case cannotCreate
        /// The system failed while writing the output (74).
        case writeFailed
        /// The output's device is full (74).
        case diskFull
        /// The reader of the output went away (a command exits quietly).
        case brokenPipe
    }

    /// The class of the error.
    public var kind: Kind
    /// One sentence, without file or place.
    public var message: String
    /// The file's name as the user gave it.
    public var file: String?
    /// The line at fault, counted from 1.
    public var line: Int?
    /// The column at fault in characters (Unicode scalars), counted from 1.
    public var column: Int?
    /// The line's text around the fault, at most about 100 characters.
    public var excerpt: Excerpt?
    /// What else there is to say, and what to do: a sentence to a line, at the end.
    public var notes: [String]
    /// What the caller can choose to mend it.
    public var remedy: TableNote.Remedy?

    /// Makes an error.
    public init(
        _ kind: Kind, _ message: String, file: String? = nil, line: Int? = nil, column: Int? = nil,
        excerpt: Excerpt? = nil, notes: [String] = [], remedy: TableNote.Remedy? = nil
    ) {
        self.kind = kind
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.excerpt = excerpt
        self.notes = notes
        self.remedy = remedy
    }

    /// The error as a compiler would print it: one to four lines and the notes, without a newline at the end. Letters and digits of
    /// the excerpt are masked, since it may be a person's record.
    public var description: String { text(excerpt?.masked) }

    /// The same with the excerpt as it stands in the file.
    public var fullDescription: String { text(excerpt) }

    private func text(_ excerpt: Excerpt?) -> String { notes.reduce(place(excerpt)) { $0 + "\n  = \($1)" } }

    /// The error without its notes.
    private func place(_ excerpt: Excerpt?) -> String {
        var text = "error: \(message)"
        guard let file else { return text }
        text += "\n  --> \(file)"
        guard let line else { return text }
        text += ":\(line)"
        if let column { text += ":\(column)" }
        guard let excerpt else { return text }
        let margin = String(repeating: " ", count: String(line).count)
        let indent = String(repeating: " ", count: excerpt.caret)
        text += "\n\(line) | \(excerpt.text)\n\(margin) | \(indent)^"
        if !excerpt.label.isEmpty { text += " \(excerpt.label)" }
        return text
    }
}
