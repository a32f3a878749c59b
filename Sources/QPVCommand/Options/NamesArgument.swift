import ArgumentParser
import Foundation

/// Names between commas, without the spaces around them.
struct NamesArgument: ExpressibleByArgument {
    /// The names, those that are only spaces too.
    let all: [String]

    /// The names that are more than spaces.
    var names: [String] { all.filter { !$0.isEmpty } }

    init(argument: String) { all = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
}
