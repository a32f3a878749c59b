import Foundation
import Interchange

extension Gazetteer {
    /// Compiles BAN files (CSV with `;` or `,`, plain or gzip) into one gazetteer file.
    ///
    /// The output is written beside its name and renamed when complete. The same inputs in any order, read once or
    /// twice, give the same bytes. Memory stays below `memory` bytes of rows plus the largest commune; what does not
    /// fit goes through a temporary file beside the output.
    ///
    /// - Parameters:
    ///   - inputs: BAN files, such as one per département.
    ///   - output: the gazetteer to write.
    ///   - memory: bytes of rows kept in memory at once.
    ///   - progress: called with what is being done and how far it is, 0 to 1.
    /// - Returns: what became of the rows.
    /// - Throws: ``InterchangeError`` when an input cannot be read or the output cannot be written; ``GazetteerError`` when
    ///   an input is no address base. Rows that cannot be used are in the report, they are no error.
    public static func build(
        inputs: [String], output: String, memory: Int = 1 << 30,
        progress: ((_ stage: String, _ fraction: Double) -> Void)? = nil
    ) throws -> BuildReport {
        // Opened first: that the output cannot be written is to be known before the inputs are read.
        let writer = try FileWriter(output)
        var report = BuildReport()
        var sources: [(sha256: String, name: String, path: String)] = []
        for path in inputs {
            let name = URL(fileURLWithPath: path).lastPathComponent
            sources.append((try SHA256Digest.ofFile(path).hexadecimal, name, path))
        }
        sources.sort { ($0.sha256, $0.name, $0.path) < ($1.sha256, $1.name, $1.path) }
        var spool = CommuneSpool(path: output + ".rows.\(getpid()).tmp", limit: memory)
        defer { spool.close() }
        for (index, source) in sources.enumerated() {
            if index > 0, sources[index - 1].sha256 == source.sha256 { continue }
            progress?("reading \(source.name)", Double(index) / Double(sources.count))
            try BANReader.read(source.path, into: &spool, report: &report)
        }
        let communes = spool.communes()
        guard !communes.isEmpty else { throw GazetteerError.empty(paths: inputs) }

        var summaries: [CommuneSummary] = []
        var global: [[UInt8]: SectionBuilder.WordCommunes] = [:]
        for (index, key) in communes.enumerated() {
            if index % 256 == 0 { progress?("building", Double(index) / Double(communes.count)) }
            var bytes: [UInt8] = []
            for shift in stride(from: 32, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: key >> UInt64(shift)))
            }
            var (page, summary, duplicates) = PageBuilder.build(
                code: String(decoding: bytes, as: UTF8.self), try spool.take(key))
            summary.pageOffset = writer.count
            if let (city, number) = CommuneName.arrondissement(summary.name) {
                (summary.city, summary.arrondissement) = (city, number)
            } else {
                summary.city = summary.name
            }
            report.dropped[.duplicate, default: 0] += duplicates
            report.streets += summary.streets
            report.addresses += summary.addresses
            for word in summary.words {
                global[word.text, default: .init()].communes.append(UInt32(index))
                global[word.text]!.streets += word.streets
            }
            summary.words = []
            summaries.append(summary)
            try writer.append(page)
        }
        if report.dropped[.duplicate] == 0 { report.dropped[.duplicate] = nil }
        report.communes = summaries.count
        report.rowsKept = report.addresses
        var unique: [(sha256: String, name: String)] = []
        for source in sources where unique.last?.sha256 != source.sha256 { unique.append((source.sha256, source.name)) }
        let meta = GazetteerMeta(inputs: unique).encoded()
        var sections = SectionBuilder()
        try writer.finish(
            sections.sections(summaries, global, meta: meta), communes: report.communes, streets: report.streets,
            addresses: report.addresses)
        report.bytes = writer.count
        progress?("done", 1)
        return report
    }
}
