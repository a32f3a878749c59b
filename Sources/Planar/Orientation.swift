/// The side of the line from `a` to `b` on which `c` lies: +1 left, -1 right, 0 on the line. Exact.
///
/// The determinant is first computed in floating point with a bound of its error; only when the bound does not decide
/// is it computed again without error. Exact as long as no product over- or underflows, that is for coordinates
/// between about 1e-140 and 1e140 (and 0). With a coordinate that is not finite the answer is 0.
///
/// Source: Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric predicates", 1997.
public func orientation(_ a: Point, _ b: Point, _ c: Point) -> Int {
    let left = (b.x - a.x) * (c.y - a.y)
    let right = (b.y - a.y) * (c.x - a.x)
    let determinant = left - right
    if determinant.magnitude > orientationErrorBound * (left.magnitude + right.magnitude) {
        return determinant > 0 ? 1 : -1
    }
    return exactOrientation(a, b, c)
}

/// The relative error of the determinant: (3 + 16ε)ε with ε = 2⁻⁵³.
let orientationErrorBound = (3 + 16 * 0x1p-53) * 0x1p-53

/// The sign of the determinant by expansion arithmetic: differences as sums of two numbers, products as sums of
/// sixteen, added without rounding.
@inline(never)
private func exactOrientation(_ a: Point, _ b: Point, _ c: Point) -> Int {
    guard a.isFinite, b.isFinite, c.isFinite else { return 0 }
    var sum = Expansion()
    sum.addProduct(exactDifference(b.x, a.x), exactDifference(c.y, a.y))
    sum.addProduct(exactDifference(a.y, b.y), exactDifference(c.x, a.x))
    return sum.sign
}

/// `a - b` as its rounded value and what the rounding took away.
private func exactDifference(_ a: Double, _ b: Double) -> (head: Double, tail: Double) {
    let head = a - b
    let virtual = a - head
    return (head, (a - (head + virtual)) + (virtual - b))
}

/// A sum of numbers kept exactly: components that do not overlap, smallest first.
private struct Expansion {
    private var components = SIMD16<Double>()
    private var count = 0

    mutating func addProduct(_ p: (head: Double, tail: Double), _ q: (head: Double, tail: Double)) {
        addProduct(p.tail, q.tail)
        addProduct(p.tail, q.head)
        addProduct(p.head, q.tail)
        addProduct(p.head, q.head)
    }

    private mutating func addProduct(_ x: Double, _ y: Double) {
        let product = x * y
        add((-product).addingProduct(x, y))
        add(product)
    }

    /// Adds one number, each rounding error becoming a component (Shewchuk's Grow-Expansion without zeros).
    private mutating func add(_ value: Double) {
        var carry = value
        var kept = 0
        for i in 0..<count {
            let component = components[i]
            let total = carry + component
            let virtual = total - carry
            let error = (carry - (total - virtual)) + (component - virtual)
            carry = total
            if error != 0 {
                components[kept] = error
                kept += 1
            }
        }
        if carry != 0 {
            components[kept] = carry
            kept += 1
        }
        count = kept
    }

    /// The sign of the largest component is that of the sum.
    var sign: Int {
        if count == 0 { return 0 }
        return components[count - 1] > 0 ? 1 : -1
    }
}
