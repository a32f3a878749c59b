/// GEOS could not lay perimeters over one another.
public struct DifferenceError: Error, Sendable, CustomStringConvertible {
    /// The codes of the perimeters.
    public let perimeters: [String]
    /// What GEOS says.
    public let reason: String

    package init(perimeters: [String], reason: String) { (self.perimeters, self.reason) = (perimeters, reason) }

    /// What is wrong, as a compiler writes it.
    public var description: String {
        "error: the shapes of \(perimeters.joined(separator: ", ")) cannot be laid over one another\n  = \(reason)"
    }
}
