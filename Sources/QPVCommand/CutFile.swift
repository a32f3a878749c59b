import ArgumentParser
import Foundation
import Interchange

/// What happens when a mapped file is cut while it is open: the system sends SIGBUS to who reads beyond its new end.
enum CutFile {
    /// From now on the program then says so, removes its temporary files and ends with the exit code of a failed reading. Outputs have
    /// no name yet at that time: none is left.
    static func endsProgram() {
        signal(SIGBUS) { _ in
            let message: StaticString = "error: the gazetteer was cut, or its disk failed, while it was read\n"
            message.withUTF8Buffer { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
            PrivateFolder.removeAll()
            _exit(ExitStatus.inputOutput.rawValue)
        }
    }
}
