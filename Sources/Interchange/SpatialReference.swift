/// A reference system as a file states it, whoever knows it: what it means is for the caller to say.
public struct SpatialReference: Sendable, Hashable {
    /// Who gave the code: `EPSG`, `IGNF`, `NONE`.
    public var organization: String
    /// The code.
    public var code: Int
    /// The name.
    public var name: String
    /// The definition as well-known text; `undefined` when the file says that there is none.
    public var definition: String

    /// States a system.
    public init(organization: String, code: Int, name: String, definition: String) {
        self.organization = organization
        self.code = code
        self.name = name
        self.definition = definition
    }
}
