import Foundation
import Perimeters
import Planar
import Reports
import Wording

/// The marks of a map, from the back to the front, and the room that letters take.
struct SheetCanvas {
    private(set) var marks: [String] = []
    private let frame: Box
    private let scale: Double
    /// What letters and symbols must not cover.
    private var taken: [Box] = []
    private var letters = 0

    /// From this many on places have no letters: nobody could read them.
    private static let mostLetters = 60
    private static let radius = 6.5

    init(frame: Box) {
        self.frame = frame
        scale = SheetMap.width / frame.width
    }

    /// The ground, and the window that everything is drawn in.
    mutating func begin() {
        let size = "width=\"\(length(SheetMap.width))\" height=\"\(length(SheetMap.height))\""
        marks.append("<clipPath id=\"frame\"><rect \(size)/></clipPath>")
        marks.append("<g clip-path=\"url(#frame)\">\n<rect \(size) fill=\"#f8f9fb\"/>")
    }

    /// Closes the window with its frame.
    mutating func end() {
        marks.append(
            "</g>\n<rect x=\"0.5\" y=\"0.5\" width=\"\(length(SheetMap.width - 1))\" "
                + "height=\"\(length(SheetMap.height - 1))\" fill=\"none\" stroke=\"#c9d0d8\"/>")
    }

    /// Adds a shape; vertices closer to the one before than a sixth of a unit are left out.
    mutating func add(_ shape: MultiPolygon, _ style: String) {
        var path = ""
        shape.forEachRing { ring in
            var last: Point?
            for vertex in ring {
                let p = place(vertex)
                if let before = last, before.distance(to: p) < 0.15 { continue }
                path += "\(last == nil ? "M" : "L")\(length(p.x)) \(length(p.y))"
                last = p
            }
            path += "Z"
        }
        marks.append("<path d=\"\(path)\" fill-rule=\"evenodd\" \(style)/>")
    }

    /// Adds dots.
    mutating func add(_ points: [Point]) {
        guard !points.isEmpty else { return }
        var path = ""
        for point in points {
            let p = place(point)
            path += "M\(length(p.x)) \(length(p.y))h0"
        }
        marks.append(
            "<path d=\"\(path)\" fill=\"none\" stroke=\"#7b8691\" stroke-width=\"1.9\" stroke-linecap=\"round\"/>")
    }

    /// Adds a place at the nearest spot where its letter covers no other one.
    mutating func add(_ place: SheetMap.Place) {
        let p = self.place(place.position)
        func dot(_ radius: Double) -> String {
            "<circle cx=\"\(length(p.x))\" cy=\"\(length(p.y))\" r=\"\(length(radius))\" fill=\"\(place.color)\" "
                + "stroke=\"#ffffff\" stroke-width=\"0.8\"/>"
        }
        guard !place.letter.isEmpty, letters < Self.mostLetters, let spot = spot(near: p) else {
            marks.append(dot(3))
            return
        }
        letters += 1
        taken.append(Self.box(spot))
        if spot != p {
            marks.append(
                "<path d=\"M\(length(p.x)) \(length(p.y))L\(length(spot.x)) \(length(spot.y))\" "
                    + "stroke=\"\(place.color)\" stroke-width=\"1\"/>" + dot(2))
        }
        marks.append(
            "<circle cx=\"\(length(spot.x))\" cy=\"\(length(spot.y))\" r=\"\(length(Self.radius))\" "
                + "fill=\"\(place.color)\" stroke=\"#ffffff\"/><text x=\"\(length(spot.x))\" y=\"\(length(spot.y + 3.4))\" "
                + "text-anchor=\"middle\" fill=\"#ffffff\" font-size=\"9.5\" font-weight=\"600\">\(place.letter)</text>"
        )
    }

    /// Where a letter has room: at the place, or on rings around it; nil when all is taken.
    private func spot(near p: Point) -> Point? {
        for ring in 0...4 {
            for step in 0..<(ring == 0 ? 1 : 8 * ring) {
                let angle = 2 * Double.pi * Double(step) / Double(8 * max(ring, 1))
                let distance = Double(ring) * 2 * Self.radius
                let spot = Point(x: p.x + distance * cos(angle), y: p.y - distance * sin(angle))
                let box = Self.box(spot)
                if isInFrame(box), !taken.contains(where: { $0.intersects(box) }) { return spot }
            }
        }
        return nil
    }

    private static func box(_ p: Point) -> Box {
        Box(p, p).expanded(by: radius)
    }

    private func isInFrame(_ box: Box) -> Bool {
        box.minX >= 0 && box.minY >= 0 && box.maxX <= SheetMap.width && box.maxY <= SheetMap.height
    }

