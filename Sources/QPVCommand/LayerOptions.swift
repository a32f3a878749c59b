public import ArgumentParser
import Foundation
import Gazetteer
import Geodesy
import Interchange
import Planar
public import QPVKit

/// Which of the perimeters are asked, and what is asked beside the verdict.
struct LayerOptions: ParsableArguments {
    @OptionGroup var vintages: VintageOptions

    @Option(
        help: ArgumentHelp(
            "A CSV name;members of named unions of perimeters (codes, names, or addresses, separated by |).",
            valueName: "file"))
    var groups: String?

    @Option(
        help: ArgumentHelp("A CSV ecriture;code_qp_2024 of other spellings of names, for --groups.", valueName: "file"))
    var aliases: String?

    @Option(
        help: ArgumentHelp(
            "Distances to test, such as 300,500: is the place within so many metres of a perimeter?",
            valueName: "metres"))
    var within: DistancesArgument?

    @Option(
        name: .customLong("rule"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Apply a rule of law, in a column of its own (repeatable): see \"qpv rules\".", valueName: "name"))
    var rules: [Rule] = []

    @Flag(help: "Distances in metres on the ground instead of metres of the territory's grid.")
    var ground = false

    func validate() throws {
        if aliases != nil, groups == nil { throw ValidationError("--aliases is for the names in --groups") }
        if Set(rules).count < rules.count { throw ValidationError("--rule names a rule twice") }
    }

    /// Whether nothing is asked but the verdict on the file's perimeters.
    var isNothing: Bool {
        !needsAllVintages && groups == nil && within == nil && rules.isEmpty && !ground
    }

    /// Whether the default perimeters of all vintages are wanted, where no file is named.
    var needsAllVintages: Bool { vintages.areChosen }

    /// The layers of files that were read.
    func layers(_ files: [PerimeterFile], quiet: Bool, gazetteer: () throws -> Gazetteer?) throws -> Layers {
        let layers = try vintages.layers(files, quiet: quiet)
        guard let groups else { return layers }
        let table = try aliases.map { try AliasTable(path: $0) } ?? AliasTable()
        let names = PerimeterNames(layers.main.atlas, aliases: table)
        return layers.adding(try Groups.layer(path: groups, names: names, gazetteer: gazetteer()))
    }

    /// What an audit appends for these options.
    func extras(_ layers: Layers, withAddresses: Bool) throws -> AuditExtras {
        var extras = AuditExtras(layers)
        extras.distances = within?.metres ?? []
        extras.rules = rules
        extras.onGround = ground
        for rule in rules {
            if rule.needsAddresses, !withAddresses {
                throw CommandError.usage("the rule \(rule.rawValue) needs addresses, not positions")
            }
            if let kind = rule.kind, extras.layer(of: rule, main: layers.main.atlas) == nil {
                throw CommandError.usage(
                    "the rule \(rule.rawValue) is about perimeters of kind \(kind.rawValue): give them with --perimeters "
                        + "\(kind.rawValue)=FILE")
            }
        }
        if !withAddresses, extras.layers.contains(where: { $0.hasAddressLists }) {
            throw CommandError.usage("a group made of addresses needs addresses, not positions")
        }
        return extras
    }
}

/// `300` or `300,500`, in metres: a millimetre to 100 km.
struct DistancesArgument: ExpressibleByArgument {
    let metres: [Double]

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        let metres = parts.compactMap { parseDouble($0.trimmingCharacters(in: .whitespaces)) }
        guard metres.count == parts.count, Set(metres).count == metres.count,
            metres.allSatisfy({ $0 >= 0.001 && $0 <= 100_000 })
        else { return nil }
        self.metres = metres
    }
}

extension Rule: ExpressibleByArgument {}
