import Gazetteer
import Geodesy
import Interchange
import QPVKit
import Topology

extension RequestError {
    /// The fields of any error that a request throws; nil for an error of the caller's own closures.
    public init?(_ error: any Error) {
        switch error {
        case let error as RequestError: self = error
        case let error as InterchangeError:
            let place = error.file.map { FilePlace($0, line: error.line, column: error.column) }
            self.init(Kind(error.kind), .interchange(error), at: place)
        case let error as PerimeterError: self.init(error)
        case let error as LayersError: self.init(.badData, .layers(error), remedies: Self.remedies(error))
        case let error as TableError:
            self.init(
                .badData, .table(error), at: FilePlace(error.file, line: error.line),
                remedies: error.remedy.map { [Remedy($0)] } ?? [])
        case let error as ColumnError:
            self.init(.badData, .columns(error), remedies: [.nameAddressColumns, .nameCoordinateColumns])
        case let error as StatisticsError: self.init(.usage, .statistics(error))
        case let error as DisclosureError: self.init(.usage, .disclosure(error))
        case let error as GazetteerError: self.init(.badData, .gazetteer(error))
        case let error as TopologyError: self.init(.badData, .topology(error))
        case let error as DifferenceError:
            self.init(.badData, .difference(perimeters: error.perimeters, reason: error.reason))
        case let error as GeodesyError: self.init(.inputOutput, .geodesy(error))
        case is CancellationError: self.init(.cancelled, .cancelled)
        default: return nil
        }
    }

    private init(_ error: PerimeterError) {
        self.init(.badData, .perimeters(error))
        switch error {
        // Of a file whose CRS can be stated, the error is made where its role is known.
        case .unknownCRS(let name, let file):
            (subject, place, remedies) = (.unknownCRS(name), FilePlace(file), [.giveDegrees])
        case .severalLayers(_, let file): (place, remedies) = (FilePlace(file), [.nameLayer(of: .input)])
        case .emptyCode, .noCode: remedies = [.nameCodeField]
        case .noPerimeters(let file), .noneInDepartements(_, let file), .mixed(_, _, let file),
            .noLayer(let file, _), .noSuchLayer(_, _, let file):
            place = FilePlace(file)
        }
    }

    private static func remedies(_ error: LayersError) -> [Remedy] {
        switch error {
        case .severalVintages: [.chooseDay, .chooseVintages]
        case .severalVintagesInForce: [.chooseVintages]
        case .nothingInForce: [.giveAllVintages]
        case .noSuchVintage, .codeInTwoFiles, .unreadableDate, .undated, .nothing: []
        }
    }
}

extension RequestError.Kind {
    /// The class of a fault of reading or writing.
    fileprivate init(_ kind: InterchangeError.Kind) {
        switch kind {
        case .missingInput, .isDirectory, .permissionDenied: self = .missingInput
        case .badData: self = .badData
        case .cannotCreate: self = .cannotWrite
        case .readFailed, .writeFailed, .diskFull: self = .inputOutput
        case .brokenPipe: self = .brokenPipe
        }
    }
}

extension RequestError.Remedy {
    /// What a small table's error says can be done.
    fileprivate init(_ remedy: TableError.Remedy) {
        switch remedy {
        case .nameScopeColumn: self = .nameScopeColumn
        case .auditPositions: self = .auditPositions
        case .audit: self = .audit
        }
    }
}
