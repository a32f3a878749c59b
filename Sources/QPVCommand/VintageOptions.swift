public import ArgumentParser
import Foundation
import Geodesy
public import QPVKit

/// Which vintages of the perimeters are taken.
struct VintageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The perimeters in force on that day, there and then: 2023-12-31 or 31/12/2023.", valueName: "date"))
    var on: CalendarDay?

    @Option(
        help: ArgumentHelp(
            "The vintages asked, such as 2024 or 2024,2015, or all; each after the first has columns of its own.",
            valueName: "years"))
    var vintage: VintagesArgument?

    func validate() throws {
        if on != nil, vintage != nil { throw ValidationError("--on or --vintage, not both") }
    }

    /// Whether the user chooses: then the default perimeters of all vintages are wanted, where no file is named.
    var areChosen: Bool { on != nil || vintage != nil }

    /// The layers of files that were read; says what they are.
    func layers(_ files: [PerimeterFile], quiet: Bool) throws -> Layers {
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
        return layers
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

extension CalendarDay: ExpressibleByArgument {
    /// `2023-12-31` or `31/12/2023`.
    public init?(argument: String) { self.init(argument) }
}
