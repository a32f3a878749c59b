import QPVService

/// What a command says on standard error while it works: made once, so that nothing else knows whether notices are wanted.
struct Console {
    private let isQuiet: Bool
    /// Takes the notes and the progress of requests.
    let context: RunContext

    init(quiet: Bool = false) {
        isQuiet = quiet
        context = RunContext(
            note: { if $0.severity == .warning || !quiet { Terminal.say($0.text) } },
            progress: { if !quiet { Terminal.show($0) } })
    }

    /// Says what came of the work, unless notices are unwanted.
    func summarize(_ text: @autoclosure () -> String) {
        if !isQuiet { Terminal.say(text()) }
    }
}
