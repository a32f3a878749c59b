public import Planar

/// Why a multipolygon is not valid in the sense of the OGC's Simple Features, and where.
public struct InvalidityReason: Sendable, Hashable, CustomStringConvertible {
    /// What is wrong; the raw value is stable and may be written to files.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// Edges cross or overlap.
        case selfIntersection = "self_intersection"
        /// A ring touches itself in a point.
        case ringSelfIntersection = "ring_self_intersection"
        /// A ring has fewer than three distinct points.
        case tooFewPoints = "too_few_points"
        /// A hole lies outside of its exterior ring.
        case holeOutsideShell = "hole_outside_shell"
        /// A polygon lies inside another one.
        case nestedShells = "nested_shells"
        /// A hole lies inside another one.
        case nestedHoles = "nested_holes"
        /// Holes cut the interior into pieces.
        case disconnectedInterior = "disconnected_interior"
        /// The last point of a ring is not its first one.
        case notClosed = "not_closed"
        /// Two rings are the same.
        case duplicateRings = "duplicate_rings"
        /// A coordinate is NaN or infinite.
        case notFinite = "not_finite"
        /// There is no polygon, or a polygon without exterior ring.
        case empty
        /// Anything else that GEOS reports.
        case other
    }

    /// What is wrong.
    public let code: Code
    /// The sentence of GEOS, or of our own checks that run before it; may change from one version of GEOS to the next.
    public let message: String
    /// Where, in the coordinates of the input; nil when there is no place.
    public let location: Point?

    init(_ code: Code, _ message: String, at location: Point?) {
        self.code = code
        self.message = message
        self.location = location
    }

    /// From GEOS' own words.
    init(geos message: String, at location: Point?) {
        self.init(Code(geos: message), message, at: location)
    }

    /// The message with the place: `Self-intersection at 844120.602787107 6341061.24129647`.
    public var description: String {
        guard let location else { return message }
        return "\(message) at \(location.x) \(location.y)"
    }
}

extension InvalidityReason.Code {
    /// The code of a message of GEOS, compared by its letters only, since versions differ in hyphens and case.
    init(geos message: String) {
        let letters = String(message.lowercased().filter(\.isLetter))
        self = Self.words.first { letters.contains($0.0) }?.1 ?? .other
    }

    /// The longer phrase before the shorter one that it contains.
    private static let words: [(String, Self)] = [
        ("ringselfintersection", .ringSelfIntersection),
        ("selfintersection", .selfIntersection),
        ("toofewpoints", .tooFewPoints),
        ("holeliesoutsideshell", .holeOutsideShell),
        ("nestedshells", .nestedShells),
        ("holesarenested", .nestedHoles),
        ("nestedholes", .nestedHoles),
        ("interiorisdisconnected", .disconnectedInterior),
        ("duplicaterings", .duplicateRings),
        ("ringisnotclosed", .notClosed),
        ("invalidcoordinate", .notFinite),
    ]
}
