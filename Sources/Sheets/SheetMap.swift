import Foundation
import Geodesy
import Perimeters
import Planar
import Reports
import Wording

/// What the map of a sheet shows, in metres of the grid of the perimeter's territory.
struct SheetMap {
    /// A place, and how it is marked.
    struct Place {
        let position: Point
        /// One letter; empty for a place without one.
        let letter: String
        let color: String
    }

    /// Units of the drawing.
    static let width = 480.0, height = 400.0

    let perimeter: Perimeter
    /// Perimeters that meet the frame.
    let others: [Perimeter]
    /// The limits of communes that meet the frame; nil when none were given.
    let limits: [MultiPolygon]?
    /// Addresses in the frame.
    let addresses: [Point]
    /// Places in the frame.
    let places: [Place]
    /// Where north is, in degrees clockwise from the top.
    let north: Double
    let language: Language

    /// The ground that the map shows: the perimeter with some of its surroundings, in the shape of the drawing.
    static func frame(around box: Box) -> Box {
        let margin = max(0.12 * max(box.width, box.height), 150)
        let scale = min(width / (box.width + 2 * margin), height / (box.height + 2 * margin))
        let half = Point(x: width / scale / 2, y: height / scale / 2)
        let center = box.center
        return Box(
            minX: center.x - half.x, minY: center.y - half.y, maxX: center.x + half.x, maxY: center.y + half.y)
    }

    /// Where north is at the middle of a box, in degrees clockwise from the grid's own north.
    static func north(_ box: Box, _ projector: Projector) -> Double {
        guard let degrees = projector.inverse(box.center), let here = projector.project(degrees),
            let there = projector.project(Point(x: degrees.x, y: degrees.y + 0.001))
        else { return 0 }
        return atan2(there.x - here.x, there.y - here.y) * 180 / .pi
    }

    /// The drawing. Linear in the vertices and addresses.
    var drawing: ReportDrawing {
        var canvas = SheetCanvas(frame: Self.frame(around: perimeter.shape.box))
        canvas.begin()
        for limit in limits ?? [] { canvas.add(limit, "fill=\"none\" stroke=\"#6b7581\" stroke-dasharray=\"6 3\"") }
        for other in others {
            canvas.add(other.shape, "fill=\"#d5dae0\" fill-opacity=\"0.55\" stroke=\"#8a94a0\" stroke-width=\"0.8\"")
        }
        canvas.add(
            perimeter.shape,
            "fill=\"#0b4f8a\" fill-opacity=\"0.13\" stroke=\"#0b4f8a\" stroke-width=\"2\" "
                + "stroke-linejoin=\"round\"")
        canvas.add(addresses)
        canvas.scaleBar(language)
        canvas.north(north)
        for place in places { canvas.add(place) }
        let sheet = ZoneIndex([perimeter.shape])
        for other in others { canvas.name(other, beside: sheet) }
        canvas.end()
        return ReportDrawing(
            title: language("Carte : \(perimeter.name)", "Map: \(perimeter.name)"), words: words, width: Self.width,
            height: Self.height, marks: canvas.marks, legend: legend)
    }

    private var words: [String] {
        let names = Set(others.map { "\($0.name) (\($0.code))" }).sorted().joined(separator: ", ")
        return [
            language("périmètre \(perimeter.code)", "perimeter \(perimeter.code)"),
            language("périmètres voisins : ", "neighbouring perimeters: ")
                + (names.isEmpty ? language("aucun", "none") : names),
            language("adresses représentées : \(addresses.count)", "addresses shown: \(addresses.count)"),
            language("lieux représentés : \(places.count)", "places shown: \(places.count)"),
        ]
    }

    private var legend: [(marks: String, label: String)] {
        func area(_ fill: String, _ stroke: String) -> String {
            "<rect x=\"1\" y=\"1\" width=\"8\" height=\"8\" fill=\"\(fill)\" stroke=\"\(stroke)\"/>"
        }
        var legend = [(marks: area("#dfe8f1", "#0b4f8a"), label: language("le quartier", "the perimeter"))]
        if !others.isEmpty {
            legend.append((area("#e6e9ed", "#8a94a0"), language("périmètre voisin", "other perimeter")))
        }
        if !addresses.isEmpty {
            legend.append(
                ("<circle cx=\"5\" cy=\"5\" r=\"2\" fill=\"#7b8691\"/>", language("adresse", "address")))
        }
        if let limits, !limits.isEmpty {
            legend.append(
                (
                    "<path d=\"M0 5H10\" stroke=\"#6b7581\" stroke-width=\"1.4\" stroke-dasharray=\"3 1.5\"/>",
                    language("limite de commune", "commune limit")
                ))
        }
        if !places.isEmpty {
            legend.append(
                (
                    "<circle cx=\"5\" cy=\"5\" r=\"4.5\" fill=\"#3d4652\"/>",
                    language("lieu (lettre : voir le tableau)", "place (letter: see the table)")
                ))
        }
        return legend
    }

    /// The colours of places, dark enough for white letters (4.5 to 1).
    static let colors = ["#b3261e", "#6d4c86", "#1b6b3a", "#8a5a00", "#7a1f5c", "#00666b", "#3d4652"]
}
