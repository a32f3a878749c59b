/// The nearest few of many: a bounded heap with the farthest on top.
struct NearestHeap {
    typealias Entry = (squared: Double, index: Int)

    private let capacity: Int
    private var entries: [Entry] = []

    init(capacity: Int) {
        self.capacity = capacity
        entries.reserveCapacity(capacity)
    }

    /// The squared distance from which on nothing more gets in.
    var limit: Double { entries.count < capacity ? .infinity : entries[0].squared }

    /// Nearest first, then lowest index first.
    var sorted: [Entry] { entries.sorted(by: <) }

    mutating func insert(_ squared: Double, _ index: Int) {
        let entry: Entry = (squared, index)
        if entries.count < capacity {
            entries.append(entry)
            siftUp()
        } else if entry < entries[0] {
            entries[0] = entry
            siftDown()
        }
    }

    private mutating func siftUp() {
        var child = entries.count - 1
        while child > 0, entries[(child - 1) / 2] < entries[child] {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while 2 * parent + 1 < entries.count {
            var child = 2 * parent + 1
            if child + 1 < entries.count, entries[child] < entries[child + 1] { child += 1 }
            if entries[parent] >= entries[child] { return }
            entries.swapAt(parent, child)
            parent = child
        }
    }
}
