import Testing

@Suite("qpv explain")
struct ExplainTests {
    let sandbox = try! Sandbox()

    @Test("an address shows how it was read and matched")
    func address() throws {
        let result = try sandbox.qpv("explain", "-q", "12 bis r. Rosa Parks 23990 Valfictif")
        try sandbox.expect(result, is: "explain")
        #expect(result.code == 0)
    }

    @Test("a position shows the nearest address and street, in metres")
    func position() throws {
        let result = try sandbox.qpv("explain", "-q", "--lon", "2.2237860", "--lat", "46.1373")
        try sandbox.expect(result, is: "explain-position")
        #expect(result.code == 0)
        #expect(result.text.contains("1 Rue de la République 23990 Valfictif-sur-Ombre"))
        #expect(try sandbox.qpv("explain", "-q", "--lon", "nan", "--lat", "46").text.contains("no position"))
        #expect(try sandbox.qpv("explain", "-q", "--lon", "2").code == 64)
    }

    @Test("words in several arguments are one address")
    func words() throws {
        #expect(
            try sandbox.qpv("explain", "-q", "12", "rue", "Rosa", "Parks").stdout
                == sandbox.qpv("explain", "-q", "12 rue Rosa Parks").stdout)
    }

    @Test("nothing at all is explained too", arguments: ["", " ", "\u{FFFD}", "'", "0"])
    func nothing(address: String) throws {
        let result = try sandbox.qpv("explain", "-q", address)
        #expect(result.code == 0)
        #expect(result.stderr == "")
    }
}
