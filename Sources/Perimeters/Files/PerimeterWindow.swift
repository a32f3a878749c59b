package import Geodesy
package import Planar

extension Perimeter {
    /// A box in degrees (x longitude, y latitude) that holds every place within a distance of the perimeter; empty without a shape.
    ///
    /// The box of the shape in metres, widened, whose sides are brought to degrees point by point: between two points the
    /// bend is far below the ten metres that are added.
    ///
    /// - Parameters:
    ///   - margin: metres.
    ///   - projector: from longitude and latitude to the metric CRS of the perimeter's territory.
    package func window(margin: Double, _ projector: Projector) -> Box {
        let box = shape.box.expanded(by: margin)
        guard !shape.isEmpty, !box.isEmpty else { return .empty }
        var window = Box.empty
        for step in 0...Self.steps {
            let t = Double(step) / Double(Self.steps)
            let x = box.minX + t * box.width, y = box.minY + t * box.height
            for p in [
                Point(x: x, y: box.minY), Point(x: x, y: box.maxY), Point(x: box.minX, y: y), Point(x: box.maxX, y: y),
            ] {
                if let degrees = projector.inverse(p) { window.formUnion(degrees) }
            }
        }
        return window.isEmpty ? window : window.expanded(by: 1e-4)
    }

    private static let steps = 16
}
