import Planar
import QPVKit
import TestSupport
import Testing
import Topology

@testable import Perimeters

@Suite("Real perimeters", .enabled(if: RealLayer.areThere, Comment(rawValue: RealData.missing)))
struct RealPerimetersTests {
    @Test(
        "all load, and exactly the invalid ones of the table are named, with reason, place and remedy",
        arguments: RealLayer.allCases)
    func validity(_ layer: RealLayer) throws {
        let file = try PerimeterFile.read(RealData.path(layer.file))
        #expect(file.perimeters.count == layer.count)
        #expect(Set(file.perimeters.map(\.code)).count == layer.count)
        let table = try RealTable("evalgeo/truth/invalid_polygons.csv")
        let known = table.rows.filter { table.text($0, "layer") == layer.rawValue }
        #expect(Set(file.issues.map(\.perimeter)) == Set(known.map { table.text($0, "code_qp") }))
        let crossings = ["Self-intersection", "Ring Self-intersection"]
        for row in known {
            let code = table.text(row, "code_qp")
            let reason = table.text(row, "reason")
            let issues = file.issues.filter { $0.perimeter == code }
            for issue in issues {
                #expect(issue.location != nil && !issue.message.isEmpty && !issue.remedy.isEmpty && issue.line > 0)
            }
            // Which of several crossings is found first changes with the version of GEOS; a crossing stays one.
            #expect(
                issues.contains {
                    $0.message == reason || crossings.contains($0.message) && crossings.contains(reason)
                },
                "\(code): \(issues.map(\.message)), the table says \(reason)")
            if table.text(row, "unit") == "m2" {
                let perimeter = try #require(file.perimeters.first { $0.code == code })
                let area = table.number(row, "area_linework")
                #expect(abs(perimeter.area - area) < 0.0006 + 1e-9 * area, "\(code): \(perimeter.area) and \(area)")
            }
        }
        let unusable = file.issues.filter { $0.severity == .error }.map(\.perimeter)
        #expect(unusable.sorted() == layer.unusable)
        for code in layer.unusable {
            let perimeter = file.perimeters.first { $0.code == code }
            #expect(perimeter?.shape.isEmpty == true, "\(code) is kept by name, without a shape")
        }
        if layer == .official2015 {
            let crossed = try #require(file.perimeters.first { $0.code == "QP084012" })
            #expect(crossed.area.rounded() == 447_161)
        }
    }

    @Test("a shape that is plain is valid for GEOS; nearly all are", arguments: RealLayer.allCases)
    func plain(_ layer: RealLayer) throws {
        let context = TopologyContext()
        let shapes = try PerimeterFile.read(RealData.path(layer.file)).perimeters.map(\.shape)
        let plain = shapes.filter(\.isPlain)
        #expect(plain.allSatisfy { context.validity(of: $0) == nil })
        #expect(10 * plain.count > 9 * shapes.count, "\(plain.count) of \(shapes.count)")
    }
}
