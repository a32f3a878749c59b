/// The perimeters of the sample. Their borders follow the axes of streets, the backs of plots, or cut across.
enum Perimeters {
    /// In force from 1 January 2024: one that was split (two codes), one unchanged with a hole, one new across the river.
    static let vintage2024 = [
        Perimeter(
            code: "QN09901M", name: "Tilleuls Fictifs", communes: [.town],
            polygons: [
                [
                    ring([
                        piece(
                            TownPlan.tilleuls, (0, 0.22), (0.45, 0.22), (0.45, 0), (1, 0), (1, 1), (0.18, 1),
                            (0.18, 0.6), (0, 0.6), (0, 0.22))
                    ])
                ]
            ]),
        Perimeter(
            code: "QN09902M", name: "Mare aux Fées Fictive", communes: [.town],
            polygons: [
                [ring([piece(TownPlan.mare, (0.42, 0.07), (1, 0.07), (1, 0.66), (0.42, 0.66), (0.42, 0.07))])],
                [ring([piece(TownPlan.mare, (0.1, 0.2), (0.27, 0.2), (0.27, 0.7), (0.1, 0.7), (0.1, 0.2))])],
            ]),
        Perimeter(code: "QN09903I", name: "Bois Feint", communes: [.town], polygons: bois),
        Perimeter(
            code: "QN09904N", name: "Deux Rives Imaginaires", communes: [.town, .neighbour],
            polygons: [
                [
                    ring([
                        piece(TownPlan.bank, (0.45, 1), (0.45, 0.5), (1, 0.5), (1, 1)),
                        piece(TownPlan.neighbourSouth, (0, 1), (0.5, 1), (0.5, 0.35), (0, 0.35)),
                    ])
                ]
            ]),
    ]

    /// In force from 1 January 2015 to 31 December 2023: the one that was split, the unchanged one, two given up.
    static let vintage2015 = [
        Perimeter(
            code: "QP099001", name: "Tilleuls - Mare aux Fées Fictifs", communes: [.town],
            polygons: [
                [
                    ring([
                        piece(TownPlan.tilleuls, (0.25, 1), (0, 1), (0, 0), (1, 0), (1, 1)),
                        piece(TownPlan.mare, (1, 0), (1, 0.75), (0.25, 0.75), (0.25, 0)),
                    ])
                ]
            ]),
        Perimeter(code: "QP099002", name: "Bois Feint", communes: [.town], polygons: bois),
        Perimeter(
            code: "QP099003", name: "Vieux Marché Imaginaire", communes: [.town],
            polygons: [
                [
                    ring([
                        piece(TownPlan.sector(1, outside: 1), (0.12, 0), (0.75, 0), (0.75, 0.6), (0.12, 0.6), (0.12, 0))
                    ])
                ]
            ]),
        Perimeter(
            code: "QP099004", name: "Cité du Mirage", communes: [.neighbour],
            polygons: [[ring([piece(TownPlan.neighbourNorth, (0, 0), (0.62, 0), (0.62, 0.7), (0, 0.7), (0, 0))])]]),
    ]

    private static let bois = [
        [
            ring([piece(TownPlan.bois, (0.12, 0), (0.88, 0), (0.88, 0.82), (0.5, 0.82), (0.5, 1), (0.12, 1), (0.12, 0))]
            ),
            ring([piece(TownPlan.bois, (0.5, 0.28), (0.7, 0.28), (0.7, 0.6), (0.5, 0.6), (0.5, 0.28))]),
        ]
    ]

    /// A quarter under watch (quartier de veille active).
    static let watched = [
        Perimeter(
            code: "QVA09901", name: "Verdun Feinte", communes: [.town],
            polygons: [
                [
                    ring([
                        piece(
                            TownPlan.sector(4, outside: 1), (0.15, 0.1), (0.8, 0.1), (0.8, 0.9), (0.15, 0.9),
                            (0.15, 0.1))
                    ])
                ]
            ])
    ]

    /// The *territoire vécu* around Bois Feint: drawn by hand, wider where the schools and shops are.
    static let lived = [
        Perimeter(
            code: "TV09901", name: "Territoire vécu de Bois Feint", communes: [.town],
            polygons: [
                [
                    [
                        Point(-640, -540), Point(-560, -905), Point(-110, -1010), Point(430, -935), Point(700, -770),
                        Point(560, -430), Point(260, -130), Point(70, -95), Point(-120, -150), Point(-420, -330),
                    ]
                ]
            ])
    ]

    private static func piece(_ patch: Patch, _ places: (Double, Double)...) -> [Point] {
        patch.line(places.map { Place($0.0, $0.1) }, step: 30).points
    }

    /// A ring through the pieces, without repeated points.
    private static func ring(_ pieces: [[Point]]) -> [Point] {
        var points: [Point] = []
        for point in pieces.joined() where points.last.map({ $0.distance(to: point) > 0.5 }) ?? true {
            points.append(point)
        }
        if let last = points.last, last.distance(to: points[0]) < 0.5 { points.removeLast() }
        return points
    }
}
