/// The nearest of some edges to a point, the lowest of those equally near.
struct NearestEdge {
    private let p: Point
    private(set) var edge = -1
    private(set) var squared = Double.infinity

    @inline(__always)
    init(_ p: Point) { self.p = p }

    @inline(__always)
    mutating func look(at edges: UnsafePointer<UInt32>, count: UInt16, in table: EdgeTable) {
        for i in 0..<Int(count) {
            let index = Int(edges[i])
            let squared = table.edges[index].squaredDistance(to: p)
            if squared < self.squared || (squared == self.squared && index < edge) {
                self.squared = squared
                edge = index
            }
        }
    }
}
