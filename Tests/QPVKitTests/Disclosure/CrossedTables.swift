import QPVKit

/// Tables of counts made from a box of inner counts, for tests: any number of ways, each a tree, and any choice of margins.
struct CrossedTables {
    /// One way of a table: by node its parent, node 0 being the total.
    struct Way {
        var parents: [Int]

        /// A total and its parts.
        static func flat(_ count: Int) -> Way { Way(parents: [-1] + [Int](repeating: 0, count: count)) }

        func children(of node: Int) -> [Int] { parents.indices.filter { $0 > 0 && parents[$0] == node } }
        var leaves: [Int] { parents.indices.filter { children(of: $0).isEmpty } }

        func contains(_ node: Int, _ leaf: Int) -> Bool {
            var at = leaf
            while at != node, at > 0 { at = parents[at] }
            return at == node
        }
    }

    private(set) var system = CountSystem()
    private(set) var cells: [[Int]: Int] = [:]

    /// Tables over subsets of the ways (all of them crossed when no subset is named), filled by a rule for each innermost cell.
    ///
    /// - Parameter detail: the table of details that a node stands in; 0 for none.
    init(
        _ ways: [Way], published: [[Int]]? = nil, detail: ([Int]) -> Int = { _ in 0 }, inner: ([Int]) -> Int
    ) {
        let leaves = Self.product(ways.map(\.leaves))
        let records = leaves.map { ($0, inner($0)) }
        for subset in published ?? [Array(ways.indices)] {
            let nodes = Self.product(ways.indices.map { subset.contains($0) ? Array(ways[$0].parents.indices) : [0] })
            for node in nodes where cells[node] == nil {
                let count = records.reduce(0) { sum, record in
                    ways.indices.allSatisfy { ways[$0].contains(node[$0], record.0[$0]) } ? sum + record.1 : sum
                }
                cells[node] = system.add(.init(count: count, detail: detail(node)))
            }
            for node in nodes {
                for way in subset {
                    let children = ways[way].children(of: node[way])
                    if children.isEmpty { continue }
                    let parts = children.map { child in
                        var part = node
                        part[way] = child
                        return cells[part]!
                    }
                    system.state(total: cells[node]!, is: parts)
                }
            }
        }
    }

    private static func product(_ lists: [[Int]]) -> [[Int]] {
        lists.reduce([[]]) { heads, list in heads.flatMap { head in list.map { head + [$0] } } }
    }
}
