import Foundation
import Gazetteer
import Geodesy
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Verdicts

@Suite("examining an address")
struct ExaminerTests {
    static let hamlet = Hamlet.shared

    private func examine(
        _ text: String, postcode: String? = nil, city: String? = nil, options: Examiner.Options = .init()
    ) throws -> Finding {
        try Self.hamlet.examiner(options).examine(AddressQuery(text: text, postcode: postcode, city: city))
    }

    private func expect(
        _ finding: Finding, _ decision: Verdict.Decision, _ quality: Verdict.Quality, _ reason: Verdict.Reason,
        code: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let verdict = finding.verdict
        #expect(verdict.decision == decision, "\(finding)", sourceLocation: sourceLocation)
        #expect(verdict.quality == quality, "\(finding)", sourceLocation: sourceLocation)
        #expect(verdict.reason == reason, "\(finding)", sourceLocation: sourceLocation)
        #expect(
            verdict.perimeter.map { Self.hamlet.atlas.perimeters[$0].code } == code, "\(finding)",
            sourceLocation: sourceLocation)
    }

    @Test("an entrance well inside is inside, surely, with its distance to the border")
    func inside() throws {
        let finding = try examine("5 rue des Lilas", postcode: "23950", city: "Ombreville-le-Test")
        expect(finding, .inside, .sure, .inside, code: "QN99801N")
        #expect(abs(try #require(finding.verdict.distance) + 55) < 0.05)
        #expect(finding.verdict.probability == 1)
        #expect(finding.shares.map(\.perimeter) == [0])
    }

    @Test("an entrance well outside is outside, surely, and names the nearest perimeter")
    func outside() throws {
        let finding = try examine("5 rue du Moulin", postcode: "23950", city: "Ombreville-le-Test")
        expect(finding, .outside, .sure, .outside)
        #expect(abs(try #require(finding.verdict.distance) - 200) < 0.05)
        #expect(finding.verdict.nearest == 0)
        #expect(finding.verdict.probability == 0)
    }

    @Test("an entrance two metres inside the border is not decided, and its code is only that of the nearest")
    func nearBorder() throws {
        let undecided = try examine("10 avenue Centrale", postcode: "23950", city: "Ombreville-le-Test")
        // A point of the parcel, 2 m inside, may be 25 m away.
        expect(undecided, .uncertain, .undetermined, .nearBorder)
        #expect(undecided.verdict.nearest == 0)
        #expect(try #require(undecided.verdict.probability) > 0.4)
        var exact = Examiner.Options()
        exact.radii = RadiusTable(everywhere: 0)
        let point = try examine("10 avenue Centrale", postcode: "23950", city: "Ombreville-le-Test", options: exact)
        expect(point, .inside, .sure, .inside, code: "QN99801N")
        var narrow = Examiner.Options()
        narrow.radii = RadiusTable(everywhere: 2.3)
        let probable = try examine("10 avenue Centrale", postcode: "23950", city: "Ombreville-le-Test", options: narrow)
        expect(probable, .inside, .probable, .nearBorder, code: "QN99801N")
    }

    @Test("a street without a number is inside when all its numbers are")
    func streetInside() throws {
        let finding = try examine("rue des Lilas", postcode: "23950", city: "Ombreville-le-Test")
        #expect(finding.match?.level == .street)
        #expect(finding.verdict.decision == .inside && finding.verdict.reason == .streetInside)
    }

    @Test("a street with one number in twenty elsewhere is inside, but not surely")
    func streetNearlyInside() throws {
        let finding = try examine("impasse du Verger", postcode: "23950", city: "Ombreville-le-Test")
        expect(finding, .inside, .probable, .streetInside, code: "QN99801N")
        #expect(abs(try #require(finding.verdict.probability) - 0.95) < 1e-6)
    }

    @Test("a street without a number is outside when all its numbers are")
    func streetOutside() throws {
        let finding = try examine("rue du Moulin", postcode: "23950", city: "Ombreville-le-Test")
        #expect(finding.verdict.decision == .outside && finding.verdict.reason == .streetOutside)
    }

    @Test("a street that the border divides is not decided without a number")
    func streetSplit() throws {
        let finding = try examine("avenue Centrale", postcode: "23950", city: "Ombreville-le-Test")
        expect(finding, .uncertain, .undetermined, .streetSplit)
        #expect(finding.verdict.nearest == 0)
    }

    @Test("a number that is not in the base lies between its neighbours")
    func numberInterpolated() throws {
        let finding = try examine("11 rue des Lilas", postcode: "23950", city: "Ombreville-le-Test")
        #expect(finding.match?.level == .interpolated)
        #expect(finding.verdict.decision == .inside && finding.verdict.reason == .numberInterpolated)
    }

    @Test("an unknown street in a commune without perimeter is outside")
    func communeWithoutPerimeter() throws {
        let finding = try examine("12 boulevard Zzyzx", postcode: "23980", city: "Calme-les-Bois")
        #expect(finding.match?.level == .municipality)
        #expect(finding.verdict.decision == .outside && finding.verdict.reason == .communeWithoutPerimeter)
        #expect(finding.isCommuneWithoutPerimeter)
    }

    @Test("an unknown street in a commune with a perimeter is never decided, however small the share")
    func municipalityOnly() throws {
        for (postcode, city) in [("23950", "Ombreville-le-Test"), ("23960", "Sablons")] {
            let finding = try examine("12 boulevard Zzyzx", postcode: postcode, city: city)
            expect(finding, .uncertain, .undetermined, .streetNotInGazetteer)
        }
    }

    @Test("a row that names no street knows its commune only")
    func communeOnly() throws {
        for text in ["sans domicile fixe", "Sablons"] {
            let finding = try examine(text, postcode: "23960", city: "Sablons")
            expect(finding, .uncertain, .undetermined, .municipalityOnly)
        }
    }

    @Test("a commune that the perimeters' file names counts as touched, though no address is inside")
    func communeNamed() throws {
        let atlas = Atlas(
            [
                Perimeter(
                    code: "QN99809N", name: "Ailleurs", kind: .qpv, vintage: 2024, communeCodes: ["23954"],
                    communeNames: [],
                    territory: .metropole, shape: square(705_400, 6_605_400, 50), repair: nil,
                    line: 1)
            ], source: SourceFile(path: "", sha256: ""))
        let examiner = Examiner(atlas: atlas, gazetteer: Self.hamlet.gazetteer)
        let finding = try examiner.examine(
            AddressQuery(text: "12 boulevard Zzyzx", postcode: "23980", city: "Calme-les-Bois"))
        #expect(finding.verdict.decision == .uncertain && finding.verdict.reason == .streetNotInGazetteer)
        #expect(try !examiner.isCommuneWithoutPerimeter("23954"))
        #expect(try examiner.isCommuneWithoutPerimeter("23951"))
        #expect(try !examiner.isCommuneWithoutPerimeter("99999"))
    }

    @Test("two streets of one name on different sides are not decided")
    func ambiguousStreet() throws {
        let finding = try examine("3 rue de la Fontaine", postcode: "23950", city: "Ombreville-le-Test")
        expect(finding, .uncertain, .undetermined, .ambiguousStreet)
        #expect(finding.shares.count == 1 && abs(finding.shares[0].share - 0.5) < 1e-9)
    }

    @Test("two streets of one name on the same side are decided")
    func ambiguousButDecided() throws {
        let finding = try examine("3 rue des Peupliers", postcode: "23950", city: "Ombreville-le-Test")
        expect(finding, .outside, .probable, .outside)
    }

    @Test("a street of two communes of one name is not decided without a postcode")
    func ambiguousCommune() throws {
        let finding = try examine("3 rue du Port", city: "Sablons")
        expect(finding, .uncertain, .undetermined, .ambiguousCommune)
    }

    @Test("an unknown street in one of two communes of one name is not decided: one of them has a perimeter")
    func ambiguousMunicipality() throws {
        let finding = try examine("12 boulevard Zzyzx", city: "Sablons")
        expect(finding, .uncertain, .undetermined, .ambiguousCommune)
    }

    @Test("a postcode that belongs to another commune is said, and forbids the best quality")
    func communeMismatch() throws {
        let finding = try examine("5 rue des Lilas", postcode: "23980", city: "Ombreville-le-Test")
        #expect(finding.match?.flags.contains(.communeMismatch) == true)
        #expect(finding.verdict.reason == .communeMismatch)
        #expect(finding.verdict.quality != .sure)
        #expect(finding.verdict.decision != .outside)
    }

    @Test("an unknown street under contradictory communes is never outside")
    func mismatchedMunicipality() throws {
        for (postcode, city) in [("23950", "Calme-les-Bois"), ("23980", "Ombreville-le-Test")] {
            let finding = try examine("12 boulevard Zzyzx", postcode: postcode, city: city)
            #expect(finding.verdict.decision != .outside && finding.verdict.decision != .inside, "\(finding)")
        }
    }

    @Test("what answers to nothing is not located")
    func addressNotFound() throws {
        let finding = try examine("qsdfgh jklmnb")
        expect(finding, .notLocated, .undetermined, .addressNotFound)
        #expect(finding.verdict.probability == nil && finding.verdict.distance == nil && finding.longitude == nil)
    }

    @Test("a match less sure than the least score is no match, though it is shown")
    func minimumScore() throws {
        var strict = Examiner.Options()
        strict.minimumScore = 1
        let finding = try examine("5 rue des Lilas", postcode: "23950", city: "Ombreville-le-Test", options: strict)
        expect(finding, .notLocated, .undetermined, .addressNotFound)
        #expect(finding.match != nil)
    }

    @Test("nothing written is an empty address", arguments: ["", "   ", " - "])
    func addressEmpty(text: String) throws {
        let finding = try examine(text)
        expect(finding, .notLocated, .undetermined, .addressEmpty)
        #expect(finding.verdict.addresses == 0)
    }

    @Test("an address whose position is no place in France is not outside")
    func positionNowhere() throws {
        for text in ["1 rue Perdue", "rue Perdue", "7 rue Perdue"] {
            let finding = try examine(text, postcode: "23990", city: "Nulle-Part")
            expect(finding, .uncertain, .undetermined, .municipalityOnly)
        }
    }

    @Test("an address in the commune of a perimeter without a usable shape is not outside")
    func perimeterUnusable() throws {
        expect(
            try examine("3 rue Haute", postcode: "23995", city: "Pointvert"), .uncertain, .undetermined,
            .perimeterUnusable)
        expect(
            try examine("12 boulevard Zzyzx", postcode: "23995", city: "Pointvert"), .uncertain, .undetermined,
            .streetNotInGazetteer)
    }

    // MARK: Positions

    @Test("a position has the radius of an unknown kind of position")
    func position() throws {
        let examiner = Self.hamlet.examiner()
        for (x, decision, quality, reason) in [
            (100.0, Verdict.Decision.inside, Verdict.Quality.sure, Verdict.Reason.inside),
            (300, .outside, .sure, .outside), (199, .uncertain, .undetermined, .nearBorder),
            (184, .inside, .probable, .nearBorder), (216, .outside, .probable, .nearBorder),
        ] {
            let p = Hamlet.degrees(x, 100)
            let finding = try examiner.examine(longitude: p.x, latitude: p.y)
            expect(finding, decision, quality, reason, code: decision == .inside ? "QN99801N" : nil)
            #expect(finding.match == nil && finding.longitude == p.x)
        }
    }

    @Test("coordinates that are no place in France are not located, and it is said what they look like")
    func coordinatesInvalid() throws {
        let examiner = Self.hamlet.examiner()
        for (x, y, code) in [
            (46.5, 3.0, "swapped"), (0, 0, "zero"), (.nan, 3, "not_finite"), (700_000, 6_600_000, "looks_like"),
            (-150, 80, "out_of_territory"),
        ] as [(Double, Double, String)] {
            let finding = try examiner.examine(longitude: x, latitude: y)
            expect(finding, .notLocated, .undetermined, .coordinatesInvalid)
            #expect(finding.detail == code)
            #expect(finding.longitude == nil)
        }
    }

    @Test("a position overseas is outside of metropolitan perimeters, without a distance")
    func overseas() throws {
        let finding = try Self.hamlet.examiner().examine(longitude: 55.45, latitude: -20.9)
        expect(finding, .outside, .sure, .outside)
        #expect(finding.verdict.distance == nil && finding.verdict.nearest == nil)
    }

    // MARK: Repetition

    @Test("the answer is the same alone, among others, and after 10,000 other questions")
    func sameAnswer() throws {
        let texts = [
            "5 rue des Lilas", "rue des Lilas", "avenue Centrale", "10 avenue Centrale", "3 rue de la Fontaine",
            "boulevard Zzyzx",
            "11 rue des Lilas", "", "impasse du Verger",
        ]
        func verdict(_ text: String, _ examiner: Examiner) throws -> Verdict {
            try examiner.examine(AddressQuery(text: text, postcode: "23950", city: "Ombreville-le-Test")).verdict
        }
        let alone = try texts.map { try verdict($0, Self.hamlet.examiner()) }
        let busy = Self.hamlet.examiner()
        #expect(try texts.map { try verdict($0, busy) } == alone)
        let seed: UInt64 = 12
        var generator = SeededGenerator(seed: seed)
        let streets = [
            "rue des Lilas", "rue du Moulin", "avenue Centrale", "rue du Port", "chemin du Ruisseau", "rue Haute",
            "rue X",
        ]
        let cities = ["Ombreville-le-Test", "Sablons", "Calme-les-Bois", "Pointvert"]
        for _ in 0..<10_000 {
            let number = Int.random(in: 0...30, using: &generator)
            let street = streets.randomElement(using: &generator)!
            _ = try busy.examine(
                AddressQuery(
                    text: "\(number == 0 ? "" : "\(number) ")\(street)", city: cities.randomElement(using: &generator)!)
            )
        }
        #expect(try texts.map { try verdict($0, busy) } == alone)
    }

    @Test("a decided verdict has a code just when it is inside, on every kind of question")
    func codes() throws {
        let seed: UInt64 = 13
        var generator = SeededGenerator(seed: seed)
        let examiner = Self.hamlet.examiner()
        for _ in 0..<2000 {
            let p = Hamlet.shared.atlas.perimeters[0].shape.box
            let x = Double.random(in: -50...250, using: &generator), y = Double.random(in: -50...250, using: &generator)
            let position = examiner.surveyor.evidence(
                at: Point(x: p.minX + x, y: p.minY + y), region: 0, radius: .random(in: 0...40, using: &generator))
            let verdict = Judge.verdict(position, ground: .position, score: 1)
            #expect((verdict.perimeter != nil) == (verdict.decision == .inside), "seed \(seed): \(x) \(y)")
        }
    }
}
