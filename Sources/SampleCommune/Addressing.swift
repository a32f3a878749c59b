/// Puts numbers along the streets.
struct Addressing: Sendable {
    private(set) var addresses: [Address] = []
    private let streets: [Street]
    private var dice: Dice
    private let squares: [(middle: Point, radius: Double)]
    private let borders: [Polyline]
    /// The points so far, by cell of eight metres.
    private var cells: [Cell: [Point]] = [:]

    private struct Cell: Hashable {
        var column: Int
        var row: Int

        init(_ point: Point, _ east: Int = 0, _ north: Int = 0) {
            column = Int((point.x / 8).rounded(.down)) + east
            row = Int((point.y / 8).rounded(.down)) + north
        }
    }

    init(_ network: Network, seed: UInt64) {
        streets = network.streets
        dice = Dice(seed: seed, part: "addresses")
        squares = streets.compactMap(\.square)
        let rings = (Perimeters.vintage2024 + Perimeters.vintage2015).flatMap { $0.polygons.joined() }
        borders = rings.map { Polyline($0 + [$0[0]]) }
        for index in streets.indices {
            let first = addresses.count
            switch streets[index].numbering {
            case .around: numberAround(index)
            case .sides, .metric:
                numberSide(index, left: true)
                numberSide(index, left: false)
            }
            let mine = addresses[first...].sorted { ($0.number, $0.suffix, $0.id) < ($1.number, $1.suffix, $1.id) }
            addresses.replaceSubrange(first..., with: mine)
        }
    }

    private mutating func numberSide(_ index: Int, left: Bool) {
        let street = streets[index]
        let plot = street.building.plot
        let length = street.axis.length
        var distance = 15 + dice.between(0, plot.0 / 2)
        var number = left ? 1 : 2
        while distance < length - 14 {
            if street.numbering == .metric {
                number = Int(distance) / 2 * 2 + (left ? 1 : 2)
            }
            let (axis, normal) = street.axis.place(at: distance)
            let gap = dice.chance(5)
            let kind = positionKind(street.building)
            let point = axis + normal * (offset(kind) * (left ? 1 : -1))
            if !gap, isFree(point, on: index) {
                place(number, on: index, at: point, kind: kind)
                if street.numbering == .sides { number += dice.chance(8) ? 4 : 2 }
            } else if gap {
                number += 2  // a plot without a house keeps its number
            }
            distance += dice.between(plot.0, plot.1)
        }
    }

    private mutating func numberAround(_ index: Int) {
        let axis = streets[index].axis
        var distance = 8.0
        var number = 1
        while distance < axis.length - 5 {
            let (corner, normal) = axis.place(at: distance)
            let kind = positionKind(.centre)
            let point = corner + normal * 8
            if isFree(point, on: index) {
                place(number, on: index, at: point, kind: kind)
                number += 1
            }
            distance += dice.between(14, 22)
        }
    }

    /// Adds a number and, now and then, what real streets have: a bis, stairs A to D, a second position.
    private mutating func place(_ number: Int, on index: Int, at point: Point, kind: String) {
        let street = streets[index]
        let along = Point(dice.between(-1, 1), dice.between(-1, 1))
        if street.building == .estate, dice.chance(6) {
            for (step, letter) in ["A", "B", "C", "D"].prefix(dice.whole(2...4)).enumerated() {
                append(number, letter, index, point + along * (5 * Double(step)), kind)
            }
            return
        }
        append(number, "", index, point, kind)
        if dice.chance(4) {
            append(number, "bis", index, point + along * 5, kind)
            if dice.chance(20) { append(number, "ter", index, point + along * 9, kind) }
        } else if dice.chance(1), dice.chance(60) {
            append(number, "", index, point + along * 11, "parcelle", second: true)
        }
    }

    private mutating func append(
        _ number: Int, _ suffix: String, _ index: Int, _ point: Point, _ kind: String, second: Bool = false
    ) {
        // Half a metre clear of every border: which side an address is on never hangs on a rounding.
        if borders.contains(where: { $0.isNear(point, within: 0.5) }) { return }
        let street = streets[index]
        var id = "\(street.locality.code)_\(street.code)_\(padded(number, 5))"
        if !suffix.isEmpty { id += "_" + suffix.lowercased() }
        if second { id += "_2" }
        let section = dice.pick(["AB", "AC", "AD", "AE", "BH", "BK", "CE"])
        let parcel = dice.chance(62) ? "\(street.locality.code)000\(section)\(padded(dice.whole(1...680), 4))" : ""
        let rounded = Point((point.x * 100).rounded() / 100, (point.y * 100).rounded() / 100)
        cells[Cell(rounded), default: []].append(rounded)
        addresses.append(
            Address(
                id: id, number: number, suffix: suffix, street: index, point: rounded, positionKind: kind,
                parcels: parcel, certified: dice.chance(80), isSecond: second))
    }

    /// The kinds of position, about as often as communes publish them.
    private mutating func positionKind(_ building: Building) -> String {
        building == .estate
            ? dice.pick(weighted: [("entrée", 50), ("bâtiment", 30), ("parcelle", 8), ("segment", 6), ("", 6)])
            : dice.pick(weighted: [("entrée", 52), ("parcelle", 27), ("segment", 9), ("bâtiment", 5), ("", 7)])
    }

    /// How far a position lies from the axis of its street, in metres.
    private mutating func offset(_ kind: String) -> Double {
        switch kind {
        case "entrée": dice.between(8, 11)
        case "segment": 8
        case "bâtiment": dice.between(12, 15)
        default: dice.between(10, 15)
        }
    }

    /// False too close to another street, to another address, or in a square.
    private func isFree(_ point: Point, on index: Int) -> Bool {
        let isSquare = streets[index].square != nil
        if !isSquare, squares.contains(where: { $0.middle.distance(to: point) < $0.radius + 14 }) { return false }
        for (other, street) in streets.enumerated() where other != index && street.square == nil {
            if street.axis.isNear(point, within: 7.5) { return false }
        }
        for east in -1...1 {
            for north in -1...1 {
                let near = cells[Cell(point, east, north)] ?? []
                if near.contains(where: { $0.distance(to: point) < 6 }) { return false }
            }
        }
        return true
    }
}
