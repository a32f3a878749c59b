import Gazetteer
import QPVKit

/// The files about the ground and the addresses that no place covers; opened before the work begins.
struct GapFiles {
    private let gaps: ResultFile?
    private let addresses: ResultFile?
    private let isCSV: Bool

    /// Opens the files that are asked for.
    ///
    /// - Parameters:
    ///   - inputs: files that they must not replace.
    ///   - personal: inputs about persons.
    ///   - report: the outputs of the report.
    /// - Throws: ``RequestError`` when one would replace an input or another output.
    init(
        gaps: String?, addresses: String?, notReplacing inputs: [String], limitedTo personal: [String],
        beside report: ReportOutputs
    ) throws {
        isCSV = gaps?.lowercased().hasSuffix(".csv") ?? false
        self.gaps = try gaps.map { try ResultFile(path: $0, notReplacing: inputs, limitedTo: personal) }
        self.addresses = try addresses.map { try ResultFile(path: $0, notReplacing: inputs, limitedTo: personal) }
        if let gaps = self.gaps, let addresses = self.addresses, gaps.meets(addresses) {
            throw RequestError.usage(.outputsMeet(.gapsAndAddresses))
        }
        for file in [self.gaps, self.addresses].compactMap({ $0 }) { try report.requireApart(from: file) }
    }

    /// Whether no file is asked for.
    var isEmpty: Bool { gaps == nil && addresses == nil }

    /// Each with its bytes.
    func contents(_ output: GapOutput, gazetteer: Gazetteer?) throws -> [(file: ResultFile, bytes: [UInt8])] {
        var contents: [(file: ResultFile, bytes: [UInt8])] = []
        if let gaps { contents.append((gaps, try isCSV ? output.table().bytes : output.geoJSON().bytes)) }
        if let addresses, let gazetteer { contents.append((addresses, output.addresses(gazetteer).bytes)) }
        return contents
    }
}
