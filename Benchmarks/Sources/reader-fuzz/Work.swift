import Foundation
import Seeded

/// The files that one process opens one after another: mutants of a seed by their numbers, or seeds as they are.
///
/// It writes a line to standard output after each file. The process that started it sees from the lines which file ended it.
struct Work {
    let reader: FuzzedReader
    let seed: UInt64
    let numbers: Range<Int>
    /// Whether the seeds are opened as they are, the number being the seed's place.
    let isReplay: Bool

    /// Processor time that a file may take, in seconds; growth of memory, in bytes. Beyond them a file is a fault.
    static let mostSeconds = 2.0
    static let mostBytes = 500 << 20

    /// Wall time after which a process that does not come back is ended, in seconds.
    private static let patience: UInt32 = 60

    /// The mutant with a number: the same seed of numbers makes the same bytes.
    static func mutant(_ number: Int, seed: UInt64, of seeds: [Seed]) -> Seed {
        var random = SplitMix(state: seed ^ UInt64(number) &* 0xD1B5_4A32_D192_ED03)
        _ = random.next()
        var mutant = random.pick(seeds)
        mutant.mutate(&random)
        return mutant
    }

    func run(_ ground: Ground, folder: String) async throws {
        let seeds = try reader.seeds(ground)
        let plain = seeds.filter { !$0.isFault }
        var old: [String] = []
        let start = Self.peak()
        for number in numbers where !isReplay || number < seeds.count {
            let mutant = isReplay ? seeds[number] : Self.mutant(number, seed: seed, of: plain)
            let path = try mutant.write(to: folder, replacing: old)
            old = mutant.files.map(\.name)
            alarm(Self.patience)
            let (time, peak) = (Self.processorTime(), Self.peak())
            var reach = FuzzedReader.Reach.accepted
            var gist = ""
            do {
                try await reader.open(FuzzedReader.File(path: path, number: number, ground: ground))
            } catch {
                (reach, gist) = (.init(error), FuzzedReader.gist(error))
            }
            let now = Self.peak()
            // A peak that this file did not raise was another one's.
            let outcome = Outcome(
                number: number, reach: reach, gist: reach == .accepted ? "" : gist,
                seconds: Self.processorTime() - time, growth: now > peak ? now - start : 0)
            let line = Array(outcome.line.utf8)
            guard write(1, line, line.count) == line.count else { return }
        }
        alarm(0)
    }

    /// The processor time of all threads, in seconds.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory that the process has had, in bytes.
    private static func peak() -> Int {
        var usage = rusage()
        // RUSAGE_SELF, which is a number on one system and an enumeration on another.
        getrusage(0, &usage)
        #if os(Linux)
            return usage.ru_maxrss << 10
        #else
            return usage.ru_maxrss
        #endif
    }
}

/// What became of one file.
struct Outcome {
    let number: Int
    let reach: FuzzedReader.Reach
    /// Why it was refused.
    let gist: String
    /// Processor time.
    let seconds: Double
    /// How far the process grew beyond its start, in bytes; 0 when this file did not raise the peak.
    let growth: Int

    var line: String { "\(number)\t\(reach.rawValue)\t\(seconds)\t\(growth)\t\(gist)\n" }

    /// Whether it took more than a file may.
    var isExcess: Bool { seconds > Work.mostSeconds || growth > Work.mostBytes }
}

extension Outcome {
    /// Reads a line of a process; nil for one that was cut.
    init?(line: Substring) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 5, let number = Int(parts[0]), let reach = FuzzedReader.Reach(rawValue: String(parts[1])),
            let seconds = Double(parts[2]), let growth = Int(parts[3])
        else { return nil }
        self.init(number: number, reach: reach, gist: String(parts[4]), seconds: seconds, growth: growth)
    }
}
