public import Coverage
public import Gazetteer
public import Perimeters
public import Provenance
public import Verdicts
public import Wording

/// What sheets are made of.
public struct SheetInputs: Sendable {
    /// All perimeters of the layer: the ones asked, and their neighbours.
    public var atlas: Atlas
    /// The addresses; nil when none are counted.
    public var gazetteer: Gazetteer?
    /// How far the true place may be from an address's position.
    public var radii = RadiusTable()
    /// The places; nil when none are asked.
    public var places: Places?
    /// The distances, in metres, within which places are counted.
    public var distances: [Double] = [300, 500]
    /// The perimeters of an earlier vintage; nil when there are none to compare with.
    public var earlier: PerimeterFile?
    /// Who is inside; nil when nobody is counted.
    public var persons: SheetPersons?
    /// The file that they were counted in.
    public var personsFile = SourceFile(path: "", sha256: "")
    /// Communes, whose limits are drawn; nil when none are given.
    public var limits: [Perimeter]?
    /// The language of the sheets.
    public var language = Language.french

    /// Sheets on the perimeters of an atlas alone.
    public init(_ atlas: Atlas) { self.atlas = atlas }
}
