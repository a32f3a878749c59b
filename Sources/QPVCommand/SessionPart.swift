import Foundation
import Gazetteer
import QPVService

/// A group of options that says something about a session.
protocol SessionPart {
    /// States it.
    func apply(to options: inout SessionOptions)
}

/// A group of options that names files of perimeters.
protocol PerimeterPart: SessionPart {
    /// The files.
    var perimeters: [PerimeterArgument] { get }
    /// What the files do not say of themselves.
    var reading: ReadingOptions { get }
}

extension PerimeterPart {
    /// The files named, as the user gave them.
    var paths: [String] { perimeters.map(\.path) }

    func apply(to options: inout SessionOptions) {
        options.perimeters = perimeters.map(\.source)
        reading.apply(to: &options.reading)
    }
}

extension Session {
    /// The session that a command line asks for; what no option names comes from the user's data folder.
    convenience init(_ parts: any SessionPart...) {
        var options = SessionOptions(
            data: DataFolder(
                environment: ProcessInfo.processInfo.environment, program: Bundle.main.executableURL?.path))
        options.gazetteerStorage = .mapped
        for part in parts { part.apply(to: &options) }
        self.init(options)
    }
}
