import Testing

@Suite("help")
struct HelpTests {
    static let commands = [
        [], ["check"], ["audit"], ["geocode"], ["explain"], ["perimeters"], ["perimeters", "info"],
        ["perimeters", "validate"], ["perimeters", "convert"], ["perimeters", "resolve"], ["rules"], ["gazetteer"],
        ["gazetteer", "build"], ["gazetteer", "info"], ["compare"], ["addresses"], ["sheet"], ["stats"], ["actions"],
        ["residences"], ["coverage"], ["nearest"], ["map"], ["verify"],
    ]

    @Test("the help of each command has an example, fits 100 columns, and is the golden text", arguments: commands)
    func help(command: [String]) throws {
        let sandbox = try Sandbox()
        let words = command + ["--help"]
        let result = try Program.run(
            words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        try sandbox.expect(result, is: words.joined(separator: "-"))
        #expect(result.code == 0)
        #expect(result.stderr == "")
        #expect(result.text.contains("EXAMPLE\n  qpv "))
        #expect(result.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test("--version prints one line")
    func version() throws {
        let result = try Sandbox().qpv("--version")
        #expect(result.text == "0.1.0\n")
        #expect(result.code == 0)
    }

    @Test("without a command the help is shown")
    func nothing() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.qpv().text == sandbox.qpv("--help").text)
    }

    @Test(
        "a wrong option, argument or command is refused with 64 and a word about it",
        arguments: [
            ["nope"], ["audit"], ["audit", "a.csv", "--nope"], ["audit", "a.csv", "b.csv"],
            ["audit", "a.csv", "--threads", "0"], ["audit", "a.csv", "--threads", "-3"],
            ["audit", "a.csv", "--threads", "two"], ["audit", "a.csv", "--radius", "-1"],
            ["audit", "a.csv", "--radius", "parcelle=nan"], ["audit", "a.csv", "--radius", "maison=3"],
            ["audit", "a.csv", "--min-score", "2"], ["audit", "a.csv", "--min-score", "-0.1"],
            ["audit", "a.csv", "--crs", "9999"], ["audit", "a.csv", "--kind", "zup"],
            ["audit", "a.csv", "--lon", "x"], ["audit", "a.csv", "--x", "x"],
            ["audit", "a.csv", "--lon", "a", "--lat", "b", "--x", "c", "--y", "d"],
            ["audit", "a.csv", "--lon", "a", "--lat", "b", "--crs", "2154"],
            ["audit", "a.csv", "--address-columns", "a", "--lon", "b", "--lat", "c"],
            ["audit", "a.csv", "--address-columns", " , "], ["check"], ["check", "--lon", "2"],
            ["check", "1 rue X", "--lon", "2", "--lat", "46"], ["check", "--lon", "two", "--lat", "46"], ["explain"],
            ["gazetteer", "build", "a.csv"], ["perimeters", "info"],
        ])
    func usage(words: [String]) throws {
        let sandbox = try Sandbox()
        let result = try Program.run(
            words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        try sandbox.expect(result, is: "usage-" + words.joined(separator: "-").replacing(" ", with: "_"))
        #expect(result.code == 64)
        #expect(result.stdout == [])
        #expect(result.stderr.hasPrefix("error: "))
    }
}
