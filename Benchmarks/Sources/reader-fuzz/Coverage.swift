#if COVERAGE
    import Foundation
    import Seeded
    import Synchronization

    /// Guides the choice of mutants by the branches of the code that they reach: libFuzzer, which the compiler brings along, over the
    /// same readers and mutators. Built with `--sanitize=fuzzer -Xswiftc -DCOVERAGE`.
    enum Coverage {
        private struct State {
            var reader: FuzzedReader
            var ground: Ground
            /// A seed; its other files lie beside the one that is made.
            var seed: Seed
            var number = 0
        }

        private static let state = Mutex<State?>(nil)

        /// Runs libFuzzer in this process with arguments of its own, such as a folder of files and `-max_total_time=60`.
        static func run(_ reader: FuzzedReader, _ ground: Ground, _ arguments: [String]) throws -> Int32 {
            let seed = try reader.seeds(ground)[0]
            _ = try seed.write(to: ground.folder, replacing: [])
            state.withLock { $0 = State(reader: reader, ground: ground, seed: seed) }
            var words: [UnsafeMutablePointer<CChar>?] = (["reader-fuzz"] + arguments).map { strdup($0) } + [nil]
            var count = Int32(words.count - 1)
            return words.withUnsafeMutableBufferPointer { words in
                var start = words.baseAddress
                return runDriver(&count, &start) { bytes, count in
                    Coverage.open(Array(UnsafeBufferPointer(start: bytes, count: count)))
                    return 0
                }
            }
        }

        private static func open(_ bytes: [UInt8]) {
            guard
                var state = state.withLock({ state in
                    state?.number += 1
                    return state
                })
            else { return }
            state.seed.files[0].bytes = bytes
            guard let path = try? state.seed.write(to: state.ground.folder, replacing: []) else { return }
            let (reader, file) = (
                state.reader, FuzzedReader.File(path: path, number: state.number, ground: state.ground)
            )
            let end = DispatchSemaphore(value: 0)
            Task.detached {
                try? await reader.open(file)
                end.signal()
            }
            end.wait()
        }

        /// The bytes changed as mutants are.
        fileprivate static func mutant(_ bytes: [UInt8], seed: UInt32) -> [UInt8] {
            let suffix = state.withLock { $0?.seed.files[0].suffix ?? "" }
            var (bytes, random) = (bytes, SplitMix(state: UInt64(seed)))
            Mutation.apply(&bytes, suffix: suffix, &random)
            return bytes
        }
    }

    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<Int32>,
        _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
        _ open: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    ) -> Int32

    /// What libFuzzer calls in place of its own changes.
    @_cdecl("LLVMFuzzerCustomMutator")
    func customMutator(
        _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32
    ) -> Int {
        let mutant = Coverage.mutant(Array(UnsafeBufferPointer(start: bytes, count: count)), seed: seed).prefix(most)
        for (place, byte) in mutant.enumerated() { bytes[place] = byte }
        return mutant.count
    }
#endif
