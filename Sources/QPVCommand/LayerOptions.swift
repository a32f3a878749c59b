public import ArgumentParser
import Foundation
import Gazetteer
import Geodesy
import Interchange
import Planar
public import QPVKit

/// Which of the perimeters are asked.
struct LayerChoiceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The perimeters in force on that day, there and then: 2023-12-31 or 31/12/2023.", valueName: "date"))
    var on: CalendarDay?

    @Option(
        help: ArgumentHelp(
            "The vintages asked, such as 2024 or 2024,2015, or all; each after the first has columns of its own.",
            valueName: "years"))
    var vintage: VintagesArgument?

    @Option(
        help: ArgumentHelp(
            "A CSV name;members of named unions of perimeters (codes, names, or addresses, separated by |).",
            valueName: "file"))
    var groups: String?

    @Option(
        help: ArgumentHelp("A CSV ecriture;code_qp_2024 of other spellings of names, for --groups.", valueName: "file"))
    var aliases: String?

    func validate() throws {
        if on != nil, vintage != nil { throw ValidationError("--on or --vintage, not both") }
        if aliases != nil, groups == nil { throw ValidationError("--aliases is for the names in --groups") }
    }

    /// Whether all perimeters of the file are asked, as they are.
    var isNothing: Bool { on == nil && vintage == nil && groups == nil }

    /// The files that a user writes by hand.
    var files: [String] { [groups, aliases].compactMap { $0 } }

    /// Whether the default perimeters of all vintages are wanted, where no file is named.
    var needsAllVintages: Bool { on != nil || vintage != nil }

    /// The layers of files that were read.
    func layers(_ files: [PerimeterFile], quiet: Bool, gazetteer: () throws -> Gazetteer?) throws -> Layers {
        let layers = try Layers(files, choosing: on.map { .on($0) } ?? vintage.map { .vintages($0.years) } ?? .only)
        if !quiet {
            for kind in layers.undatedKinds {
                Terminal.say("note: nobody says when perimeters of kind \(kind.rawValue) were in force: all are asked")
            }
            if let date = layers.date {
                for kind in layers.all.filter(\.atlas.perimeters.isEmpty).compactMap(\.kind) {
                    Terminal.say(
                        "note: no perimeter of kind \(kind.rawValue) was in force on \(date): all is outside of them")
                }
            }
            for lack in layers.lacking {
                Terminal.say(
                    "note: no perimeter of kind \(lack.kind.rawValue) is of the vintage \(Self.list(lack.vintages)): "
                        + "there are those of \(Self.list(lack.found))")
            }
            if !layers.isPlain { Terminal.say(Self.account(of: layers)) }
        }
        for layer in layers.all where !layer.missingTerritories.isEmpty {
            Terminal.say(
                "warning: the perimeters of kind \(layer.kind?.rawValue ?? "") in force on that day are not among the files in "
                    + layer.missingTerritories.map(\.name).joined(separator: ", ") + ": places there are uncertain")
        }
        guard let groups else { return layers }
        let table = try aliases.map { try AliasTable(path: $0) } ?? AliasTable()
        let names = PerimeterNames(layers.main.atlas, aliases: table)
        return layers.adding(try Groups.layer(path: groups, names: names, gazetteer: gazetteer()))
    }

    private static func list(_ years: [Int]) -> String { years.map(String.init).joined(separator: ", ") }

    private static func account(of layers: Layers) -> String {
        layers.all.map { layer in
            let files = layer.parts.map { part in
                let count =
                    part.used == part.count ? part.count.grouped : "\(part.used.grouped) of \(part.count.grouped)"
                return "\(count) of \(part.source.path)"
            }
            return "note: \(layer.prefix)_: \(layer.title)" + (layers.date.map { " in force on \($0)" } ?? "") + ": "
                + files.joined(separator: ", ")
        }.joined(separator: "\n")
    }
}

/// Which of the perimeters are asked, and what is asked beside the verdict.
struct LayerOptions: ParsableArguments {
    @OptionGroup var choice: LayerChoiceOptions

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
        if Set(rules).count < rules.count { throw ValidationError("--rule names a rule twice") }
    }

    /// Whether nothing is asked but the verdict on the file's perimeters.
    var isNothing: Bool { choice.isNothing && within == nil && rules.isEmpty && !ground }

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

/// `2024`, `2024,2015` or `all`.
struct VintagesArgument: ExpressibleByArgument {
    /// In the order given; empty for all.
    let years: [Int]

    init?(argument: String) {
        if argument == "all" {
            years = []
            return
        }
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map {
            Int($0.trimmingCharacters(in: .whitespaces))
        }
        let years = parts.compactMap { $0 }
        guard !years.isEmpty, years.count == parts.count, Set(years).count == years.count,
            years.allSatisfy((1000...9999).contains)
        else { return nil }
        self.years = years
    }
}

/// `300` or `300,500`, in metres: a millimetre to 100 km.
struct DistancesArgument: ExpressibleByArgument, CustomStringConvertible {
    let metres: [Double]
    let description: String

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        let metres = parts.compactMap { parseDouble($0.trimmingCharacters(in: .whitespaces)) }
        guard metres.count == parts.count, Set(metres).count == metres.count,
            metres.allSatisfy({ $0 >= 0.001 && $0 <= 100_000 })
        else { return nil }
        self.metres = metres
        description = argument
    }
}

extension CalendarDay: ExpressibleByArgument {
    /// `2023-12-31` or `31/12/2023`.
    public init?(argument: String) { self.init(argument) }
}

extension Rule: ExpressibleByArgument {}
