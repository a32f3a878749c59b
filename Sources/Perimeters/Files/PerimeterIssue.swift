public import Interchange
public import Planar

/// Something wrong with one perimeter of a file, and what was done about it.
public struct PerimeterIssue: Sendable, Equatable {
    /// How bad it is.
    public enum Severity: String, Sendable {
        /// The perimeter cannot be used: nothing will ever be found in it.
        case error
        /// It is used, with the change stated.
        case warning
    }

    /// What is wrong: the codes of `InvalidityReason`, or one of `no_code`, `duplicate_code`, `not_a_polygon`, `no_territory`,
    /// `several_territories`, `wrong_grid`, `no_area`, `tangled`.
    public let code: String
    /// How bad it is.
    public let severity: Severity
    /// The perimeter's code; empty when it has none.
    public let perimeter: String
    /// The line of the file where the perimeter begins, from 1; in a format without lines, the number of the feature.
    public let line: Int
    /// What is wrong, in a sentence.
    public let message: String
    /// What was done, in a sentence; empty when nothing could be.
    public let remedy: String
    /// Where, in the file's own coordinates.
    public let location: Point?
    /// Square metres of the territory's grid that the remedy added (positive) or removed, against the area that the raw
    /// rings give by formula; nil when no area is concerned.
    public let areaChange: Double?

    /// The limit that the perimeter is beyond; nil for any other fault.
    public let bound: ReadingLimits.Bound?

    init(
        _ code: String, _ severity: Severity, _ perimeter: String, line: Int, _ message: String, remedy: String = "",
        location: Point? = nil, areaChange: Double? = nil, bound: ReadingLimits.Bound? = nil
    ) {
        self.bound = bound
        self.code = code
        self.severity = severity
        self.perimeter = perimeter
        self.line = line
        self.message = message
        self.remedy = remedy
        self.location = location
        self.areaChange = areaChange
    }
}
