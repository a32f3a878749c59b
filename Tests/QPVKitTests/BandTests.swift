import Foundation
import Gazetteer
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Verdicts

@Suite("bands, rules and metres")
struct BandTests {
    @Test("a band is within, beyond or open by the radius; the limit belongs to it unless the law says less than")
    func sides() {
        let band = Band(within: 300)
        #expect(band.side(distance: 280, radius: 20) == .yes && band.side(distance: 280.001, radius: 20) == .uncertain)
        #expect(band.side(distance: 320, radius: 20) == .uncertain && band.side(distance: 320.001, radius: 20) == .no)
        #expect(band.side(distance: -50, radius: 20) == .yes && band.side(distance: nil, radius: 20) == .no)
        #expect(band.side(distance: 300, radius: 0) == .yes)
        let law = Rule.vat300.band!
        #expect(law.side(distance: 300, radius: 0) == .no && law.side(distance: 299.999, radius: 0) == .yes)
        let estate = Rule.npnru500.band!
        #expect(estate.side(distance: 299, radius: 0) == .yes && estate.side(distance: 400, radius: 0) == .uncertain)
        #expect(estate.side(distance: 500, radius: 0) == .no)
    }

    /// What is asked beside about a position in metres of the hamlet, whose perimeter is the square from 0 to 200.
    private func extra(
        _ x: Double, _ y: Double, radius: Double = 0, _ change: (inout AuditExtras) -> Void
    ) throws -> ExtraFinding {
        var options = Examiner.Options()
        options.radii = RadiusTable(everywhere: radius)
        let examiner = Hamlet.shared.examiner(options)
        let place = Hamlet.degrees(x, y)
        var extras = AuditExtras()
        change(&extras)
        return try ExtraExaminer(extras, main: examiner).examine(
            try examiner.examine(longitude: place.x, latitude: place.y))
    }

    @Test("the distance tested is that to the border, at corners too, and inside is within any distance")
    func distances() throws {
        func answers(_ x: Double, _ y: Double, radius: Double = 0) throws -> [Band.Answer?] {
            try extra(x, y, radius: radius) { $0.distances = [50, 300] }.parts[0].within
        }
        #expect(try answers(100, 100) == [.yes, .yes])
        #expect(try answers(240, 100) == [.yes, .yes])
        #expect(try answers(240, 100, radius: 20) == [.uncertain, .yes])
        // 45 m in both directions from the corner are 63.6 m.
        #expect(try answers(245, 245) == [.no, .yes])
        #expect(try answers(-501, 100) == [.no, .no])
        // A position that is nowhere has no answer.
        let extras = { (extras: inout AuditExtras) in extras.distances = [50] }
        #expect(try extra(9_000_000, 0, extras).parts[0].within == [nil])
    }

    @Test("a street is within when nine tenths of its numbers are; only a commune known is uncertain")
    func locations() throws {
        var extras = AuditExtras()
        extras.distances = [120, 260]
        let examiner = Hamlet.shared.examiner()
        let beside = ExtraExaminer(extras, main: examiner)
        func answers(_ text: String) throws -> [Band.Answer?] {
            try beside.examine(try examiner.examine(AddressQuery(text: text))).parts[0].within
        }
        // Avenue Centrale: numbers from 108 to 298 m east, the border at 200 m.
        #expect(try answers("avenue Centrale, Ombreville-le-Test") == [.yes, .yes])
        // Rue du Moulin: 200 m north of the border.
        #expect(try answers("rue du Moulin, Ombreville-le-Test") == [.no, .yes])
        #expect(try answers("3 rue du Moulin 23950 Ombreville-le-Test") == [.no, .yes])
        #expect(try answers("23950 Ombreville-le-Test") == [.uncertain, .uncertain])
        #expect(try answers("") == [nil, nil])
        // Two addresses, one inside and one 200 m away.
        #expect(try answers("3 rue du Moulin et 3 rue des Lilas, Ombreville-le-Test") == [.uncertain, .yes])
        // Nothing is outside in a commune whose perimeter has no usable shape.
        #expect(try answers("1 rue Haute 23995 Pointvert") == [.uncertain, .uncertain])
    }

