import Foundation
import Synchronization

/// Temporary files and folders that a killed process left.
///
/// One is removed when its name is one that this program gives, its owner is the user, the process in its name has ended, and no
/// process holds its lock. The lock (flock) tells of processes that another container numbers, too.
enum Leftovers {
    /// What names of temporary files and folders in the common folder begin with; the number of the process follows.
    static let stem = "qpv-"

    /// States that this process uses a file or a folder, as long as the descriptor is open.
    static func markAsUsed(_ descriptor: Int32) { flock(descriptor, LOCK_EX | LOCK_NB) }

    /// Removes those of the folder of temporary files; once a process.
    static func removeTemporary(in folder: String) {
        guard isFirst("\(folder)/\(stem)") else { return }
        remove(in: folder, stem: stem)
    }

    /// Removes those beside an output; once a process for each output.
    static func remove(beside place: OutputPlace) {
        guard isFirst("\(place.folder)/\(place.hiddenStem)") else { return }
        remove(in: place.folder, stem: place.hiddenStem)
    }

    private static let visited = Mutex<Set<String>>([])

    private static func isFirst(_ place: String) -> Bool { visited.withLock { $0.insert(place).inserted } }

    private static func remove(in folder: String, stem: String) {
        guard let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        var found: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let process = process(inName: name, after: stem), !isAlive(process) { found.append(name) }
        }
        for name in found { remove("\(folder)/\(name)") }
    }

    /// The number of the process in a name such as `qpv-1234-5f3a`; nil for any other name.
    static func process(inName name: String, after stem: String) -> pid_t? {
        guard name.hasPrefix(stem) else { return nil }
        let rest = name.dropFirst(stem.count)
        let digits = rest.prefix { ("0"..."9").contains($0) }
        let ending = rest.dropFirst(digits.count)
        guard ending.first == "-", ending.count > 1, let number = pid_t(digits), number > 0 else { return nil }
        return number
    }

    private static func isAlive(_ process: pid_t) -> Bool { kill(process, 0) == 0 || errno != ESRCH }

    private static func remove(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0
        else { return }
        switch status.st_mode & S_IFMT {
        case S_IFREG: unlink(path)
        case S_IFDIR: try? FileManager.default.removeItem(atPath: path)
        default: break
        }
    }
}
