import ArgumentParser

/// `ROLE=NAME`, such as `scope=Territoire`.
struct RoleArgument<Role: RawRepresentable<String> & Sendable>: ExpressibleByArgument {
    let role: Role
    let name: String

    init?(argument: String) {
        guard let parts = argument.roleAndName, let role = Role(rawValue: parts.role) else { return nil }
        (self.role, name) = (role, parts.name)
    }
}

extension [String] {
    /// The names of a role, in the order given.
    init<Role: Equatable>(_ role: Role, in arguments: [RoleArgument<Role>]) {
        self = arguments.filter { $0.role == role }.map(\.name)
    }
}

extension String {
    /// The texts before and after the first `=`; nil when there are not both.
    var roleAndName: (role: String, name: String)? {
        let parts = split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } ? (parts[0], parts[1]) : nil
    }
}
