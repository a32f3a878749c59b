/// What is known of one reference system: its name, its territories, and the way there from WGS 84.
///
/// `steps` leads from longitude and latitude in **radians on WGS 84** to the system (radians again when it is
/// geographic). It is nil when PROJ's database must be asked. Writing the steps here matters because asking that
/// database costs 10 to 20 ms, and the same projection from its parameters 0.2 ms. The geodetic networks of today
/// (RGF93, RGAF09, RGFG95, RGR92, RGM04, RGSPM06, RGNC91-93, ETRS89) are tied to the ITRF, so that their
/// transformation to WGS 84 is the identity at the accuracy of WGS 84 itself (1 m in the EPSG register, and both
/// sides of a comparison go the same way). RGPF has published parameters (EPSG:15832, half a metre): they are here.
struct CRSDefinition: Sendable {
    let name: String
    let isGeographic: Bool
    let steps: [String]?
    let territories: [Territory]

    static let all: [Int: CRSDefinition] = {
        var table: [Int: CRSDefinition] = [:]
        for (code, definition) in geographic + national + conicZones + overseas + worldwide + former {
            precondition(table.updateValue(definition, forKey: code) == nil, "EPSG:\(code) is defined twice")
        }
        return table
    }()

    private typealias Row = (Int, CRSDefinition)

    private static func degrees(_ code: Int, _ name: String, _ territories: [Territory], _ steps: [String]? = []) -> Row
    {
        (code, CRSDefinition(name: name, isGeographic: true, steps: steps, territories: territories))
    }

    private static func metres(_ code: Int, _ name: String, _ territories: [Territory], _ steps: String...) -> Row {
        (code, CRSDefinition(name: name, isGeographic: false, steps: steps, territories: territories))
    }

    private static func database(_ code: Int, _ name: String, _ territories: [Territory]) -> Row {
        (code, CRSDefinition(name: name, isGeographic: false, steps: nil, territories: territories))
    }

    /// WGS 84 to RGPF in geocentric space.
    private static let toRGPF = [
        "proj=push v_3", "proj=cart ellps=WGS84",
        "inv proj=helmert x=0.072 y=-0.507 z=-0.245 rx=0.0183 ry=-0.0003 rz=0.007 s=-0.0093 convention=position_vector",
        "inv proj=cart ellps=GRS80", "proj=pop v_3",
    ]

    private static let geographic: [Row] = [
        degrees(4326, "WGS 84", Territory.allCases),
        degrees(4258, "ETRS89", [.metropole]),
        degrees(4171, "RGF93 v1", [.metropole]),
        degrees(9777, "RGF93 v2", [.metropole]),
        degrees(9782, "RGF93 v2b", [.metropole]),
        degrees(5489, "RGAF09", [.antilles]),
        degrees(4558, "RRAF 1991", [.antilles]),
        degrees(4624, "RGFG95", [.guyane]),
        degrees(4627, "RGR92", [.reunion]),
        degrees(4470, "RGM04", [.mayotte]),
        degrees(4463, "RGSPM06", [.saintPierreEtMiquelon]),
        degrees(4687, "RGPF", [.polynesie], toRGPF),
        degrees(4749, "RGNC91-93", [.nouvelleCaledonie]),
        degrees(4275, "NTF", [.metropole], nil),
        degrees(4230, "ED50", [.metropole], nil),
    ]

    private static let lambert93 =
        "proj=lcc lat_0=46.5 lon_0=3 lat_1=49 lat_2=44 x_0=700000 y_0=6600000 ellps=GRS80"

    private static let national: [Row] = [
        metres(2154, "RGF93 / Lambert-93", [.metropole], lambert93),
        metres(9793, "RGF93 v2 / Lambert-93", [.metropole], lambert93),
        metres(9794, "RGF93 v2b / Lambert-93", [.metropole], lambert93),
        metres(
            3035, "ETRS89-extended / LAEA Europe", [.metropole],
            "proj=laea lat_0=52 lon_0=10 x_0=4321000 y_0=3210000 ellps=GRS80"),
        metres(25830, "ETRS89 / UTM zone 30N", [.metropole], "proj=utm zone=30 ellps=GRS80"),
        metres(25831, "ETRS89 / UTM zone 31N", [.metropole], "proj=utm zone=31 ellps=GRS80"),
        metres(25832, "ETRS89 / UTM zone 32N", [.metropole], "proj=utm zone=32 ellps=GRS80"),
    ]

    /// RGF93 / CC42 … CC50: conformal conic, one zone per degree of latitude.
    private static let conicZones: [Row] = (42...50).map { latitude in
        metres(
            3900 + latitude, "RGF93 / CC\(latitude)", [.metropole],
            "proj=lcc lat_0=\(latitude) lon_0=3 lat_1=\(Double(latitude) - 0.75) lat_2=\(Double(latitude) + 0.75) "
                + "x_0=1700000 y_0=\(latitude - 41)200000 ellps=GRS80")
    }

