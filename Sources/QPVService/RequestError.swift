/// Why a request has no result: fields, from which a caller makes words, an exit code or a status.
public struct RequestError: Error, Sendable, Equatable {
    /// The class of an error.
    public enum Kind: String, Sendable, CaseIterable {
        /// The request asks for something that cannot be.
        case usage
        /// A file is not what it should be.
        case badData
        /// A file is not there, or may not be read.
        case missingInput
        /// An output cannot be made.
        case cannotWrite
        /// Reading or writing failed on the way.
        case inputOutput
        /// The reader of the output went away.
        case brokenPipe
        /// The task was cancelled.
        case cancelled
    }

    /// The class.
    public var kind: Kind
    /// What is wrong.
    public var subject: Subject
    /// Where.
    public var place: FilePlace?
    /// What the caller can do.
    public var remedies: [Remedy]

    package init(_ kind: Kind, _ subject: Subject, at place: FilePlace? = nil, remedies: [Remedy] = []) {
        (self.kind, self.subject, self.place, self.remedies) = (kind, subject, place, remedies)
    }

    package static func usage(_ subject: Subject, file: String? = nil, remedies: [Remedy] = []) -> RequestError {
        RequestError(.usage, subject, at: file.map { FilePlace($0) }, remedies: remedies)
    }

    package static func badData(_ subject: Subject, at place: FilePlace, remedies: [Remedy] = []) -> RequestError {
        RequestError(.badData, subject, at: place, remedies: remedies)
    }

    /// The file at fault, as the caller gave it.
    public var file: String? { place?.file }
    /// The line at fault, from 1.
    public var line: Int? { place?.line }
    /// The column at fault in characters, from 1.
    public var column: Int? { place?.column }

    /// What a caller can do about an error.
    public enum Remedy: Sendable, Equatable {
        /// Name the columns that make the address.
        case nameAddressColumns
        /// Name the columns of coordinates.
        case nameCoordinateColumns
        /// Name a column of the places by its role.
        case namePlaceColumns
        /// Name the column of verdicts.
        case nameVerdictColumn
        /// State the CRS of a file.
        case stateCRS(of: FileRole)
        /// Give the file in longitude and latitude (WGS 84).
        case giveDegrees
        /// Name the layer of a file that has several.
        case nameLayer(of: FileRole)
        /// Name the field with the codes of perimeters.
        case nameCodeField
        /// Choose a day: the perimeters in force then are asked.
        case chooseDay
        /// Choose among the vintages.
        case chooseVintages
        /// Give the files of all vintages.
        case giveAllVintages
        /// Name the column of declared scopes.
        case nameScopeColumn
        /// Audit the rows with their positions.
        case auditPositions
        /// Ask for a report on a file of perimeters.
        case validatePerimeters(file: String)
        /// Save a stream as a file first.
        case saveAsFile
        /// Accept that the difference of two publications tells small counts.
        case acceptDifferencing
        /// Audit the rows first.
        case audit
        /// Audit the rows with these perimeters.
        case auditWith(file: String)
        /// What a library says, in a sentence.
        case advice(String)
    }

    /// What a file is to a request.
    public enum FileRole: String, Sendable {
        /// The perimeters asked.
        case perimeters
        /// The older ones of a comparison.
        case older
        /// The newer ones.
        case newer
        /// Places.
        case places
        /// The one file that the request is about.
        case input
    }
}
