import Foundation
import Seeded

/// Opens mutated files with every reader of qpv and asserts that none ends the process, takes longer than 2 s of processor time or
/// more than 500 MB.
///
///     reader-fuzz [--corpus Benchmarks/fuzz/corpus] [--replay FOLDER] [--reader NAME,…] [--count N] [--minutes M] [--seed S]
///                 [--faults FOLDER] [--reasons N]
///
/// `--replay` opens the files of a folder laid out as the corpus, as they are; mutants follow when `--count` or `--minutes` asks for
/// them. `--count` is of each reader, 1000 by default; `--minutes` is of all readers together. The same seed makes the same
/// files. Mutants that are faults are written to the folder of `--faults`. Exits 1 when there is one.
@main
struct ReaderFuzz {
    static func main() async throws {
        let options = Options(CommandLine.arguments)
        #if COVERAGE
            if let name = options["--cover"], let reader = FuzzedReader.all.first(where: { $0.name == name }) {
                let ground = try Ground(
                    corpus: options["--corpus"] ?? "Benchmarks/fuzz/corpus", folder: options["--scratch"] ?? ".")
                exit(try Coverage.run(reader, ground, options.behind("--")))
            }
        #endif
        if let name = options["--work"] {
            try await work(named: name, options)
        } else if try !fuzz(options) {
            exit(1)
        }
    }

    /// Runs all readers and prints what became of the files; false when there are faults.
    private static func fuzz(_ options: Options) throws -> Bool {
        let corpus = options["--replay"] ?? options["--corpus"] ?? "Benchmarks/fuzz/corpus"
        let names = options["--reader"]?.split(separator: ",").map(String.init)
        if let unknown = names?.first(where: { name in !FuzzedReader.all.contains { $0.name == name } }) {
            print("no reader \(unknown): \(FuzzedReader.all.map(\.name).joined(separator: ", "))")
            exit(64)
        }
        let readers = FuzzedReader.all.filter { names?.contains($0.name) ?? true }
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("reader-fuzz-\(getpid())").path
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let campaign = Campaign(
            corpus: corpus, seed: UInt64(options["--seed"] ?? "") ?? 1, scratch: scratch,
            faults: options["--faults"] ?? "faults")
        let isReplay = options["--replay"] != nil
        let minutes = options["--minutes"].flatMap(Double.init)
        let count = options["--count"].flatMap { Int($0) } ?? (minutes == nil ? (isReplay ? 0 : 1000) : .max)

        print(Tally.heading)
        var sum = Tally()
        var reasons: [String] = []
        for reader in readers {
            var tally = isReplay ? try campaign.replay(reader) : Tally()
            let end = minutes.map { ContinuousClock.now + .seconds($0 * 60 / Double(readers.count)) }
            tally = try tally + campaign.fuzz(reader, count: count, until: end)
            print(tally.row(reader.name))
            fflush(nil)
            reasons += tally.reasons(Int(options["--reasons"] ?? "") ?? 0).map { "\(reader.name): \($0)" }
            sum = sum + tally
        }
        print(sum.row("all"))
        for reason in reasons { print(reason) }
        return sum.faults.isEmpty
    }

    /// One of the processes that open files.
    private static func work(named name: String, _ options: Options) async throws {
        guard let reader = FuzzedReader.all.first(where: { $0.name == name }), let corpus = options["--corpus"],
            let scratch = options["--scratch"], let from = options["--from"].flatMap({ Int($0) }),
            let to = options["--to"].flatMap({ Int($0) }), let seed = options["--seed"].flatMap({ UInt64($0) })
        else { exit(64) }
        let work = Work(reader: reader, seed: seed, numbers: from..<to, isReplay: options.has("--seeds"))
        try await work.run(try Ground(corpus: corpus, folder: scratch), folder: "\(scratch)/\(name)")
    }
}

/// The words of the command line.
private struct Options {
    private let words: [String]

    init(_ words: [String]) { self.words = words }

    func has(_ name: String) -> Bool { words.contains(name) }

    /// The words behind one.
    func behind(_ name: String) -> [String] { words.firstIndex(of: name).map { Array(words[($0 + 1)...]) } ?? [] }

    subscript(name: String) -> String? {
        guard let at = words.firstIndex(of: name), at + 1 < words.count else { return nil }
        return words[at + 1]
    }
}
