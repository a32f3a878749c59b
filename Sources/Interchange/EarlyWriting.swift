import Foundation

/// Has the kernel bring a growing file to the disk while more of it is made, so that the call that waits for the disk at the
/// end finds little left to do.
///
/// Linux' `sync_file_range`, which Swift's Glibc does not show; nothing elsewhere. A refusal does not matter: the call at the
/// end decides. It may have to wait for the disk, so it has a thread of its own.
struct EarlyWriting {
    private typealias Start = @convention(c) (_ descriptor: Int32, _ from: Int, _ count: Int, _ flags: UInt32) -> Int32

    private static let start: Start? = dlsym(dlopen(nil, RTLD_NOW), "sync_file_range")
        .map { unsafeBitCast($0, to: Start.self) }
    /// `SYNC_FILE_RANGE_WRITE`: begin, and wait for nothing.
    private static let begin: UInt32 = 2
    private static let bytesAtOnce = 16 << 20
    private let queue = DispatchQueue(label: "early writing")
    private var begun = 0

    /// Told that a file has grown to so many bytes.
    mutating func file(_ descriptor: Int32, hasGrownTo count: Int) {
        guard count - begun >= Self.bytesAtOnce, let start = Self.start else { return }
        queue.async { [begun] in _ = start(descriptor, begun, count - begun, Self.begin) }
        begun = count
    }

    /// Waits until nothing is under way: before the descriptor is closed.
    func wait() { queue.sync {} }
}
