import Gazetteer

/// The gazetteer of a run, opened when the first address needs it.
final class LazyGazetteer {
    private let session: Session
    private let context: RunContext
    private let protect: ([String]) throws -> Void

    /// The gazetteer, once it is open.
    private(set) var opened: Gazetteer?

    /// Opens nothing yet.
    ///
    /// - Parameter protect: called with the path before the gazetteer is opened; refuses to write over it.
    init(
        _ session: Session, _ context: RunContext, protecting protect: @escaping ([String]) throws -> Void = { _ in }
    ) {
        (self.session, self.context, self.protect) = (session, context, protect)
    }

    /// The gazetteer, which is opened now at the latest.
    func open() throws -> Gazetteer? {
        if opened == nil {
            try protect([session.gazetteerPath(context)])
            opened = try session.gazetteer(context)
        }
        return opened
    }
}
