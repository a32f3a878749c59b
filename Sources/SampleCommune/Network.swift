/// Every street of the three communes.
struct Network: Sendable {
    private(set) var streets: [Street] = []
    private var dice: Dice
    private var pools: [[String]]
    private var alleys: [String]

    /// The stock of names a quarter draws from.
    private enum Stock: Int { case town, estates, former, neighbour, village }

    init(seed: UInt64) {
        dice = Dice(seed: seed, part: "network")
        let stocks = [
            StreetNames.town, StreetNames.estates, StreetNames.former, StreetNames.neighbour, StreetNames.village,
        ]
        pools = stocks.map { Array($0.reversed()) }
        alleys = StreetNames.alleys.reversed()
        addRoads()
        addRings()
        addQuarters()
        addSquares()
        addCountry()
        numberStreets()
    }

    private mutating func add(
        _ name: String, _ axis: Polyline, _ building: Building = .houses, in locality: Locality = .town,
        _ numbering: Numbering = .sides
    ) {
        streets.append(
            Street(name: name, locality: locality, axis: axis, numbering: numbering, building: building))
    }

    private mutating func addRoads() {
        for (road, names) in TownRoads.roads.enumerated() {
            for (ring, name) in names.enumerated() where !name.isEmpty {
                let building: Building =
                    ring == 0 ? .centre : ring == 2 ? .village : road == 4 ? .estate : .houses
                var line = TownPlan.road(road, from: ring).line(pieces: 30)
                if ring == 2, TownRoads.continued.contains(road) {
                    line = line.joined(with: TownPlan.road(road, from: 3).line(pieces: 20))
                }
                add(name, line, building)
            }
        }
        add("Avenue de Valfictif", TownPlan.neighbourStreet.line(pieces: 30), .houses, in: .neighbour)
    }

    private mutating func addRings() {
        for ring in TownRoads.rings {
            let line = ring.sectors.dropFirst().reduce(TownPlan.ring(ring.ring, from: ring.sectors[0]).line(pieces: 30))
            {
                $0.joined(with: TownPlan.ring(ring.ring, from: $1).line(pieces: 30))
            }
            add(ring.name, line, ring.ring == 1 ? .centre : .houses)
        }
    }

    private mutating func addQuarters() {
        for sector in 0..<7 {
            let wedge = TownPlan.sector(sector, outside: 0)
            fill(wedge, .town, .centre, largest: 300, smallest: 60, alleyPercent: 20)
        }
        for sector in [0, 1, 2, 4, 6] {
            let pull = Point(dice.between(-45, 45), dice.between(-45, 45))
            let quarter = TownPlan.sector(sector, outside: 1, pull: pull)
            fill(quarter, .town, .houses, largest: 350, smallest: 85, alleyPercent: 22)
        }
        fill(TownPlan.tilleuls, .estates, .estate, largest: 300, smallest: 85, alleyPercent: 0)
        fill(TownPlan.mare, .estates, .estate, largest: 350, smallest: 100, alleyPercent: 0)
        fill(TownPlan.bois, .estates, .estate, largest: 290, smallest: 80, alleyPercent: 10)
        fill(TownPlan.bank, .town, .houses, largest: 380, smallest: 100, alleyPercent: 15)
        fill(TownPlan.sector(0, outside: 2), .town, .houses, largest: 440, smallest: 120, alleyPercent: 15)
        for patch in [TownPlan.neighbourSouth, TownPlan.neighbourNorth] {
            fill(patch, .neighbour, .houses, largest: 290, smallest: 80, alleyPercent: 0, in: .neighbour)
        }
        fill(TownPlan.formerVillage, .former, .village, largest: 260, smallest: 80, alleyPercent: 0, in: .former)
        fill(TownPlan.village, .village, .village, largest: 270, smallest: 80, alleyPercent: 0, in: .village)
        for (name, patch, side, locality) in [
            ("Quai des Peupliers", TownPlan.neighbourSouth, \Patch.left, Locality.neighbour),
            ("Rue du Port Imaginaire", TownPlan.neighbourNorth, \Patch.left, Locality.neighbour),
            ("Rue de l'Église", TownPlan.formerVillage, \Patch.bottom, Locality.former),
            ("Rue du Haut du Bourg", TownPlan.formerVillage, \Patch.right, Locality.former),
            ("Rue des Forges", TownPlan.village, \Patch.left, Locality.village),
        ] {
            add(
                name, patch[keyPath: side].line(pieces: 24), locality.code == "23902" ? .houses : .village, in: locality
            )
        }
    }

    /// Cuts a quarter into blocks and names the cuts; some blocks get a blind alley.
    private mutating func fill(
        _ patch: Patch, _ stock: Stock, _ building: Building, largest: Double, smallest: Double, alleyPercent: Int,
        in locality: Locality = .town
    ) {
        let cut = Subdivision(patch, largest: largest, smallest: smallest, dice: &dice)
        for (from, to) in cut.streets {
            guard let name = pools[stock.rawValue].popLast() else { break }  // out of names: no more streets
            add(name, patch.line([from, to], step: 10), building, in: locality)
        }
        for (low, high) in cut.blocks where dice.chance(alleyPercent) && !alleys.isEmpty {
            let u = (low.u + high.u) / 2
            let end = Place(u, low.v + (high.v - low.v) * 0.62)
            guard patch.point(Place(u, low.v)).distance(to: patch.point(end)) > 70 else { continue }
            add(alleys.removeLast(), patch.line([Place(u, low.v), end], step: 10), building, in: locality)
        }
    }

    private mutating func addSquares() {
        for square in TownRoads.squares {
            let h = square.radius
            let corners = [Point(-h, -h), Point(-h, h), Point(h, h), Point(h, -h), Point(-h, -h)]
            let axis = Polyline(corners.map { square.middle + Point($0.x + $0.y * 0.2, $0.y - $0.x * 0.2) })
            streets.append(
                Street(
                    name: square.name, locality: square.locality, axis: axis, numbering: .around, building: .centre,
                    square: (square.middle, h * 1.15)))
        }
    }

    private mutating func addCountry() {
        for road in TownRoads.country {
            let line = Bezier(from: road.from, to: road.to, bulge: road.bulge).line(pieces: 40)
            streets.append(
                Street(
                    name: road.name, locality: road.locality, axis: line, numbering: road.metric ? .metric : .sides,
                    building: .scattered, hamlet: road.hamlet))
        }
    }

    /// Gives each street its code; places without streets have a letter.
    private mutating func numberStreets() {
        var next: [String: Int] = [:]
        for index in streets.indices {
            let commune = streets[index].locality.code
            let number = next[commune, default: 10] + 5 + dice.below(20)
            next[commune] = number
            let word = streets[index].name.prefix { $0 != " " }
            streets[index].code = ["Les", "Le", "La"].contains(word) ? "B" + padded(number, 3) : padded(number, 4)
        }
    }
}
