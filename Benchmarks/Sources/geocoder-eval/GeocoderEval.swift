import Foundation
import Gazetteer
import Interchange

/// Answers the queries of an evaluation set with a gazetteer, as the scorer wants them, and says how fast.
///
///     geocoder-eval build OUTPUT INPUT...         compiles BAN files
///     geocoder-eval run GAZETTEER QUERIES.csv     prints set,id,result_type,label,… for each query
///         [--postcode]                            also gives the columns query_postcode, query_city and query_citycode
///         [--repeat N] [--sets a,b]               asks N times (median processor time on stderr), only these sets
///     geocoder-eval explain GAZETTEER TEXT        how one address is read
///     geocoder-eval evidence GAZETTEER QUERIES.csv [--postcode]
///                                                 what each answer rests on, for the calibration
///     geocoder-eval nearest GAZETTEER N           times the nearest address to N positions near addresses
@main
struct GeocoderEval {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 3 else { return print("usage: geocoder-eval build|run|explain …") }
        let command = arguments.removeFirst()
        switch command {
        case "build": try build(arguments)
        case "explain":
            let gazetteer = try Gazetteer(path: arguments[0])
            print(gazetteer.explain(AddressQuery(text: arguments[1...].joined(separator: " "))).description)
        case "nearest": try nearest(try Gazetteer(path: arguments[0]), count: Int(arguments[1]) ?? 1000)
        case "evidence": try evidence(arguments)
        default: try run(arguments)
        }
    }

    static func build(_ arguments: [String]) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let report = try Gazetteer.build(inputs: Array(arguments[1...]), output: arguments[0])
        let took = clock.now - start
        let perAddress = Double(report.bytes) / Double(report.addresses)
        print("\(report)\nbuilt in \(took), \(String(format: "%.1f", perAddress)) bytes an address")
    }

    /// Positions are up to about a kilometre from the middle of communes, spread evenly over their list.
    static func nearest(_ gazetteer: Gazetteer, count: Int) throws {
        let communes = gazetteer.communes
        let clock = ContinuousClock()
        var slowest = Duration.zero
        var metres = 0.0
        let start = clock.now
        for number in 0..<count {
            let commune = communes[number * communes.count / count]
            let shift = Double(number * 37 % 201 - 100) * 1e-4
            let before = clock.now
            let found = gazetteer.nearest(longitude: commune.longitude + shift, latitude: commune.latitude - shift / 2)
            slowest = max(slowest, clock.now - before)
            metres += found?.addressDistance ?? 0
        }
        print(
            "\(count) positions, \((clock.now - start) / count) each, slowest \(slowest), mean \(metres / Double(count)) m"
        )
    }

    static func run(_ arguments: [String]) throws {
        var arguments = arguments
        var option: (postcode: Bool, rounds: Int, sets: Set<String>) = (false, 1, [])
        while let flag = arguments.firstIndex(where: { $0.hasPrefix("--") }) {
            switch arguments.remove(at: flag) {
            case "--postcode": option.postcode = true
            case "--repeat": option.rounds = Int(arguments.remove(at: flag)) ?? 1
            default: option.sets = Set(arguments.remove(at: flag).split(separator: ",").map(String.init))
            }
        }
        let clock = ContinuousClock()
        let opening = clock.now
        let gazetteer = try Gazetteer(path: arguments[0])
        var scratch = MatchScratch()
        _ = gazetteer.match(AddressQuery(text: "1 rue de la mairie"), scratch: &scratch)
        note("opened and answered one query in \(clock.now - opening)")
        let rows = try queries(arguments[1]).filter { option.sets.isEmpty || option.sets.contains($0.set) }
        var seconds = [[Double]](repeating: [], count: rows.count)
        var matches: [Match] = []
        for _ in 0..<option.rounds {
            matches = []
            for (index, row) in rows.enumerated() {
                let query = row.address(parts: option.postcode)
                let start = processorSeconds()
                let match = gazetteer.match(query, scratch: &scratch)
                seconds[index].append(processorSeconds() - start)
                matches.append(match)
            }
        }
        var lines = "set,id,result_type,label,housenumber,street,postcode,city,citycode,lat,lon,score,seconds,id_ban\n"
        let times = seconds.map { $0.sorted()[$0.count / 2] }
        var total = 0.0
        for (index, row) in rows.enumerated() {
            let match = matches[index]
            total += times[index]
            let found = match.level != .none
            let fields = [
                row.set, row.id, found ? match.level.rawValue : "", match.label, match.housenumber, match.street,
                match.postcode, match.city, match.citycode, found ? String(format: "%.7f", match.latitude) : "",
                found ? String(format: "%.7f", match.longitude) : "", String(format: "%.4f", match.score),
                String(format: "%.7f", times[index]), match.id,
            ]
            lines += fields.map(quoted).joined(separator: ",") + "\n"
        }
        FileHandle.standardOutput.write(Data(lines.utf8))
        note("\(rows.count) queries, \(Int(Double(rows.count) / total)) a second, slowest \(times.max() ?? 0) s")
        var bySet: [String: (Double, Int, Double)] = [:]
        for (index, row) in rows.enumerated() {
            let old = bySet[row.set] ?? (0, 0, 0)
            bySet[row.set] = (old.0 + times[index], old.1 + 1, max(old.2, times[index]))
        }
        for (set, value) in bySet.sorted(by: { $0.key < $1.key }) {
            note(
                "  \(set): \(Int(Double(value.1) / value.0)) a second, slowest \(String(format: "%.2f", value.2 * 1000)) ms"
            )
        }
    }

    static func evidence(_ arguments: [String]) throws {
        let gazetteer = try Gazetteer(path: arguments[0])
        var table = EvidenceTable()
        let lines = try queries(arguments[1]).compactMap { row in
            table.row(row, gazetteer.explain(row.address(parts: arguments.contains("--postcode"))))
        }
        print(([table.header] + lines).joined(separator: "\n"))
    }

    /// The processor time of this thread: on a shared machine the clock counts other programs too.
    static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" }) else { return field }
        return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }

    /// One query of an evaluation set.
    struct Row {
        var set = ""
        var id = ""
        var query = ""
        var postcode = ""
        var city = ""
        var citycode = ""

        /// The text, and when they are asked for the postcode and the city as parts.
        func address(parts: Bool) -> AddressQuery {
            guard parts else { return AddressQuery(text: query) }
            return AddressQuery(text: query, postcode: postcode, city: city, citycode: citycode)
        }
    }

    /// The columns set, id, query, query_postcode, query_city and query_citycode; the truth is not read.
    static func queries(_ path: String) throws -> [Row] {
        let reader = try CSVReader(path: path)
        let columns = ["set", "id", "query", "query_postcode", "query_city", "query_citycode"].map {
            reader.header.names.firstIndex(of: $0) ?? -1
        }
        var rows: [Row] = []
        while let batch = try reader.nextBatch() {
            for index in 0..<batch.count {
                let cells = batch.texts(index)
                let values = columns.map { cells.indices.contains($0) ? cells[$0] : "" }
                rows.append(
                    Row(
                        set: values[0], id: values[1], query: values[2], postcode: values[3], city: values[4],
                        citycode: values[5]))
            }
        }
        return rows
    }
}
