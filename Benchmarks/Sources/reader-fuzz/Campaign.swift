import Foundation

/// Runs readers in processes of their own and starts them again after a file that ended one.
struct Campaign {
    let corpus: String
    let seed: UInt64
    /// A folder of this run, for mutants and what readers write.
    let scratch: String
    /// Where files that are faults are kept.
    let faults: String

    private static let batch = 2000

    /// Opens the seeds of a reader as they are.
    func replay(_ reader: FuzzedReader) throws -> Tally {
        let ground = try Ground(corpus: corpus, folder: scratch)
        let count = try reader.seeds(ground).count
        var tally = Tally()
        try run(reader, 0..<count, isReplay: true, &tally)
        return tally
    }

    /// Opens mutants until there are `count` of them or the time is over.
    func fuzz(_ reader: FuzzedReader, count: Int, until end: ContinuousClock.Instant?) throws -> Tally {
        _ = try Ground(corpus: corpus, folder: scratch)
        var tally = Tally()
        var next = 0
        while next < count, end.map({ ContinuousClock.now < $0 }) ?? true {
            let numbers = next..<min(next + Self.batch, count)
            next = try run(reader, numbers, until: end, &tally)
        }
        return tally
    }

    /// Runs a range of numbers, in as many processes as it takes; gives the number after the last one opened.
    @discardableResult
    private func run(
        _ reader: FuzzedReader, _ numbers: Range<Int>, isReplay: Bool = false,
        until end: ContinuousClock.Instant? = nil,
        _ tally: inout Tally
    ) throws -> Int {
        var next = numbers.lowerBound
        while next < numbers.upperBound {
            let folder = "\(scratch)/\(reader.name)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let process = try start(reader, next..<numbers.upperBound, isReplay: isReplay)
            var isOver = false
            for line in process.lines {
                guard let outcome = Outcome(line: line) else { continue }
                tally.add(outcome)
                next = outcome.number + 1
                if outcome.isExcess {
                    let cost = "\(outcome.seconds) s, \(outcome.growth >> 20) MB"
                    try keep(reader, outcome.number, cost, isReplay, &tally)
                }
                if let end, ContinuousClock.now > end {
                    isOver = true
                    break
                }
            }
            if isOver {
                process.end()
                return next
            }
            guard let signal = try process.signal() else { return numbers.upperBound }
            tally.countFile()
            try keep(reader, next, signal == SIGALRM ? "no end" : "signal \(signal)", isReplay, &tally)
            next += 1
        }
        return next
    }

    private func start(_ reader: FuzzedReader, _ numbers: Range<Int>, isReplay: Bool) throws -> WorkProcess {
        try WorkProcess([
            "--work", reader.name, "--from", "\(numbers.lowerBound)", "--to", "\(numbers.upperBound)",
            "--seed", "\(seed)", "--corpus", corpus, "--scratch", scratch, isReplay ? "--seeds" : "--mutants",
        ])
    }

    /// Notes a fault; writes a mutant under a name that begins as those of faults in the corpus.
    private func keep(
        _ reader: FuzzedReader, _ number: Int, _ what: String, _ isReplay: Bool, _ tally: inout Tally
    ) throws {
        let seeds = try reader.seeds(Ground(corpus: corpus, folder: scratch))
        var fault = "fault: \(reader.name) "
        if isReplay {
            fault += "\(seeds[number].files[0].name): \(what)"
        } else {
            let folder = "\(faults)/\(reader.name)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for file in Work.mutant(number, seed: seed, of: seeds.filter { !$0.isFault }).files {
                let path = "\(folder)/fault-\(seed)-\(number)\(file.name.drop { $0 != "." })"
                try Data(file.bytes).write(to: URL(fileURLWithPath: path))
            }
            fault += "\(number) of seed \(seed): \(what), kept in \(folder)"
        }
        tally.add(fault: fault)
        print(fault)
    }
}
