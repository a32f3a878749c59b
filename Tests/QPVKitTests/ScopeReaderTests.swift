import QPVKit
import TestSupport
import Testing

@Suite("declared scopes")
struct ScopeReaderTests {
    private static let reader = ScopeReader(PerimeterNames(SampleData.atlas, aliases: SampleData.aliases))

    @Test(
        "a scope is read as it is written, and never guessed",
        arguments: [
            ("QN09901M", "one_perimeter QN09901M"), ("qn09901m", "one_perimeter QN09901M"),
            ("QN09901M, QN09903I", "several_perimeters QN09901M QN09903I"),
            ("QN09901M QN09903I", "several_perimeters QN09901M QN09903I"),
            ("QN09901M|QN09901M", "one_perimeter QN09901M"),
            ("Mare aux Fées Fictive", "one_perimeter QN09902M"), ("QPV Les Tilleuls", "one_perimeter QN09901M"),
            ("Bois Feint (NPNRU)", "one_perimeter QN09903I"),
            ("Saint-Fictif-la-Plaine / Deux Rives", "one_perimeter QN09904N"),
            ("Tilleuls ; Bois Feint", "several_perimeters QN09901M QN09903I"),
            ("Tilleuls et Bois Feint", "several_perimeters QN09901M QN09903I"),
            ("Tilleuls=13; Bois Feint=7 ; MAF=10", "several_perimeters QN09901M QN09903I QN09902M"),
            ("Tilleuls; Bois Feint (via schools, of both)", "several_perimeters QN09901M QN09903I"),
            ("Bois Feint (école); others not stated", "perimeters_and_places QN09903I + others not stated"),
            ("Tilleuls; + Basses-Terres, Gare", "perimeters_and_places QN09901M + Basses-Terres, Gare"),
            ("tous les QPV", "all_perimeters"), ("QPV (all)", "all_perimeters"),
            ("Tous les quartiers", "all_perimeters"),
            ("3 QPV", "several_perimeters 3"), ("les deux QPV", "several_perimeters 2"), ("commune", "commune"),
            ("Saint-Fictif-la-Plaine", "commune"), ("Valfictif-sur-Ombre interquartiers", "commune"),
            ("interquartiers", "commune"), ("Ailleurs interquartiers", "unknown + Ailleurs interquartiers"),
            ("inter-communes (CAPFT)", "intercommunal"), ("intercommunal", "intercommunal"),
            ("agglomération", "intercommunal"),
            ("Valfictif-sur-Ombre, Saint-Fictif-la-Plaine", "intercommunal"),
            ("inter-contrats", "intercontract"), ("not stated", "not_stated"), ("", "not_stated"), ("NC", "not_stated"),
            ("-", "not_stated"), ("Quartier des Licornes", "unknown + Quartier des Licornes"),
            ("Vieux Marché (ancien QPV)", "unknown + Vieux Marché"), ("fictive", "one_perimeter QN09902M"),
            ("((", "unknown + (("), (";;", "unknown + ;;"), ("=3", "unknown + =3"),
        ])
    func reading(text: String, expected: String) {
        let reading = Self.reader.read(text)
        var words = [reading.kind.rawValue] + reading.perimeters.map { SampleData.atlas.perimeters[$0].code }
        if let count = reading.count { words.append(String(count)) }
        let others = reading.others.isEmpty ? "" : " + " + reading.others.joined(separator: ", ")
        #expect(words.joined(separator: " ") + others == expected)
    }

    @Test("a spelling that the alias table calls ambiguous stays so, alone and in a list")
    func ambiguous() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("ecriture;code\nles deux qpv;AMBIGU\nRives;QN09904N|QN09901M\n", to: "a.csv")
        let reader = ScopeReader(PerimeterNames(SampleData.atlas, aliases: try AliasTable(path: file)))
        for text in ["les deux QPV", "Rives", "Bois Feint; Rives"] { #expect(reader.read(text).kind == .ambiguous) }
    }
}

@Suite("stated percentages")
struct StatedPercentageTests {
    @Test("a percentage was rounded or cut off at its last decimal; zeros at the end say nothing")
    func bounds() {
        #expect(StatedPercentage(35).decimals == 0 && StatedPercentage(31.4).decimals == 1)
        #expect(StatedPercentage(31.63).decimals == 2 && StatedPercentage(0).decimals == 0)
        #expect(StatedPercentage(66).fits(2, of: 3) && StatedPercentage(67).fits(2, of: 3))
        #expect(!StatedPercentage(65).fits(2, of: 3) && !StatedPercentage(66.5).fits(2, of: 3))
        #expect(StatedPercentage(34.5).fits(69, of: 200) && !StatedPercentage(34.5).fits(0, of: 0))
        #expect(StatedPercentage(79.77).fits(152, of: 190, within: 0.5) && !StatedPercentage(79.77).fits(152, of: 190))
    }

    @Test("whether a whole number of persons gives it, against trying them all")
    func wholeNumbers() {
        for persons in 1...60 {
            for tenths in 0...1000 {
                let percent = StatedPercentage(Double(tenths) / 10)
                let plain = (0...persons).contains { percent.fits(Double($0), of: Double(persons)) }
                #expect(percent.isOfWholeNumber(outOf: persons) == plain, "\(percent.value) % of \(persons)")
            }
        }
        #expect(!StatedPercentage(50).isOfWholeNumber(outOf: 0))
    }
}