    @Test("a rule has its answer, its source and a column, and changes no verdict")
    func rules() throws {
        let near = try extra(450, 100) { $0.rules = [.vat300] }
        #expect(near.rules == [.yes] && near.parts[0].finding.verdict.decision == .outside)
        #expect(try extra(501, 100) { $0.rules = [.vat300] }.rules == [.no])
        #expect(try extra(500, 100, radius: 5) { $0.rules = [.vat300] }.rules == [.uncertain])
        for rule in Rule.allCases {
            #expect(!rule.summary.isEmpty && !rule.source.isEmpty && !rule.caveat.isEmpty)
            #expect(rule.columnName.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
        }
        let extras = AuditExtras()
        #expect(extras.layer(of: .vat300, main: Hamlet.shared.atlas) == 0)
        #expect(extras.layer(of: .npnru500, main: Hamlet.shared.atlas) == nil)
    }

    @Test("the other side of a boundary street is told from the next street")
    func boundaryStreet() throws {
        var extras = AuditExtras()
        extras.rules = [.boundaryStreet]
        let examiner = Hamlet.shared.examiner()
        let beside = ExtraExaminer(extras, main: examiner)
        func answer(_ text: String) throws -> Band.Answer? {
            try beside.examine(try examiner.examine(AddressQuery(text: text))).rules[0]
        }
        // Avenue Centrale crosses the border at 200 m east: number 13 is 28 m outside, 15 is 48 m, 20 is 98 m.
        #expect(try answer("5 avenue Centrale 23950 Ombreville-le-Test") == .yes)
        #expect(try answer("13 avenue Centrale 23950 Ombreville-le-Test") == .yes)
        #expect(try answer("15 avenue Centrale 23950 Ombreville-le-Test") == .no)
        #expect(try answer("20 avenue Centrale 23950 Ombreville-le-Test") == .no)
        #expect(try answer("3 rue du Moulin 23950 Ombreville-le-Test") == .no)
        #expect(try answer("avenue Centrale, Ombreville-le-Test") == .uncertain)
        #expect(try answer("") == nil)
    }

    @Test("the metres of the boundary street are those asked for")
    func boundaryStreetOnGround() throws {
        let folder = try TemporaryFolder()
        // Number 1 is inside; number 2 is 39.982 m outside on the grid, 40.02 m on the ground.
        let lines = [195, 239.982].enumerated().map { i, x in
            let p = Hamlet.degrees(x, 60)
            return
                "23951_0090_0000\(i + 1);\(i + 1);;Rue du Bord;23950;23951;Ombreville-le-Test;;;;;\(p.x);\(p.y);entrée"
        }
        let csv = try folder.write(([Hamlet.header] + lines).joined(separator: "\n") + "\n", to: "ban.csv")
        _ = try Gazetteer.build(inputs: [csv], output: folder.path("ban.qpvg"))
        let gazetteer = try Gazetteer(path: folder.path("ban.qpvg"))
        let examiner = Examiner(atlas: Hamlet.shared.atlas, gazetteer: gazetteer)
        let finding = try examiner.examine(AddressQuery(text: "2 rue du Bord 23950 Ombreville-le-Test"))
        var extras = AuditExtras()
        extras.rules = [.boundaryStreet]
        #expect(try ExtraExaminer(extras, main: examiner).examine(finding).rules == [.yes])
        extras.onGround = true
        #expect(try ExtraExaminer(extras, main: examiner).examine(finding).rules == [.no])
    }

    @Test("metres on the ground are those of the grid by the local scale: 0.05 % at 46.5° North")
    func ground() throws {
        let grid = try extra(450, 100) { $0.distances = [250] }
        let ground = try extra(450, 100) { ($0.distances, $0.onGround) = ([250], true) }
        let (d, g) = (grid.parts[0].finding.verdict.distance!, ground.parts[0].finding.verdict.distance!)
        #expect(abs(d - 250) < 1e-6)
        // Lambert-93 is 0.09 % short at its middle, so that the ground is longer there.
        #expect(g > d * 1.0008 && g < d * 1.001, "\(g)")
        #expect(ground.parts[0].within == [.no])
    }
}
