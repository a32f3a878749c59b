/// The README of the folder, its figures counted from the files.
enum Readme {
    static func text(_ town: Town, delicate: Int) -> String {
        let addresses = town.addresses
        func count(_ code: String) -> Int { town.codes.count { $0 == code } }
        let inCommune = { (code: String) in addresses.indices.count { town.street(of: $0).locality.code == code } }
        let split = town.streets.indices.count { town.codes(ofStreet: $0).count > 1 }
        let decidable = Treatment.allCases.filter(\.isDecidable).reduce(0) { $0 + $1.count }
        let zones = Perimeters.vintage2024.map { "| `\($0.code)` | \($0.name) | \(count($0.code)) |" }
        let treatments = Treatment.allCases.map {
            "| \($0.rawValue) | \($0.count) | \($0.isDecidable ? "oui" : "non") |"
        }
        let contradictions = Actions.contradictory.sorted().map { "`A" + padded($0, 3) + "`" }.joined(separator: ", ")
        return """
            # A fictional sample

            **Everything here is invented**: the communes, the streets' courses, the perimeters, the persons, the
            associations, the money. Any likeness to a real place or person is chance. Licence: MIT, like the project.

            The files are written by a seeded program and are the same bytes on every machine:

            ```
            swift run SampleCommune geodata
            ```

            | commune | INSEE code | postcode | addresses |
            |---|---|---|---|
            | Valfictif-sur-Ombre (with the former commune Vieux-Fictif, 23904) | 23901 | 23990 | \(inCommune("23901")) |
            | Saint-Fictif-la-Plaine, across the river | 23902 | 23991 | \(inCommune("23902")) |
            | Feinte-les-Bois, without any perimeter | 23903 | 23992 | \(inCommune("23903")) |

            The codes 23901 to 23904 and the postcodes 23990 to 23999 belong to no commune; they begin with 23 only so
            that programs find the metric system of metropolitan France (EPSG:2154). The place, 640000 / 6560000 in that
            system, means nothing. Perimeter codes have the number 099, which no département has.

            ## Files

            UTF-8, `;` and LF unless said otherwise.

            ### `adresses.csv`
            \(addresses.count) addresses on \(town.streets.count) streets, in the columns of the Base Adresse Nationale. `x`, `y`: metres,
            EPSG:2154, centimetres; `lon`, `lat`: degrees, seven decimals, the same point to a centimetre.
            \(addresses.count { !$0.suffix.isEmpty }) rows have a repetition index (`bis`, `ter`, `A` to `D`). \(addresses.count(where: \.isSecond)) numbers have two rows, because they
            have two positions: the second one's `id` ends in `_2`. `Rue Victor Hugo` and `Rue de la Fontaine` are twice in
            the commune 23901, once in the former commune. \(split) streets are split by a border of 2024.

            ### `perimetres-2024.geojson`, `perimetres-2015.geojson`
            Four perimeters each, longitude and latitude (CRS84), with the field names of the official files.

            | code | name | addresses |
            |---|---|---|
            \(zones.joined(separator: "\n"))

            `QP099001` of 2015 became `QN09901M` and `QN09902M` (which has two parts); `QN09903I` is `QP099002` unchanged and
            has a hole; `QN09904N` is new and lies in two communes, `insee_com` is "23901, 23902"; `QP099003` and `QP099004` were
            given up.

            ### `qva.geojson`, `territoire-vecu.geojson`
            One quartier de veille active; the *territoire vécu* of `QN09903I`, drawn by hand, with shapes of their own.
            Fields `code`, `nom`, `type`, `insee_com`, `lib_com`.

            ### `beneficiaires.csv`
            600 rows, **Windows-1252**, CRLF: `Dossier;Nom;Prénom;Sexe;Date de naissance;Âge;Action;Adresse;CP;Commune`. Ages
            are those of 31 December 2024. The spelling is that of office files.

            ### `beneficiaires-verite.csv`
            The truth about them: `Dossier;id_ban;code_qp_2024;distance_m;decidable;traitement`. `id_ban` is empty where no
            address of the base is named; `code_qp_2024` is empty outside the perimeters, or where `decidable` is `non`;
            `distance_m` is from that address to the nearest border of 2024, in metres of EPSG:2154, negative inside.
            \(decidable) of 600 rows are decidable: the text tells where the person lives. Membership is that of the point in
            `adresses.csv`, without any radius. \(delicate) of them lie closer to a border than their kind of position is
            accurate, where a program that allows for it may rightly hesitate.
            "Voie coupée" is a street with a fifth or more of its addresses on either side of a border.

            | treatment | rows | decidable |
            |---|---|---|
            \(treatments.joined(separator: "\n"))

            ### `lieux.csv`
            40 services: `id;categorie;nom;capacite;date_ouverture;date_fermeture;adresse;code_postal;commune;longitude;latitude`.
            Bus stops have a position only; some others an address only.

            ### `actions.csv`
            60 subsidised actions:
            `\(Actions.columns.prefix(8).joined(separator: ";"));`
            `\(Actions.columns.dropFirst(8).joined(separator: ";"))`.
            Money in euros, decimal comma. On purpose the stated percentage contradicts the row's own counts in
            \(contradictions); elsewhere it is `beneficiaires_qpv` / `beneficiaires`, or
            silent. Some scopes name a perimeter of 2015, or none that exists.

            ### `residences.csv`
            50 lines of a landlord's list: `\(Residences.columns.joined(separator: ";"))`.
            The address expression is in `residence`: ranges, lists, several streets, a range with ends of different
            parity, a street without number.

            ### `residences-verite.csv`
            What they mean: `\(Residences.truthColumns.joined(separator: ";"))`. `id_ban`: the addresses
            of the base without repetition index that a range or list names (with it for `4bis`), the whole street where there is no
            number. `verdict`: `all`, `partial` or `none` of them in a perimeter of 2024; `ambiguous`, without addresses, for
            ends of different parity.

            ### `aliases.csv`
            Spellings of perimeters' names and the code of 2024 they mean: `ecriture;code_qp_2024`.

            ### `sources.json`
            `official`: addresses, licence, vintage, reference system and validity of the real data. The package of 2015
            has no direct address, only its page. `sample`: the files of this folder.

            """
    }
}
