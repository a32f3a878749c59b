import ArgumentParser
import QPVKit

/// `france`, or numbers of départements and INSEE codes of communes between commas.
struct CoversArgument: ExpressibleByArgument {
    let ground: Ground

    init?(argument: String) {
        let names = NamesArgument(argument: argument).names
        guard !names.isEmpty, let ground = Ground(stated: names) else { return nil }
        self.ground = ground
    }
}
