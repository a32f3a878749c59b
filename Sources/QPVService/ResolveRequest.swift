import QPVKit

/// The perimeters that some spellings mean.
public struct ResolveRequest: Sendable {
    /// The spellings, or codes.
    public var names: [String]
    /// A CSV of other spellings; nil for none.
    public var aliases: String?
    /// A commune's name or INSEE code, to which the answers are limited; nil for all.
    public var commune: String?

    /// A question.
    public init(_ names: [String], aliases: String? = nil, commune: String? = nil) {
        (self.names, self.aliases, self.commune) = (names, aliases, commune)
    }

    /// Answers for each spelling, in their order.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(
        in session: Session, _ context: RunContext = RunContext()
    ) throws -> Outcome<[PerimeterAnswer]> {
        let context = context.begun()
        let atlas = try session.perimeterFile(context).atlas
        let table = try aliases.map { try AliasTable(path: $0) } ?? AliasTable()
        let resolver = PerimeterNames(atlas, aliases: table)
        var provenance = Provenance(version: Version.number, command: "perimeters resolve")
        provenance.state(atlas)
        return try Outcome(names.map { PerimeterAnswer($0, in: resolver, commune: commune) }, context, provenance)
    }
}
