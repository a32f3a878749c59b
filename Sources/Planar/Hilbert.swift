/// The place of a cell along the Hilbert curve that fills a square of 65,536 × 65,536 cells.
///
/// Cells that are near along the curve are near in the plane: sorting by it packs a tree well.
/// Source: Hamilton, "Compact Hilbert indices", 2006 (rotation of each quadrant, from the largest to the smallest).
func hilbertPosition(column: UInt32, row: UInt32) -> UInt32 {
    var x = column
    var y = row
    var position: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
        let right: UInt32 = x & side != 0 ? 1 : 0
        let upper: UInt32 = y & side != 0 ? 1 : 0
        position = position << 2 | ((3 * right) ^ upper)
        if upper == 0 {
            if right == 1 {
                x = ~x
                y = ~y
            }
            swap(&x, &y)
        }
        side >>= 1
    }
    return position
}

/// The order that visits boxes along a Hilbert curve through their centres; equal positions by index.
func hilbertOrder(_ boxes: [Box], within extent: Box) -> [UInt32] {
    let scaleX = extent.width > 0 ? 65_535 / extent.width : 0
    let scaleY = extent.height > 0 ? 65_535 / extent.height : 0
    func cell(_ offset: Double) -> UInt32 { UInt32(min(max(offset, 0), 65_535)) }
    var keys: [UInt64] = []
    keys.reserveCapacity(boxes.count)
    for (index, box) in boxes.enumerated() where !box.isEmpty {
        let center = box.center
        let position = hilbertPosition(
            column: cell((center.x - extent.minX) * scaleX), row: cell((center.y - extent.minY) * scaleY))
        keys.append(UInt64(position) << 32 | UInt64(index))
    }
    keys.sort()
    return keys.map { UInt32(truncatingIfNeeded: $0) }
}
