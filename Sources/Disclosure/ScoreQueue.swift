/// Numbers waiting by score, the least first, and of equal scores the latest.
///
/// A binary heap; O(log n) each way.
struct ScoreQueue {
    private var items: [(score: Int, number: Int)] = []

    /// Empties it, keeping its room.
    mutating func removeAll() { items.removeAll(keepingCapacity: true) }

    /// Adds a number.
    mutating func push(_ score: Int, _ number: Int) {
        items.append((score, number))
        var at = items.count - 1
        while at > 0, precedes(at, (at - 1) / 2) {
            items.swapAt(at, (at - 1) / 2)
            at = (at - 1) / 2
        }
    }

    /// Takes the first number; nil when none waits.
    mutating func pop() -> Int? {
        guard let first = items.first else { return nil }
        items.swapAt(0, items.count - 1)
        items.removeLast()
        var at = 0
        while true {
            var least = at
            for child in [2 * at + 1, 2 * at + 2] where child < items.count && precedes(child, least) { least = child }
            if least == at { return first.number }
            items.swapAt(at, least)
            at = least
        }
    }

    private func precedes(_ a: Int, _ b: Int) -> Bool {
        (items[a].score, -items[a].number) < (items[b].score, -items[b].number)
    }
}
