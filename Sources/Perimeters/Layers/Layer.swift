public import Geodesy
public import Provenance
public import Wording

/// Perimeters of one kind that are asked together, and the files they come from.
public struct Layer: Sendable {
    /// What the perimeters are; nil for named unions of perimeters (``Groups``).
    public let kind: PerimeterKind?
    /// The perimeters.
    public package(set) var atlas: Atlas
    /// Where they come from, in the order given.
    public package(set) var parts: [Part]
    /// The table of spellings that helped to find its members; only for groups.
    public package(set) var aliases: SourceFile?
    /// What its columns begin with: `qpv`, `qva`, `territoire_vecu`, `qpv_2015`, `group`.
    public let prefix: String

    /// What a layer takes of one file.
    public struct Part: Sendable, Equatable {
        /// The file.
        public let source: SourceFile
        /// The vintages of what is taken of it, in ascending order.
        public let vintages: [Int]
        /// How many perimeters of the layer's kind are in the file.
        public let count: Int
        /// How many of them are in the layer: those in force, or of the vintage asked.
        public let used: Int

        /// States a part.
        public init(source: SourceFile, vintages: [Int], count: Int, used: Int) {
            self.source = source
            self.vintages = vintages
            self.count = count
            self.used = used
        }
    }

    /// Territories whose perimeters in force on the day asked are not here, though others of theirs are in the files: a place
    /// there is uncertain, with the reason `not_in_force`.
    public var missingTerritories: [Territory] { Territory.allCases.filter(atlas.missing.contains) }

    /// Whether some of its perimeters are lists of addresses, which say nothing about a position.
    public var hasAddressLists: Bool { !atlas.lists.isEmpty }

    /// How a person is told what it is: `qpv of 2024`, `qva`.
    public var title: String {
        guard let kind else { return "groups" }
        let vintages = atlas.vintages.map(String.init)
        return vintages.isEmpty ? kind.rawValue : "\(kind.rawValue) of \(vintages.joined(separator: " and "))"
    }

    /// How a report heads it: `QPV 2024`, `Territoires vécus`.
    public func heading(_ language: Language) -> String {
        let name =
            switch kind {
            case nil: language("Groupes", "Groups")
            case .qpv?: "QPV"
            case .qva?: "QVA"
            case .territoireVecu?: "Territoires vécus"
            case .npnru?: "NPNRU"
            case .zfu?: "ZFU"
            case .other?: language("Périmètres", "Perimeters")
            }
        return ([name] + atlas.vintages.map(String.init)).joined(separator: " ")
    }
}
