import Geodesy
import Interchange
import QPVKit
import QPVService
import Testing

@Suite("a session without any command")
struct SessionTests {
    @Test("an audit of rows in memory writes its rows to a closure and returns counts, notes and provenance")
    func audit() async throws {
        let seen = Kept<Note>()
        var written = OutputBuffer()
        let outcome = try await AuditRequest(Samples.table()).run(
            in: Samples.session(), to: .sink { written.append($0.bytes) }, RunContext(note: { seen.add($0) }))
        let lines = written.string.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("nom;adresse;code_postal;commune;qpv_verdict;qpv_code;"))
        #expect(lines[1].contains(";inside;QN09903I;"))
        #expect(lines[2].contains(";outside;"))
        #expect(lines[3].contains(";not_located;"))
        #expect(outcome.value.summary.rows == 3)
        #expect(outcome.value.isUndecided)
        #expect(outcome.notes == seen.all)
        #expect(outcome.notes.contains(.addressColumns(["adresse", "code_postal", "commune"])))
        #expect(outcome.notes.allSatisfy { $0.severity == .note })
        #expect(outcome.provenance.value["command"]?.string == "audit")
        #expect(outcome.provenance.value["input"]?["file"]?.string == "rows.csv")
    }

    @Test("a second request finds the files open, and is told the same about them")
    func opened() async throws {
        let session = Samples.session()
        let first = try await AuditRequest(Samples.table()).run(in: session, to: .sink { _ in })
        let second = try await AuditRequest(Samples.table()).run(in: session, to: .sink { _ in })
        #expect(first.notes.contains { if case .gazetteerCompiled = $0 { true } else { false } })
        #expect(second.notes == first.notes)
        #expect(second.value.summary.rows == 3)
    }

    @Test("a listener may ask the session that is being opened")
    func listener() throws {
        let session = Samples.session()
        let context = RunContext(note: { _ in _ = try? session.gazetteer() })
        #expect(try session.gazetteer(context).info.addresses > 0)
    }

    @Test("while one file is being opened, another one can be")
    func others() throws {
        let session = Samples.session()
        let context = RunContext(note: { _ in
            _ = try? session.perimeterFiles(repairs: .onDemand, RunContext())
        })
        #expect(try session.perimeterFiles(repairs: .all, context).count == 1)
        #expect(try session.gazetteer(context).info.addresses > 0)
    }

    @Test("the answer about one address does not depend on how much of the perimeters is read")
    func check() throws {
        var request = CheckRequest(.address("6 rue Rosa Parks 23990 Valfictif-sur-Ombre"))
        let session = Samples.session()
        let whole = try request.run(in: session)
        request.readsSurroundingsOnly = true
        let near = try request.run(in: session)
        #expect(whole.value.main.verdict.decision == .inside)
        #expect(whole.value.json(whole.provenance).json() == near.value.json(near.provenance).json())
    }

    @Test("a position and a text of several addresses are checked too")
    func places() throws {
        let session = Samples.session()
        let far = try CheckRequest(.position(longitude: 2.2, latitude: 47.9)).run(in: session)
        #expect(far.value.main.verdict.reason == .groundNotCovered)
        #expect(far.value.sanity?.isFine == true)
        let several = try CheckRequest(.address("2 et 4 rue Rosa Parks 23990 Valfictif-sur-Ombre")).run(in: session)
        #expect(several.value.main.verdict.addresses == 2)
    }

    @Test("the sample is noted as such")
    func sample() throws {
        let session = Samples.session { ($0.perimeters, $0.gazetteer) = ([], nil) }
        let outcome = try CheckRequest(.address("6 rue Rosa Parks Valfictif-sur-Ombre")).run(in: session)
        #expect(
            outcome.notes.prefix(1) == [.sampleUsed(.gazetteer, path: Samples.path("adresses.csv"))])
    }

    @Test("cancelling the task ends an audit")
    func cancelled() async throws {
        let session = Samples.session()
        let row = "A;6 rue Rosa Parks;23990;Valfictif-sur-Ombre\n"
        let table = Samples.table("nom;adresse;code_postal;commune\n" + String(repeating: row, count: 30_000))
        let begun = Kept<Int>()
        let task = Task {
            _ = try await AuditRequest(table).run(
                in: session, to: .sink { _ in },
                RunContext(progress: { _ in
                    begun.add(1)
                    withUnsafeCurrentTask { $0?.cancel() }
                }))
        }
        let error = await #expect(throws: CancellationError.self) { try await task.value }
        #expect(error.flatMap { RequestError($0) }?.kind == .cancelled)
        #expect(begun.all.count == 1)
    }
}
