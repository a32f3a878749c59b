import ArgumentParser

/// Standard input, which can be read once.
enum StandardInput {
    /// Refuses a command line that reads several inputs from `-`; nil is an input not given.
    static func requireOne(_ paths: [String?]) throws {
        if paths.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("standard input (-) can be one input only")
        }
    }
}
