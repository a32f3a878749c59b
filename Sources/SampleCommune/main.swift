import Foundation

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "geodata"
do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in Sample.files() {
        try Data(file.bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(file.name), options: .atomic)
    }
} catch {
    FileHandle.standardError.write(Data("error: cannot write the sample: \(error)\n".utf8))
    exit(74)
}
