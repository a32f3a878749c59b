import Gazetteer
import Interchange
import QPVKit
import Testing

@Suite("the verdict on several addresses")
struct SeveralAddressesTests {
    static let hamlet = Hamlet.shared

    private func examine(_ text: String, options: Examiner.Options = .init()) throws -> Finding {
        try Self.hamlet.examiner(options).examine(
            AddressQuery(text: text, postcode: "23950", city: "Ombreville-le-Test"))
    }

    private func expect(
        _ text: String, _ decision: Verdict.Decision, _ quality: Int, _ reason: Verdict.Reason, _ inside: Int,
        of addresses: Int, code: String? = nil,
        nearest: String? = nil, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let verdict = try examine(text).verdict
        #expect(verdict.decision == decision, "\(text): \(verdict)", sourceLocation: location)
        #expect(verdict.quality.rawValue == quality, "\(text): \(verdict)", sourceLocation: location)
        #expect(verdict.reason == reason, "\(text): \(verdict)", sourceLocation: location)
        #expect(verdict.addresses == addresses, "\(text)", sourceLocation: location)
        #expect(verdict.addressesInside == inside, "\(text)", sourceLocation: location)
        #expect(
            verdict.perimeter.map { Self.hamlet.atlas.perimeters[$0].code } == code, "\(text)",
            sourceLocation: location)
        if let nearest {
            #expect(
                verdict.nearest.map { Self.hamlet.atlas.perimeters[$0].code } == nearest, "\(text)",
                sourceLocation: location)
        }
    }

    @Test(
        "all inside one perimeter is inside, none is outside, and some is uncertain and names the perimeter of those inside"
    )
    func decisions() throws {
        try expect("2 à 10 rue des Lilas", .inside, 1, .inside, 5, of: 5, code: "QN99801N")
        try expect("2 à 10 rue du Moulin", .outside, 1, .outside, 0, of: 5)
        try expect(
            "4 rue des Lilas et 4 rue du Moulin", .uncertain, 3, .severalAddresses, 1, of: 2, nearest: "QN99801N")
        try expect("18 à 20 impasse du Verger", .uncertain, 3, .severalAddresses, 2, of: 3, nearest: "QN99801N")
        try expect("rue des Lilas, rue du Moulin", .uncertain, 3, .severalAddresses, 19, of: 39, nearest: "QN99801N")
    }

    @Test("a number between the ends that the base lacks is not counted, an end is")
    func missing() throws {
        try expect("9 à 13 rue des Lilas", .inside, 1, .inside, 2, of: 2, code: "QN99801N")
        try expect("9 à 11 rue des Lilas", .inside, 1, .inside, 2, of: 2, code: "QN99801N")
    }

    @Test("what can be read in two ways is never sure, even when all readings agree")
    func ambiguous() throws {
        try expect("1 à 8 rue des Lilas", .inside, 2, .inside, 8, of: 8, code: "QN99801N")
        #expect(try examine("1 à 8 rue des Lilas").ambiguities == [.bothSides])
        try expect("2-10 rue du Moulin", .outside, 2, .outside, 0, of: 5)
        #expect(try examine("2-10 rue du Moulin").ambiguities == [.dashPair])
    }

    @Test("an ordinary address and a text not to be read as a list have the finding of the match alone")
    func ordinary() throws {
        var options = Examiner.Options()
        options.readsExpressions = false
        for text in ["5 rue des Lilas", "rue des Lilas", "5, rue du Moulin", "xyz", ""] {
            #expect(try examine(text).verdict == examine(text, options: options).verdict, "\(text)")
        }
        let one = try examine("4 rue des Lilas et 4 rue du Moulin", options: options)
        #expect(one.verdict.addresses == 1 && one.ambiguities.isEmpty)
    }

    @Test("probability is the mean, distance that of the nearest, whatever the order of the text")
    func means() throws {
        let texts = ["4 rue des Lilas et 4 rue du Moulin", "4 rue du Moulin et 4 rue des Lilas"]
        let verdicts = try texts.map { try examine($0).verdict }
        let single = try ["4 rue des Lilas", "4 rue du Moulin"].map { try examine($0).verdict.distance! }
        for verdict in verdicts {
            #expect(abs(verdict.probability! - 0.5) < 1e-9)
            #expect(abs(verdict.distance!) == single.map(abs).min()!)
        }
        #expect(verdicts[0] == verdicts[1])
    }

    @Test("a street that is not found leaves the row undecided, and nothing found is not located")
    func notFound() throws {
        try expect("2 à 10 rue Qwertzuiop", .uncertain, 3, .streetNotInGazetteer, 0, of: 2)
        #expect(try examine("2 à 10 rue Qwertzuiop").ambiguities == [.streetNotFound])
        try expect(
            "4 rue des Lilas et 4 rue Qwertzuiop", .uncertain, 3, .severalAddresses, 1, of: 2, nearest: "QN99801N")
        let nowhere = try Self.hamlet.examiner(.init()).examine(AddressQuery(text: "2 et 4 rue Qwertzuiop"))
        #expect(nowhere.verdict.decision == .notLocated && nowhere.verdict.addresses == 2)
    }

    @Test("an expression that is not read whole decides nothing")
    func tooLong() throws {
        let numbers = (1...1200).map { _ in "4" }.joined(separator: ", ")
        let finding = try examine(numbers + " rue des Lilas")
        #expect(finding.verdict.decision == .uncertain && finding.verdict.reason == .severalAddresses)
        #expect(finding.ambiguities == [.tooLong])
        // So long that the street is not reached.
        let far = try examine((1...10_000).map(String.init).joined(separator: ", ") + " rue des Lilas")
        #expect(far.verdict.decision == .notLocated && far.verdict.addresses == 0 && far.ambiguities == [.tooLong])
    }

    @Test("a summary counts rows of several addresses and what is ambiguous in them")
    func summary() throws {
        var summary = AuditSummary()
        for text in ["2 à 10 rue des Lilas", "1 à 8 rue des Lilas", "5 rue des Lilas"] {
            let finding = try examine(text)
            summary.count(finding.verdict, level: finding.match?.level)
            summary.count(ambiguities: finding.ambiguities)
        }
        var sum = AuditSummary()
        sum.add(summary)
        sum.add(summary)
        #expect(sum.rowsOfSeveral == 4 && sum.ambiguities == [.bothSides: 2])
        #expect(sum.json.json(pretty: false).contains("\"rows_of_several_addresses\":4"))
        #expect(!AuditSummary().json.json(pretty: false).contains("several"))
    }
}
