import Planar
import TestSupport
import Testing

@testable import GeoPackages
@testable import Interchange

@Suite("well-known binary")
struct WellKnownBinaryTests {
    /// A geometry written plainly: numbers in either byte order, types as given.
    struct Maker {
        var isLittle = true
        var bytes: [UInt8] = []

        mutating func begin(_ type: UInt32) {
            bytes.append(isLittle ? 1 : 0)
            count(type)
        }

        mutating func count(_ value: UInt32) { put((0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }) }

        mutating func numbers(_ values: Double...) {
            for value in values { put((0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }) }
        }

        private mutating func put(_ little: [UInt8]) { bytes += isLittle ? little : little.reversed() }
    }

    static func read(_ bytes: [UInt8]) throws(WKBFault) -> Geometry {
        try bytes.withUnsafeBytes { bytes in
            Result { () throws(WKBFault) in
                var reader = WKBReader(bytes)
                return try reader.read()
            }
        }.get()
    }

    static let square = [Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 0)]

    @Test("both byte orders; Z and M of either writing are dropped", arguments: [true, false])
    func forms(isLittle: Bool) throws {
        let forms: [(type: UInt32, extra: Int, srid: Bool)] = [
            (3, 0, false), (1003, 1, false), (2003, 1, false), (3003, 2, false), (0x8000_0003, 1, false),
            (0x4000_0003, 1, false), (0xC000_0003, 2, false), (0x2000_0003, 0, true),
        ]
        for form in forms {
            var maker = Maker(isLittle: isLittle)
            maker.begin(form.type)
            if form.srid { maker.count(2154) }
            maker.count(1)
            maker.count(4)
            for point in Self.square {
                maker.numbers(point.x, point.y)
                for _ in 0..<form.extra { maker.numbers(9) }
            }
            let area = try #require(try Self.read(maker.bytes).area)
            #expect(area == MultiPolygon(polygons: [Polygon(exterior: Self.square)]), "\(form)")
        }
    }

    @Test("points and lines are read as what they are; empty ones are empty")
    func others() throws {
        func typeName(_ body: (inout Maker) -> Void) throws -> String {
            var maker = Maker()
            body(&maker)
            return try Self.read(maker.bytes).typeName
        }
        let point = { (maker: inout Maker) in
            maker.begin(1)
            maker.numbers(1, 2)
        }
        #expect(try typeName(point) == "Point")
        let emptyPoint = try typeName {
            $0.begin(1)
            $0.numbers(.nan, .nan)
        }
        #expect(emptyPoint == "null")
        let points = try typeName {
            $0.begin(4)
            $0.count(2)
            point(&$0)
            point(&$0)
        }
        #expect(points == "MultiPoint")
        let line = { (maker: inout Maker) in
            maker.begin(2)
            maker.count(2)
            maker.numbers(0, 0, 1, 1)
        }
        #expect(try typeName(line) == "LineString")
        let lines = try typeName {
            $0.begin(5)
            $0.count(1)
            line(&$0)
        }
        #expect(lines == "MultiLineString")
        for type: UInt32 in 2...6 {
            let empty = try typeName {
                $0.begin(type)
                $0.count(0)
            }
            #expect(empty == "null", "type \(type)")
        }
    }

    @Test("a cut collection, a curve, a point among polygons and counts beyond the bytes are refused")
    func refused() {
        func fault(_ type: UInt32, _ counts: UInt32...) -> String? {
            var maker = Maker()
            maker.begin(type)
            for count in counts { maker.count(count) }
            do {
                _ = try Self.read(maker.bytes)
                return nil
            } catch { return error.message }
        }
        #expect(fault(7, 0) == nil)
        #expect(fault(7, 2) == "the bytes end in the middle of it")
        #expect(fault(10, 0)?.hasPrefix("a CurvePolygon has arcs: save it with straight lines") == true)
        #expect(fault(99, 0)?.contains("99") == true)
        #expect(fault(9003, 0) == "9003 is no type of geometry")
        for type: UInt32 in 1...6 { #expect(fault(type, 0xFFFF_FFFF) == "the bytes end in the middle of it") }
        #expect(fault(3, 0, 0) == "there are bytes behind the geometry")
        var maker = Maker()
        maker.begin(6)
        maker.count(1)
        maker.begin(1)
        maker.numbers(1, 2)
        #expect(throws: WKBFault.self) { try Self.read(maker.bytes) }
    }

    @Test("mutated bytes are a fault or a geometry, never a crash", arguments: [UInt64(21)])
    func mutated(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let hole = Self.square.map { Point(x: $0.x / 2, y: $0.y / 2) }
        let area = MultiPolygon(polygons: [Polygon(exterior: Self.square, holes: [hole]), Polygon(exterior: hole)])
        let original = GeoPackageGeometry.write(area, srs: 4326)
        for _ in 0..<20_000 {
            var bytes = original
            bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0...255, using: &generator)
            bytes.removeLast(
                Int.random(in: 0..<4, using: &generator) == 0 ? Int.random(in: 0...40, using: &generator) : 0)
            _ = bytes.withUnsafeBytes { bytes in try? GeoPackageGeometry.read(bytes) }
        }
    }
}
