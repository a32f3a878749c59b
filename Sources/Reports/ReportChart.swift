/// A chart of a report.
public enum ReportChart: Sendable {
    /// Shares with their bounds, one bar an item, and a target.
    case shares(title: String, items: [ShareItem], target: Double?)
    /// Counts of women to one side and of men to the other, one pair of bars an age band, with the part inside.
    case pyramid(title: String, bands: [PyramidBand])
    /// Parts of a whole, one bar an item, in the order of `classes`.
    case parts(title: String, classes: [String], items: [PartsItem])

    /// A share.
    public struct ShareItem: Sendable {
        /// What it is of.
        public var label: String
        /// The share, 0 to 1; nil when it is not known or not shown.
        public var share: Double?
        /// The least and the largest that it can be; nil when not known or not shown.
        public var bounds: ClosedRange<Double>?

        /// A share.
        public init(_ label: String, share: Double?, bounds: ClosedRange<Double>?) {
            self.label = label
            self.share = share
            self.bounds = bounds
        }
    }

    /// An age band.
    public struct PyramidBand: Sendable {
        /// Its name.
        public var label: String
        /// Women: all, and those inside; nil when not shown.
        public var women: (all: Int, inside: Int?)?
        /// Men: all, and those inside; nil when not shown.
        public var men: (all: Int, inside: Int?)?

        /// An age band.
        public init(_ label: String, women: (all: Int, inside: Int?)?, men: (all: Int, inside: Int?)?) {
            self.label = label
            self.women = women
            self.men = men
        }
    }

    /// A whole and its parts.
    public struct PartsItem: Sendable {
        /// What is divided.
        public var label: String
        /// The count of each class; nil when not shown.
        public var counts: [Int?]

        /// A whole.
        public init(_ label: String, counts: [Int?]) {
            self.label = label
            self.counts = counts
        }
    }
}