    /// Names another perimeter where most is seen of it, as near to the middle of that part as there is room; not over the perimeter of the
    /// sheet, which the name would seem to be of.
    mutating func name(_ perimeter: Perimeter, beside sheet: ZoneIndex) {
        let parts = perimeter.shape.polygons.map { part in
            (part, MultiPolygon(polygons: [part]).box.intersection(frame))
        }
        guard let (part, seen) = parts.max(by: { $0.1.width * $0.1.height < $1.1.width * $1.1.height }), !seen.isEmpty
        else { return }
        let text = perimeter.name.isEmpty ? perimeter.code : perimeter.name
        let short = text.count > 26 ? text.prefix(25).trimmingCharacters(in: .whitespaces) + "…" : text
        let half = Double(short.count) * 2.6 + 2
        for p in Self.middle(of: part, in: seen).map(place) {
            let box = Box(minX: p.x - half, minY: p.y - 9, maxX: p.x + half, maxY: p.y + 4)
            let covered = stride(from: box.minX, through: box.maxX, by: half / 4).contains { x in
                sheet.locate(ground(Point(x: x, y: p.y - 3)), inZone: 0) != .outside
            }
            guard isInFrame(box), !covered, !taken.contains(where: { $0.intersects(box) }) else { continue }
            taken.append(box)
            write(short, p, anchor: "middle", size: 10, color: "#3d4652")
            return
        }
    }

    /// Points of a polygon in a box, those near the middle of what is there first.
    private static func middle(of polygon: Polygon, in box: Box) -> [Point] {
        let index = ZoneIndex([MultiPolygon(polygons: [polygon])])
        var inside: [Point] = []
        let steps = 16
        for i in 0..<steps {
            for j in 0..<steps {
                let p = Point(
                    x: box.minX + box.width * (Double(i) + 0.5) / Double(steps),
                    y: box.minY + box.height * (Double(j) + 0.5) / Double(steps))
                if index.locate(p, inZone: 0) != .outside { inside.append(p) }
            }
        }
        let count = Double(max(inside.count, 1))
        let mean = Point(x: inside.reduce(0) { $0 + $1.x } / count, y: inside.reduce(0) { $0 + $1.y } / count)
        return inside.sorted { $0.squaredDistance(to: mean) < $1.squaredDistance(to: mean) }
    }

    /// A bar of 1, 2 or 5 times a power of ten metres.
    mutating func scaleBar(_ language: Language) {
        let most = 120 / scale
        let power = pow(10, log10(most).rounded(.down))
        let metres = [5.0, 2, 1].map { $0 * power }.first { $0 <= most } ?? power
        let end = 12 + metres * scale, y = SheetMap.height - 12
        let label = metres >= 1000 ? "\(Int(metres / 1000)) km" : "\(Int(metres)) m"
        taken.append(Box(minX: 0, minY: y - 22, maxX: end + 12, maxY: SheetMap.height))
        marks.append(
            "<path d=\"M12 \(length(y - 4))V\(length(y))H\(length(end))V\(length(y - 4))\" fill=\"none\" stroke=\"#1d2530\" "
                + "stroke-width=\"1.4\"/>")
        write(label, Point(x: 12 + metres * scale / 2, y: y - 5), anchor: "middle", size: 10.5, color: "#1d2530")
    }

    /// An arrow to the north.
    mutating func north(_ angle: Double) {
        let x = SheetMap.width - 20
        taken.append(Box(minX: x - 16, minY: 0, maxX: SheetMap.width, maxY: 48))
        marks.append(
            "<g transform=\"rotate(\(length(angle)) \(length(x)) 26)\"><path d=\"M\(length(x)) 16L\(length(x + 6)) 40L"
                + "\(length(x)) 35L\(length(x - 6)) 40Z\" fill=\"#1d2530\" stroke=\"#ffffff\" stroke-width=\"0.8\"/>")
        write("N", Point(x: x, y: 13), anchor: "middle", size: 11, color: "#1d2530")
        marks.append("</g>")
    }

    private mutating func write(_ text: String, _ p: Point, anchor: String, size: Double, color: String) {
        marks.append(
            "<text x=\"\(length(p.x))\" y=\"\(length(p.y))\" text-anchor=\"\(anchor)\" font-size=\"\(length(size))\" "
                + "fill=\"\(color)\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\">\(htmlEscaped(text))</text>"
        )
    }

    private func place(_ p: Point) -> Point {
        Point(x: (p.x - frame.minX) * scale, y: (frame.maxY - p.y) * scale)
    }

    private func ground(_ p: Point) -> Point {
        Point(x: frame.minX + p.x / scale, y: frame.maxY - p.y / scale)
    }

    private func length(_ value: Double) -> String { ChartDrawing.length(value) }
}
