public import Gazetteer
import Geodesy
import Planar
import Tables
import Topology

/// Named unions of perimeters, and perimeters made of addresses: a place in two members of a group counts once.
public enum Groups {
    private static let nameNames = ["name", "nom", "groupe", "group"]
    private static let memberNames = ["members", "membres", "perimetres", "perimeters"]
    /// From this score on an address of a list is taken; one less sure is an error.
    private static let leastScore = 0.8

    /// Reads a CSV of groups, one a row: columns `name` (or `nom`) and `members` (or `membres`), the members separated by `|`.
    ///
    /// A member is the code of a perimeter of the layer that `names` are of, a name that ``PerimeterNames`` resolves, or, when there is a gazetteer, an address; one
    /// without a number stands for all numbers of its street. The shape of a group is the union of its members' shapes, and
    /// a limit between two of them is none of its own. The layer has the prefix `group`; code and name of each of its
    /// perimeters are the group's name and its members' codes.
    ///
    /// - Throws: `InterchangeError`; ``TableError`` with the line of a member that is unknown, ambiguous or has no usable shape,
    ///   of a group that stands twice, is empty, or lies in two territories; `TopologyError`.
    public static func layer(path: String, names: PerimeterNames, gazetteer: Gazetteer?) throws -> Layer {
        let table = try SmallTable(path: path)
        let name = try table.column(nameNames), members = try table.column(memberNames)
        var groups: [(perimeter: Perimeter, rows: [AddressEntry])] = []
        for row in table.rows where !row.isBlank {
            let title = row.text(name)
            if title.isEmpty { throw table.error("a group has no name", row.line) }
            if groups.contains(where: { $0.perimeter.code == title }) {
                throw table.error("the group \(title) stands twice", row.line)
            }
            var builder = GroupBuilder(title, table, row.line, names, gazetteer)
            for member in row.text(members).split(separator: "|", omittingEmptySubsequences: false) {
                try builder.add(member.trimmed)
            }
            groups.append((try builder.perimeter(), builder.rows))
        }
        groups.sort { $0.perimeter.code < $1.perimeter.code }
        var lists = AddressLists()
        for (index, group) in groups.enumerated() {
            for row in group.rows {
                let citycode = gazetteer?.street(row.street)?.citycode ?? ""
                let commune = gazetteer?.communes(citycode: citycode).first?.id
                lists.add(row.id, street: row.street, commune: commune, to: index)
            }
        }
        if groups.isEmpty { throw table.error("there is no group in the file", 1) }
        let part = Layer.Part(source: table.source, vintages: [], count: groups.count, used: groups.count)
        return Layer(
            kind: nil, atlas: Atlas(groups.map(\.perimeter), source: table.source, missing: [], lists: lists),
            parts: [part], aliases: names.aliases.source, prefix: "group")
    }

    /// Gathers the members of one group.
    private struct GroupBuilder {
        private let title: String
        private let table: SmallTable
        private let line: Int
        private let names: PerimeterNames
        private let gazetteer: Gazetteer?
        private var perimeters: [Int] = []
        private(set) var rows: [AddressEntry] = []
        private var communes: [String] = []
        /// The member looked at, from 1. An address may be a person's: a message tells its number, not its text.
        private var number = 0

        init(_ title: String, _ table: SmallTable, _ line: Int, _ names: PerimeterNames, _ gazetteer: Gazetteer?) {
            (self.title, self.table, self.line, self.names, self.gazetteer) = (title, table, line, names, gazetteer)
        }

        mutating func add(_ member: String) throws {
            number += 1
            if member.isEmpty { return }
            switch names.resolve(member).meaning {
            case .one(let index):
                let perimeter = names.atlas.perimeters[index]
                if perimeter.shape.isEmpty {
                    throw table.error("\(perimeter.code) of the group \(title) has no usable shape", line)
                }
                if !perimeters.contains(index) { perimeters.append(index) }
                communes += perimeter.communeCodes
            case .ambiguous(let candidates):
                let codes = candidates.map { names.atlas.perimeters[$0].code }.joined(separator: ", ")
                throw table.error(
                    "\"\(member)\" in the group \(title) is ambiguous" + (codes.isEmpty ? "" : ": \(codes)"), line)
            case .absent(let code):
                throw table.error("\"\(member)\" in the group \(title) means \(code), which the main layer lacks", line)
            case .unknown:
                guard let gazetteer else {
                    throw table.error("member \(number) of the group \(title) is no perimeter of the main layer", line)
                }
                try add(address: member, gazetteer)
            }
        }

        private mutating func add(address text: String, _ gazetteer: Gazetteer) throws {
            let match = gazetteer.match(AddressQuery(text: text))
            guard match.score >= Groups.leastScore, match.places.count == 1,
                match.flags.isDisjoint(with: [.numberNotFound, .communeMismatch, .severalNumbers])
            else {
                throw table.error(
                    "member \(number) of the group \(title) is neither a perimeter of the main layer nor a known address",
                    line)
            }
            switch match.places[0].place {
            case .address(let row):
                if let entry = gazetteer.address(row) { rows.append(entry) }
            case .street(let id):
                var seen: Set<String> = []
                gazetteer.forEachAddress(inCommune: match.citycode) { entry in
                    if entry.street == id, seen.insert("\(entry.number) \(entry.suffix)").inserted {
                        rows.append(entry)
                    }
                }
            case .locality, .commune, .interpolated:
                throw table.error("member \(number) of the group \(title) is neither an address nor a street", line)
            }
            communes.append(match.citycode)
        }

        func perimeter() throws -> Perimeter {
            let members = perimeters.map { names.atlas.perimeters[$0] }
            if members.isEmpty, rows.isEmpty { throw table.error("the group \(title) has no member", line) }
            let territories = Set(members.compactMap(\.territory))
            if territories.count > 1 { throw table.error("the group \(title) lies in several territories", line) }
            let shapes = members.map(\.shape)
            let shape = shapes.count > 1 ? try TopologyContext().union(of: shapes) : shapes.first ?? MultiPolygon()
            var parts = members.map(\.code)
            if !rows.isEmpty { parts.append("\(rows.count) \(rows.count == 1 ? "address" : "addresses")") }
            return Perimeter(
                code: title, name: parts.joined(separator: " + "), kind: members.first?.kind ?? .other, vintage: nil,
                communeCodes: communes, communeNames: [], territory: territories.first, shape: shape.oriented,
                repair: nil,
                line: line, isList: members.isEmpty)
        }
    }
}
