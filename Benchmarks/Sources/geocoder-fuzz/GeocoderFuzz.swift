import Foundation
import Gazetteer
import Seeded

/// Asks a gazetteer for random bytes and for its own addresses with random damage, and asserts that every answer is
/// sound and that none takes long.
///
///     geocoder-fuzz GAZETTEER [--count 1000000] [--seed 1] [--limit-ms 50]
///
/// Times are processor times of the thread. Exits 1 when an answer is not sound, or takes longer than the limit twice in
/// a row (a single slow answer may be the machine's; it is counted and asked again). The same seed asks the same queries.
/// A million take about six minutes of processor time: for ten million, run ten seeds, two at a time.
@main
struct GeocoderFuzz {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        func option(_ name: String, _ value: Double) -> Double {
            guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count else { return value }
            defer { arguments.removeSubrange(at...(at + 1)) }
            return Double(arguments[at + 1]) ?? value
        }
        let count = Int(option("--count", 1_000_000))
        let seed = UInt64(option("--seed", 1))
        let limit = Duration.milliseconds(Int(option("--limit-ms", 50)))
        guard let path = arguments.first else { return print("usage: geocoder-fuzz GAZETTEER [--count N] [--seed S]") }
        let gazetteer = try Gazetteer(path: path)
        var maker = QueryMaker(gazetteer, seed: seed)
        var scratch = MatchScratch()
        let clock = ContinuousClock()
        let start = clock.now
        var (faults, slow, slowTwice) = (0, 0, 0)
        var slowest = Duration.zero
        var levels: [MatchLevel: Int] = [:]
        for number in 0..<count {
            let query = maker.next()
            let before = processorTime()
            let match = gazetteer.match(query, scratch: &scratch)
            let took = processorTime() - before
            slowest = max(slowest, took)
            levels[match.level, default: 0] += 1
            if !isSound(match) {
                faults += 1
                print("query \(number) of seed \(seed): not sound: \(query)\n  -> \(match)")
            }
            if took > limit {
                slow += 1
                let start = processorTime()
                _ = gazetteer.match(query, scratch: &scratch)
                let again = processorTime() - start
                if again > limit {
                    slowTwice += 1
                    print("query \(number) of seed \(seed): \(took), then \(again): \(query)")
                }
            }
        }
        let found = MatchLevel.allCases.map { "\($0.rawValue) \(levels[$0] ?? 0)" }.joined(separator: ", ")
        print("\(count) queries of seed \(seed) in \(clock.now - start): \(found)")
        print("\(faults) faults, \(slow) over \(limit), \(slowTwice) of them again, slowest \(slowest)")
        if faults + slowTwice > 0 { exit(1) }
    }

    /// The processor time of this thread: other programs do not count.
    static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// What must hold of every answer.
    static func isSound(_ match: Match) -> Bool {
        guard (0...1).contains(match.score), match.scoreNext >= 0, match.scoreNext <= match.score else { return false }
        if match.level == .none { return match.places.isEmpty }
        return abs(match.places.reduce(0) { $0 + $1.weight } - 1) < 1e-9 && match.longitude.isFinite
            && match.latitude.isFinite && !match.label.isEmpty
    }
}

/// Makes queries: one in four of random bytes, the rest addresses of the base with up to six kinds of damage.
struct QueryMaker {
    private var random: SplitMix
    private var lines: [(text: String, postcode: String, city: String)] = []

    init(_ gazetteer: Gazetteer, seed: UInt64) {
        random = SplitMix(state: seed)
        for commune in gazetteer.communes.prefix(400) {
            for street in gazetteer.streets(inCommune: commune.citycode).prefix(200) {
                lines.append((street.name, street.postcode, commune.city))
            }
        }
    }

    mutating func next() -> AddressQuery {
        if Int.random(in: 0..<4, using: &random) == 0 || lines.isEmpty { return noise() }
        let line = lines.randomElement(using: &random)!
        let number = Int.random(in: 0...300, using: &random)
        var text = Array("\(number) \(line.text)".utf8)
        let asParts = Bool.random(using: &random)
        if !asParts { text += Array(" \(line.postcode) \(line.city)".utf8) }
        for _ in 0..<Int.random(in: 0...6, using: &random) { damage(&text) }
        var query = AddressQuery(text: String(decoding: text, as: UTF8.self))
        if asParts {
            var postcode = Array(line.postcode.utf8)
            if Int.random(in: 0..<8, using: &random) == 0 { damage(&postcode) }
            (query.postcode, query.city) = (String(decoding: postcode, as: UTF8.self), line.city)
        }
        return query
    }

    /// Bytes of any value, or of those that addresses are made of.
    private mutating func noise() -> AddressQuery {
        let letters = Array("aeinrst0123456789 ,-'./rue de la bis 75001\"();é".utf8)
        let isAny = Bool.random(using: &random)
        let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
            isAny ? UInt8.random(in: 0...255, using: &random) : letters.randomElement(using: &random)!
        }
        return AddressQuery(text: String(decoding: bytes, as: UTF8.self))
    }

    /// A byte left out, changed or put in, two exchanged, a stretch repeated or moved, a word of another address.
    private mutating func damage(_ text: inout [UInt8]) {
        guard !text.isEmpty else { return }
        let at = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0: text.remove(at: at)
        case 1: text[at] = UInt8.random(in: 0...255, using: &random)
        case 2: text.insert(UInt8.random(in: 32...126, using: &random), at: at)
        case 3: text.swapAt(at, max(at - 1, 0))
        case 4: text.insert(contentsOf: text.suffix(Int.random(in: 1...20, using: &random)), at: at)
        case 5: text = Array(text[at...] + text[..<at])
        default: text.insert(contentsOf: Array(" \(lines.randomElement(using: &random)!.text) ".utf8), at: at)
        }
    }
}
