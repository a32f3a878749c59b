/// The whole sample: what `swift run SampleCommune geodata` writes.
enum Sample {
    /// The seed of the committed files.
    static let seed: UInt64 = 2024

    /// Every file with its bytes, the same on every machine for the same seed.
    static func files(seed: UInt64 = Sample.seed) -> [(name: String, bytes: [UInt8])] {
        let town = Town(seed: seed)
        let beneficiaries = Beneficiaries.tables(town)
        var landlord = Residences(town)
        let residences = landlord.tables()
        return [
            ("README.md", utf8(Readme.text(town, delicate: beneficiaries.delicate))),
            ("actions.csv", utf8(table(Actions.rows(town)))),
            ("adresses.csv", utf8(town.addressTable())),
            ("aliases.csv", utf8(table(Aliases.rows))),
            ("beneficiaires-verite.csv", utf8(table(beneficiaries.truth))),
            ("beneficiaires.csv", windows1252(table(beneficiaries.file, newline: "\r\n"))),
            ("lieux.csv", utf8(table(Venues.rows(town)))),
            ("perimetres-2015.geojson", utf8(Zones.perimeters2015())),
            ("perimetres-2024.geojson", utf8(Zones.perimeters2024())),
            ("qva.geojson", utf8(Zones.watched())),
            ("residences-verite.csv", utf8(table(residences.truth))),
            ("residences.csv", utf8(table(residences.file))),
            ("sources.json", utf8(Sources.text)),
            ("territoire-vecu.geojson", utf8(Zones.lived())),
        ]
    }

    private static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }
}
