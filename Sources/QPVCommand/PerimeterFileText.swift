import Foundation
import Geodesy
import Interchange
import Planar
import QPVKit
import QPVService

/// A file of perimeters for a person.
struct PerimeterFileText {
    private let file: PerimeterFile

    init(_ file: PerimeterFile) { self.file = file }

    /// Counts by kind, vintage and territory.
    var facts: String {
        var lines = [
            "file        \(file.source.path)", "sha256      \(file.source.sha256)",
            file.source.layer.map { "layer       \($0)" }, file.source.converter.map { "through     \($0)" },
            file.source.beside.isEmpty
                ? nil : file.source.beside.map { "beside      \($0.name)  \($0.sha256)" }.joined(separator: "\n"),
            "crs         \(file.crs.name)", "perimeters  \(file.perimeters.count.grouped)",
        ].compactMap { $0 }
        for kind in PerimeterKind.allCases {
            for vintage in Set(file.perimeters.filter { $0.kind == kind }.map { $0.vintage ?? 0 }).sorted() {
                let count = file.perimeters.filter { $0.kind == kind && ($0.vintage ?? 0) == vintage }.count
                lines.append(
                    "  \(kind.rawValue) \(vintage == 0 ? "of no stated vintage" : String(vintage)): \(count.grouped)")
            }
        }
        for territory in Territory.allCases {
            let there = file.perimeters.filter { $0.territory == territory }
            if there.isEmpty { continue }
            let area = there.reduce(0) { $0 + $1.area } / 1e6
            lines.append(
                "  \(territory.name): \(there.count.grouped), \(String(format: "%.3f", area)) km² in "
                    + territory.metricCRS.name)
        }
        let meeting = file.meetingCodes
        for (first, second) in meeting.prefix(200) { lines.append("  \(first) and \(second) overlap or touch") }
        if meeting.count > 200 { lines.append("  and so do \((meeting.count - 200).grouped) pairs more") }
        for issue in file.issues.filter({ $0.severity == .error }).prefix(5) {
            lines.append("  \(issue.perimeter) cannot be used: \(issue.message)")
        }
        let faults = file.faulty(.error).union(file.faulty(.warning)).count
        lines.append(faults == 0 ? "all valid" : "\(faults.grouped) with faults: see qpv perimeters validate")
        return lines.joined(separator: "\n")
    }

    /// Two or three lines an issue, as a compiler writes them.
    var issues: String {
        var lines: [String] = []
        for issue in file.issues {
            let place = issue.location.map { " at \(Self.number($0.x)) \(Self.number($0.y))" } ?? ""
            lines.append("\(issue.severity.rawValue): \(issue.perimeter): \(issue.message)\(place) [\(issue.code)]")
            lines.append("  --> \(file.place(issue.line))")
            if !issue.remedy.isEmpty { lines.append("  = \(issue.remedy)") }
            if let bound = issue.bound { lines.append("  = \(bound.advice)") }
        }
        let unusable = file.faulty(.error).count
        let bad = file.faulty(.error).union(file.faulty(.warning))
        lines.append(
            "\(counted(file.perimeters.count, "perimeter")): \((file.perimeters.count - bad.count).grouped) without fault, "
                + "\((bad.count - unusable).grouped) with warnings, \(unusable.grouped) that cannot be used")
        return lines.joined(separator: "\n")
    }

    private static func number(_ value: Double) -> String {
        var buffer = OutputBuffer()
        buffer.append(fixed: value, decimals: 7, trimmed: true)
        return buffer.string
    }
}
