import Gazetteer
import Geodesy
import Planar
import QPVKit

/// One address or position, with the evidence of its verdict.
public struct CheckRequest: Sendable {
    /// What is asked about.
    public enum Place: Sendable, Equatable {
        /// An address in one text; it may list several.
        case address(String)
        /// Degrees, WGS 84.
        case position(longitude: Double, latitude: Double)
    }

    /// What is asked about.
    public var place: Place
    /// What is asked beside the verdict.
    public var questions = LayerQuestions()
    /// Whether perimeters far from the place may be left unread, which answers one question five times sooner. The provenance and
    /// the notes are then about what was read; and the session reads the file again for each question.
    public var readsSurroundingsOnly = false

    /// A question.
    public init(_ place: Place) { self.place = place }

    /// Answers.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(in session: Session, _ context: RunContext = RunContext()) throws -> Outcome<CheckResult> {
        let context = context.begun()
        let selection = session.options.selection
        var subject = Subject(session.options.verdict, place)
        if case .address(let text) = place { subject.match(text, try session.gazetteer(context)) }
        let isPlain = selection.isNothing && questions.isNothing
        let window =
            readsSurroundingsOnly && isPlain && session.options.isOneFileReadAgain ? subject.surroundings : nil
        func layers(_ window: Box?, _ context: RunContext) throws -> Layers {
            try session.layers(repairs: isPlain ? .onDemand : .all, window: window, context) { subject.gazetteer }
        }
        // What was noted while only a part was read is said where that part is all that is needed.
        let heard = RunContext()
        var asked: Layers
        do {
            asked = try layers(window, heard)
        } catch {
            context.note(recorded: heard.notes)
            throw error
        }
        var (examiner, finding) = try subject.examine(asked.main.atlas)
        let isFar = finding.verdict.distance.map { abs($0) > Self.surelyInside } ?? true
        if window != nil, isFar || !asked.isPlain {
            asked = try layers(nil, context)
            (examiner, finding) = try subject.examine(asked.main.atlas, again: finding)
        } else {
            context.note(recorded: heard.notes)
        }
        let extras = try questions.extras(asked, withAddresses: subject.gazetteer != nil)
        let result = CheckResult(
            finding: try ExtraExaminer(extras, main: examiner).examine(finding), layers: asked, extras: extras,
            sanity: subject.sanity)
        var provenance = Provenance(version: Version.number, command: "check")
        provenance.state(asked)
        if let gazetteer = subject.gazetteer { provenance.state(gazetteer.info) }
        provenance.state(examiner.options)
        provenance.state(extras)
        return try Outcome(result, context, provenance)
    }

    /// A border nearer than this, in metres, is surely the nearest of all: the window reaches 100 km from the match, and no
    /// street is 20 km long.
    private static let surelyInside = 60_000.0

    /// The place asked about, matched once however often it is examined.
    private struct Subject {
        private let options: Examiner.Options
        private let place: Place
        private(set) var gazetteer: Gazetteer?
        private var match: Match?

        init(_ options: Examiner.Options, _ place: Place) { (self.options, self.place) = (options, place) }

        /// Matches a text that is one address; one of several is matched when it is examined.
        mutating func match(_ text: String, _ gazetteer: Gazetteer) {
            self.gazetteer = gazetteer
            if AddressExpression.read(text).isSingle { match = gazetteer.match(AddressQuery(text: text)) }
        }

        /// Whether the position is in France; nil for an address.
        var sanity: CoordinateSanity? {
            guard case .position(let longitude, let latitude) = place else { return nil }
            return .of(longitude: longitude, latitude: latitude)
        }

        /// The surroundings of the one place asked about, in degrees: no other perimeters need be read. Nil when there may be
        /// several places.
        var surroundings: Box? {
            let center: Point
            switch place {
            case .position(let longitude, let latitude): center = Point(x: longitude, y: latitude)
            case .address:
                guard let match, match.places.count == 1, match.level != .municipality, match.level != .none else {
                    return nil
                }
                center = Point(x: match.longitude, y: match.latitude)
            }
            guard center.isFinite else { return nil }
            return Box(minX: center.x - 1.5, minY: center.y - 1, maxX: center.x + 1.5, maxY: center.y + 1)
        }

        /// The finding about it.
        ///
        /// - Parameter other: what was found with fewer perimeters: it is judged again, not matched again.
        func examine(_ atlas: Atlas, again other: Finding? = nil) throws -> (Examiner, Finding) {
            let examiner = Examiner(atlas: atlas, gazetteer: gazetteer, options: options)
            if let other { return (examiner, try examiner.examine(again: other)) }
            switch place {
            case .position(let longitude, let latitude):
                return (examiner, try examiner.examine(longitude: longitude, latitude: latitude))
            case .address(let text):
                let query = AddressQuery(text: text)
                if let match { return (examiner, try examiner.examine(query, matched: match)) }
                return (examiner, try examiner.examine(query))
            }
        }
    }
}