    private static let overseas: [Row] = [
        metres(5490, "RGAF09 / UTM zone 20N", [.antilles], "proj=utm zone=20 ellps=GRS80"),
        metres(4559, "RRAF 1991 / UTM zone 20N", [.antilles], "proj=utm zone=20 ellps=GRS80"),
        metres(2972, "RGFG95 / UTM zone 22N", [.guyane], "proj=utm zone=22 ellps=GRS80"),
        metres(2975, "RGR92 / UTM zone 40S", [.reunion], "proj=utm zone=40 south ellps=GRS80"),
        metres(4471, "RGM04 / UTM zone 38S", [.mayotte], "proj=utm zone=38 south ellps=GRS80"),
        metres(4467, "RGSPM06 / UTM zone 21N", [.saintPierreEtMiquelon], "proj=utm zone=21 ellps=GRS80"),
        rgpf(3296, 5), rgpf(3297, 6), rgpf(3298, 7),
        metres(
            3163, "RGNC91-93 / Lambert New Caledonia", [.nouvelleCaledonie],
            "proj=lcc lat_0=-21.5 lon_0=166 lat_1=-20.6666666666667 lat_2=-22.3333333333333 x_0=400000 y_0=300000 "
                + "ellps=GRS80"),
    ]

    private static func rgpf(_ code: Int, _ zone: Int) -> Row {
        let steps = toRGPF + ["proj=utm zone=\(zone) south ellps=GRS80"]
        return (
            code,
            CRSDefinition(
                name: "RGPF / UTM zone \(zone)S", isGeographic: false, steps: steps, territories: [.polynesie])
        )
    }

    private static func utm(_ zone: Int, south: Bool = false, _ territories: [Territory]) -> Row {
        metres(
            (south ? 32700 : 32600) + zone, "WGS 84 / UTM zone \(zone)\(south ? "S" : "N")", territories,
            "proj=utm zone=\(zone)\(south ? " south" : "") ellps=WGS84")
    }

    private static let worldwide: [Row] = [
        metres(
            3857, "WGS 84 / Pseudo-Mercator", Territory.allCases,
            "proj=webmerc lat_0=0 lon_0=0 x_0=0 y_0=0 ellps=WGS84"),
        utm(20, [.antilles]), utm(21, [.saintPierreEtMiquelon, .guyane]), utm(22, [.guyane]),
        utm(30, [.metropole]), utm(31, [.metropole]), utm(32, [.metropole]),
        utm(1, south: true, [.wallisEtFutuna]),
        utm(5, south: true, [.polynesie]), utm(6, south: true, [.polynesie]), utm(7, south: true, [.polynesie]),
        utm(8, south: true, [.polynesie]),
        utm(38, south: true, [.mayotte]), utm(40, south: true, [.reunion]),
        utm(57, south: true, [.nouvelleCaledonie]), utm(58, south: true, [.nouvelleCaledonie]),
        utm(59, south: true, [.nouvelleCaledonie]),
    ]

    /// Networks before satellite positioning: a datum shift that only the database holds.
    private static let former: [Row] = [
        database(27561, "NTF (Paris) / Lambert Nord France", [.metropole]),
        database(27562, "NTF (Paris) / Lambert Centre France", [.metropole]),
        database(27563, "NTF (Paris) / Lambert Sud France", [.metropole]),
        database(27564, "NTF (Paris) / Lambert Corse", [.metropole]),
        database(27571, "NTF (Paris) / Lambert zone I", [.metropole]),
        database(27572, "NTF (Paris) / Lambert zone II", [.metropole]),
        database(27573, "NTF (Paris) / Lambert zone III", [.metropole]),
        database(27574, "NTF (Paris) / Lambert zone IV", [.metropole]),
        database(2969, "Fort Marigot / UTM zone 20N", [.antilles]),
        database(2970, "Guadeloupe 1948 / UTM zone 20N", [.antilles]),
        database(2973, "Martinique 1938 / UTM zone 20N", [.antilles]),
        database(2971, "CSG67 / UTM zone 22N", [.guyane]),
        database(3312, "CSG67 / UTM zone 21N", [.guyane]),
        database(3727, "Reunion 1947 / TM Reunion", [.reunion]),
        database(2980, "Combani 1950 / UTM zone 38S", [.mayotte]),
        database(2987, "Saint Pierre et Miquelon 1950 / UTM zone 21N", [.saintPierreEtMiquelon]),
        database(2976, "Tahiti 52 / UTM zone 6S", [.polynesie]),
        database(2988, "MOP78 / UTM zone 1S", [.wallisEtFutuna]),
    ]
}
