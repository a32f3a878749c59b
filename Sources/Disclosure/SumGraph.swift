/// Which cells stand in which sums, both ways, as flat arrays; a total counts -1 in its sum, a part +1.
struct SumGraph {
    /// A cell in a sum, or a sum that a cell is in, with its sign.
    struct Link {
        var index: Int32
        var sign: Int32
    }

    /// A sum of more cells than this is long.
    static let long = 512

    /// Whether some cell is in two long sums.
    private(set) var longSumsCross = false
    private var memberStarts: [Int]
    private var memberLinks: [Link]
    private var sumStarts: [Int]
    private var sumLinks: [Link]

    /// The graph of a system.
    ///
    /// - Complexity: O(cells + parts of all sums).
    init(_ system: CountSystem) {
        memberStarts = [0]
        memberLinks = []
        sumStarts = [Int](repeating: 0, count: system.cells.count + 1)
        for sum in system.sums {
            memberLinks.append(Link(index: Int32(sum.total), sign: -1))
            memberLinks += sum.parts.map { Link(index: Int32($0), sign: 1) }
            memberStarts.append(memberLinks.count)
        }
        for link in memberLinks { sumStarts[Int(link.index) + 1] += 1 }
        for cell in system.cells.indices { sumStarts[cell + 1] += sumStarts[cell] }
        var next = sumStarts
        sumLinks = [Link](repeating: Link(index: 0, sign: 0), count: memberLinks.count)
        for sum in system.sums.indices {
            for link in memberLinks[memberStarts[sum]..<memberStarts[sum + 1]] {
                sumLinks[next[Int(link.index)]] = Link(index: Int32(sum), sign: link.sign)
                next[Int(link.index)] += 1
            }
        }
        longSumsCross = system.cells.indices.contains { cell in
            sums(ofCell: cell).count { length(ofSum: Int($0.index)) > Self.long } > 1
        }
    }

    /// How many sums there are.
    var sumCount: Int { memberStarts.count - 1 }

    /// The cells of a sum, the total first.
    func members(ofSum sum: Int) -> ArraySlice<Link> { memberLinks[memberStarts[sum]..<memberStarts[sum + 1]] }

    /// How many cells a sum has, the total among them.
    func length(ofSum sum: Int) -> Int { memberStarts[sum + 1] - memberStarts[sum] }

    /// The sums that a cell is in.
    func sums(ofCell cell: Int) -> ArraySlice<Link> { sumLinks[sumStarts[cell]..<sumStarts[cell + 1]] }
}
