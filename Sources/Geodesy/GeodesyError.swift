/// Why a projection could not be prepared.
///
/// A point that cannot be projected is not an error: see ``Projector/project(_:)-(Point)``.
public enum GeodesyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// PROJ's database of reference systems (`proj.db`) was not found, and the pair of systems needs it.
    case databaseMissing(from: CRS, to: CRS)
    /// PROJ knows no transformation between the two systems; the message is its own.
    case transformationUnavailable(from: CRS, to: CRS, message: String)
    /// PROJ's database, which has the definitions as text, was not found or has not this one.
    case definitionUnavailable(CRS)

    /// The error as a compiler writes it, with what to do about it.
    public var description: String {
        switch self {
        case .databaseMissing(let from, let to):
            """
            error: proj.db is missing, and it is needed to go from \(from.name) to \(to.name)
              = help: install the Debian package proj-data, or set PROJ_DATA to the folder that has proj.db
            """
        case .transformationUnavailable(let from, let to, let message):
            """
            error: no transformation from \(from.name) to \(to.name)
              = note: PROJ says: \(message)
            """
        case .definitionUnavailable(let crs):
            """
            error: proj.db is missing, and it is needed to write the definition of \(crs.name)
              = help: install the Debian package proj-data, or set PROJ_DATA to the folder that has proj.db
            """
        }
    }
}
