/// Why an operation on polygons could not be done.
public enum TopologyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A coordinate is NaN or infinite; `polygon` and `ring` count from 0, ring 0 is the exterior.
    case notFinite(polygon: Int, ring: Int, point: Int)
    /// A ring cannot be handed over: it is open or has fewer than four points. Repair it first.
    case notARing(InvalidityReason)
    /// GEOS refused; `function` is the name of its C function, `message` its own text.
    case geos(function: String, message: String)

    /// The error as a compiler writes it.
    public var description: String {
        switch self {
        case .notFinite(let polygon, let ring, let point):
            "error: a coordinate is not a finite number (polygon \(polygon), ring \(ring), point \(point))"
        case .notARing(let reason):
            "error: \(reason)"
        case .geos(let function, let message):
            "error: \(message)\n  = note: from \(function)"
        }
    }
}
