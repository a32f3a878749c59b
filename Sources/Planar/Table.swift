/// An immutable array read without bounds checks and without reference counting.
///
/// The memory belongs to an object that is only touched when the table itself is copied or dropped; reading goes
/// straight through the pointer. That keeps queries from many threads off one shared counter. The start is aligned
/// to a cache line.
struct Table<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let base: UnsafePointer<Element>
    let count: Int
    private let owner: Memory

    init(_ elements: some Collection<Element>) {
        count = elements.count
        owner = Memory(byteCount: count * MemoryLayout<Element>.stride)
        let target = owner.start.bindMemory(to: Element.self, capacity: count)
        _ = UnsafeMutableBufferPointer(start: target, count: count).initialize(from: elements)
        base = UnsafePointer(target)
    }

    @inline(__always)
    subscript(index: Int) -> Element { base[index] }

    var byteCount: Int { count * MemoryLayout<Element>.stride }
}

/// A block of memory freed with its object.
private final class Memory {
    let start: UnsafeMutableRawPointer

    init(byteCount: Int) { start = .allocate(byteCount: max(byteCount, 1), alignment: 64) }

    deinit { start.deallocate() }
}
