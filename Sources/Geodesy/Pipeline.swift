/// The PROJ pipeline between two systems whose definitions need no database.
enum Pipeline {
    /// The pipeline's text, from degrees or metres to degrees or metres; nil when the database is needed.
    static func text(from: CRS, to: CRS) -> String? {
        guard let there = from.definition.steps, let onward = to.definition.steps else { return nil }
        if from == to { return "+proj=noop" }
        var steps = there.reversed().map(inverse) + onward
        if from.isGeographic { steps.insert("proj=unitconvert xy_in=deg xy_out=rad", at: 0) }
        if to.isGeographic { steps.append("proj=unitconvert xy_in=rad xy_out=deg") }
        return "+proj=pipeline "
            + steps.map { "+step " + $0.split(separator: " ").map { "+\($0)" }.joined(separator: " ") }
            .joined(separator: " ")
    }

    /// The projection alone, which takes radians: the last step of a grid.
    static func projection(of crs: CRS) -> String? {
        guard !crs.isGeographic, let last = crs.definition.steps?.last else { return nil }
        return last.split(separator: " ").map { "+\($0)" }.joined(separator: " ")
    }

    private static func inverse(_ step: String) -> String {
        step.hasPrefix("inv ") ? String(step.dropFirst(4)) : "inv " + step
    }
}
