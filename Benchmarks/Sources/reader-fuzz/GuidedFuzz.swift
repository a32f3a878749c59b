#if COVERAGE
    import Foundation
    import Seeded
    import Synchronization

    /// Guides the choice of mutants by the branches of the code that they reach: libFuzzer, which the compiler brings along, over the
    /// same readers and mutators. Its `main` takes the place of this program's.
    ///
    /// The reader is named by the variable `READER`; `SCRATCH` is a folder for its files.
    enum GuidedFuzz {
        private struct State {
            let reader: FuzzedReader
            let ground: Ground
            /// A seed; its other files lie beside the one that is made.
            var seed: Seed
            var number = 0
        }

        private static let state = Mutex(try! start())

        private static func start() throws -> State {
            let variables = ProcessInfo.processInfo.environment
            guard let reader = FuzzedReader.all.first(where: { $0.name == variables["READER"] }) else {
                fatalError("READER names none of \(FuzzedReader.all.map(\.name).joined(separator: ", "))")
            }
            let ground = try Ground(corpus: "Benchmarks/fuzz/corpus", folder: variables["SCRATCH"] ?? ".")
            return State(reader: reader, ground: ground, seed: try reader.seeds(ground)[0])
        }

        fileprivate static func open(_ bytes: [UInt8]) {
            let state = state.withLock { state in
                state.number += 1
                state.seed.files[0].bytes = bytes
                return state
            }
            let path = try! state.seed.write(to: state.ground.folder, replacing: [])
            let file = FuzzedReader.File(path: path, number: state.number, ground: state.ground)
            let end = DispatchSemaphore(value: 0)
            Task.detached {
                try? await state.reader.open(file)
                end.signal()
            }
            end.wait()
        }

        /// The bytes changed as mutants are.
        fileprivate static func mutant(_ bytes: [UInt8], seed: UInt32) -> [UInt8] {
            let suffix = state.withLock { $0.seed.files[0].suffix }
            var (bytes, random) = (bytes, SplitMix(state: UInt64(seed)))
            Mutation.apply(&bytes, suffix: suffix, &random)
            return bytes
        }
    }

    /// What libFuzzer calls for each file.
    @_cdecl("LLVMFuzzerTestOneInput")
    func openBytes(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
        GuidedFuzz.open(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
    }

    /// What libFuzzer calls in place of its own changes.
    @_cdecl("LLVMFuzzerCustomMutator")
    func changeBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int {
        let mutant = GuidedFuzz.mutant(Array(UnsafeBufferPointer(start: bytes, count: count)), seed: seed).prefix(most)
        for (place, byte) in mutant.enumerated() { bytes[place] = byte }
        return mutant.count
    }
#endif
