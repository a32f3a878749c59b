import QPVKit
import Testing

@testable import Tables
@testable import Verdicts

@Suite("what headings mean")
struct ColumnVocabularyTests {
    @Test(
        "headings of registers, exports and by hand",
        arguments: [
            (
                ColumnRole.housenumber,
                [
                    "N° de voie", "NUM_RUE", "numvoie", "adr_num", "no_voirie", "numeroVoieEtablissement", "Numéros",
                    "n°voie", "N° Voie Pair", "Numéro dans la voie (impair)",
                ]
            ),
            (.suffix, ["indiceRepetitionEtablissement", "BTQ", "compvoie", "CPT_NUM", "Bis/Ter", "indice_rep"]),
            (.streetType, ["typeVoieEtablissement", "typvoie", "TYP_VOIE", "Nature de la voie"]),
            (
                .street,
                ["libelleVoieEtablissement", "NOM_RUE", "adr_voie", "nomvoie", "lib_voie", "Libellé de la voie"]
            ),
            (
                .postcode,
                [
                    "postal_code", "CP", "codePostalEtablissement", "com_cp", "CODE_POST_COM",
                    "Code postal du bénéficiaire", "c.p.", "adr_cp", "codpos", "CdPost", "cod_post", "Code_post_",
                    "cpost", "C.P.", "adrs_codepostal", "CP du site", "cpsiege",
                ]
            ),
            (
                .city,
                [
                    "libelleCommuneEtablissement", "vil", "commune_1", "ARRONDISSEMENT", "Localité d'acheminement",
                    "ligneacheminement", "CP_VILLE", "com_nom", "Ville de résidence", "libcom", "libcommune",
                    "nomcommune", "adrs_libcommune", "Commune d'implantation",
                ]
            ),
            (
                .citycode,
                [
                    "com_insee", "codeCommuneEtablissement", "N° INSEE", "Code Insee commune", "codgeo",
                    "adrs_codeinsee", "inseecom",
                ]
            ),
            (.longitude, ["long_coor1", "Longitude (WGS84)", "LNG"]), (.latitude, ["lat_coor1", "Lat", "coord_lat"]),
            (.x, ["Coordonnée X", "x_L93"]), (.y, ["Coordonnée en Y", "coord_y"]),
            (
                .address,
                [
                    "Adresse postale", "adresse du bénéficiaire", "Résidence", "Adresse du lieu", "libelle_adresse",
                    "N° et nom de la voie",
                ]
            ),
            (
                .complement,
                [
                    "Adresse 3", "complementAdresseEtablissement", "adresse_cplmt", "Lieu-dit", "ADRESSE2",
                    "adrs_distrib",
                ]
            ),
        ] as [(ColumnRole, [String])])
    func headings(role: ColumnRole, headings: [String]) {
        for heading in headings { #expect(ColumnNames([heading]).role(of: 0) == role, "\(heading)") }
    }

    @Test("headings of other things have no role")
    func others() {
        for heading in [
            "Commune de naissance", "Lieu de naissance", "numero_dossier", "N° SIRET", "téléphone", "code NAF", "nom",
            "Code_voie", "N° allocataire", "Nom du lieu",
            "Type de site", "Situation familiale", "Site web", "Date de naissance", "libellé de l'activité",
            "type d'établissement", "code_departement",
        ] { #expect(ColumnNames([heading]).role(of: 0) == nil, "\(heading)") }
    }

    @Test("what a column holds decides between two meanings")
    func content() {
        func role(_ heading: String, _ cells: [String]) -> ColumnRole? {
            ColumnNames([heading], sample: cells.map { [$0] }).likely(for: .postcode).isEmpty
                ? ColumnNames([heading], sample: cells.map { [$0] }).role(of: 0) : .postcode
        }
        #expect(role("CP_VILLE", ["75012 PARIS", "93140 BONDY"]) == .city)
        #expect(role("CP_COMMUNE", ["75012", "93140"]) == .postcode)
        #expect(role("arrondissement", ["75012", "75013"]) == .postcode)
        #expect(role("n° et voie", ["12 rue Bleue", "3 place Verte"]) == .address)
        #expect(role("n° et voie", ["12", "3 bis"]) == .housenumber)
    }

    @Test("a town's column of three digits is no name, and the line of routing is taken")
    func codesAsTowns() throws {
        let names = ColumnNames(
            ["commune", "ligneacheminement"], sample: [["890", "62990 MARVILLE"], ["041", "62100 CALAIS"]])
        #expect(try names.column(for: .city) == 1)
    }

    @Test("the columns of one owner go before those of another")
    func owners() throws {
        let names = ColumnNames(["structure_cp", "adr_cp", "structure_num", "adr_num"])
        #expect(try names.column(for: .postcode) == 1)
        #expect(try names.column(for: .housenumber) == 3)
    }

    @Test("shares, births and sexes")
    func persons() {
        for heading in ["% issus des QPV", "% issu des QPV", "Part QPV", "taux d'habitants des QPV", "pct_qpv"] {
            #expect(ColumnNames(["n", heading]).shareInPerimeters == 1, "\(heading)")
        }
        #expect(ColumnNames(["% QPV", "% issus des QPV"]).shareInPerimeters == nil)
        #expect(ColumnNames(["% femmes", "qpv"]).shareInPerimeters == nil)
        for heading in ["Né(e) le", "Date de naiss.", "DDN", "née le", "dateNaissance"] {
            #expect(PersonColumns.birth(ColumnNames(["nom", heading])) == 1, "\(heading)")
        }
        #expect(PersonColumns.birth(ColumnNames(["Commune de naissance", "Nom de naissance"])) == nil)
        for heading in ["H/F", "F/H", "Sexe (H/F)", "Civ.", "M/F"] {
            #expect(PersonColumns.sex(ColumnNames(["nom", heading])) == 1, "\(heading)")
        }
    }
}

@Suite("several addresses in one file")
struct SeveralOwnersTests {
    /// The names of the columns read, in reading order, then those of other addresses.
    private func read(_ header: String, _ rows: [String] = []) throws -> (read: [String], others: [String]) {
        let names = header.split(separator: ";").map(String.init)
        let sample = rows.map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
        let plan = try #require(try RowPlan.addresses(in: ColumnNames(names, sample: sample)))
        guard case .addresses(let columns) = plan else { return ([], []) }
        return (plan.columns.map { names[$0] }, columns.unread.filter { $0.kind == .otherAddress }.map(\.name))
    }

    @Test("the seat of an association is read whole, and its management is another address")
    func seat() throws {
        let found = try read(
            "id;titre;adrs_complement;adrs_numvoie;adrs_repetition;adrs_typevoie;adrs_libvoie;adrs_distrib;"
                + "adrs_codeinsee;adrs_codepostal;adrs_libcommune;adrg_declarant;adrg_complemgeo;adrg_libvoie;adrg_distrib;"
                + "adrg_codepostal;adrg_achemine;adrg_pays",
            [
                "W1;LES AMIS;;12;B;RUE;DES TILLEULS;;62990;62990;MARVILLE;Dupont;;3 place Verte;;57000;METZ;",
                "W2;LE CLUB;;7;;RUE;BASSE;;62990;62990;MARVILLE;Durand;;3 place Verte;;57000;METZ;",
            ])
        #expect(
            found.read == [
                "adrs_numvoie", "adrs_repetition", "adrs_typevoie", "adrs_libvoie", "adrs_complement", "adrs_distrib",
                "adrs_codepostal", "adrs_libcommune", "adrs_codeinsee",
            ])
        #expect(found.others == ["adrg_libvoie", "adrg_codepostal", "adrg_achemine"], "an empty column is not told")
    }

    @Test("the first address of an establishment is read, not its second one nor one abroad")
    func establishment() throws {
        let found = try read(
            "siret;complementAdresseEtablissement;numeroVoieEtablissement;indiceRepetitionEtablissement;"
                + "typeVoieEtablissement;libelleVoieEtablissement;codePostalEtablissement;libelleCommuneEtablissement;"
                + "libelleCommuneEtrangerEtablissement;codeCommuneEtablissement;codePaysEtrangerEtablissement;"
                + "complementAdresse2Etablissement;numeroVoie2Etablissement;typeVoie2Etablissement;"
                + "libelleVoie2Etablissement;codePostal2Etablissement;libelleCommune2Etablissement;"
                + "codeCommune2Etablissement")
        #expect(
            found.read == [
                "numeroVoieEtablissement", "indiceRepetitionEtablissement", "typeVoieEtablissement",
                "libelleVoieEtablissement", "complementAdresseEtablissement", "codePostalEtablissement",
                "libelleCommuneEtablissement", "codeCommuneEtablissement",
            ])
    }

    @Test("home before work, establishment before owner, nobody's before a structure's, and never mixed")
    func owners() throws {
        #expect(
            try read("nom;adresse_travail;cp_travail;ville_travail;adresse_domicile;cp_domicile;ville_domicile").read
                == ["adresse_domicile", "cp_domicile", "ville_domicile"])
        #expect(
            try read("proprio_rue;proprio_cp;proprio_ville;etab_num;etab_rue;etab_cp;etab_ville").read
                == ["etab_num", "etab_rue", "etab_cp", "etab_ville"])
        #expect(
            try read("structure_adresse;structure_cp;structure_ville;adresse;cp;commune").read
                == ["adresse", "cp", "commune"])
        #expect(try read("adresse1;cp1;ville1;adresse2;cp2;ville2").read == ["adresse1", "cp1", "ville1"])
    }

    @Test("a word that nobody knows is an owner where several parts of an address have it")
    func unknownOwner() throws {
        #expect(try read("ref;cli_num;cli_rue;cli_cp;cli_ville").read == ["cli_num", "cli_rue", "cli_cp", "cli_ville"])
        #expect(ColumnNames(["num_dossier", "rue", "cp_dossier", "ville"]).role(of: 0) == nil)
    }

    @Test("columns of one owner complete an address without a town, and an empty address gives way")
    func completed() throws {
        #expect(try read("adr1;libcom;cp_siege").read == ["adr1", "cp_siege", "libcom"])
        let empty = (0..<8).map { "\($0 == 0 ? "1 rue Haute" : "");;;\($0) rue Basse;57000;METZ" }
        #expect(
            try read("adresse_siege;cp_siege;ville_siege;adresse_gestion;cp_gestion;ville_gestion", empty).read
                == ["adresse_gestion", "cp_gestion", "ville_gestion"])
    }
}

@Suite("columns of an address, by their cells")
struct AddressColumnsTests {
    private static func plan(_ header: [String], _ rows: [[String]]) throws -> RowPlan.AddressColumns {
        guard case .addresses(let columns)? = try RowPlan.addresses(in: ColumnNames(header, sample: rows)) else {
            throw ColumnError.noAddressColumns(header: header)
        }
        return columns
    }

    @Test("a number column beside whole addresses is read only where these have no numbers")
    func numbersBeside() throws {
        let apart = try Self.plan(
            ["n°", "adresse", "cp"], [["12", "rue Bleue", "57000"], ["7", "rue Verte", "57000"]])
        #expect(apart.text == [0, 1] && apart.numbers == [0] && apart.unread.isEmpty)
        let whole = try Self.plan(
            ["n°", "adresse", "cp"], [["1", "12 rue Bleue", "57000"], ["2", "7 rue Verte", "57000"]])
        #expect(whole.text == [1] && whole.numbers.isEmpty && !whole.isIncomplete)
        let counted = try Self.plan(
            ["n°", "adresse", "cp"],
            [["1", "rue Bleue", "57000"], ["2", "rue Verte", "57000"], ["3", "rue Noire", "57000"]])
        #expect(counted.numbers.isEmpty, "the column counts the rows")
    }

    @Test("a column that looks like a number or a postcode and is not read makes all unsure, unless the user chose")
    func unread() throws {
        let header = ["num voirie bâtiment", "rue", "ville"]
        let rows = [["12", "rue Bleue", "Metz"], ["3", "rue Verte", "Metz"], ["54", "rue Rouge", "Metz"]]
        let found = try Self.plan(header, rows)
        #expect(found.unread.map(\.kind) == [.housenumber] && found.isIncomplete)
        let names = ColumnNames(header, sample: rows)
        guard case .addresses(let chosen) = try RowPlan.addresses(in: names, named: ["rue", "ville"]) else { return }
        #expect(chosen.unread.map(\.kind) == [.housenumber] && !chosen.isIncomplete)
    }

    @Test("addresses, postcodes and towns under headings that say nothing")
    func byContent() throws {
        let columns = try Self.plan(
            ["ref", "texte", "colonne 3"],
            [["1", "12 rue Bleue", "57000"], ["2", "place Verte 7", "57050"], ["3", "av. Foch", "57000"]])
        #expect(columns.text == [1] && columns.postcode == 2)
        let town = try Self.plan(
            ["lieu exact", "zone"], [["12 rue Bleue", "57000 METZ"], ["7 rue Verte", "57050 METZ"]])
        #expect(town.text == [0] && town.city == 1)
        #expect(throws: ColumnError.self) { try Self.plan(["ref", "nom"], [["1", "Dupont"], ["2", "Rue"]]) }
    }

    @Test("a row is read as it is meant")
    func cells() throws {
        let header = ["numvoie", "typvoie", "voie", "cp", "ville"]
        let plan = try Self.plan(header, [["54", "R", "DES TILLEULS", "62990", "Marville"]])
        func read(_ row: [String]) -> RowPlan.AddressColumns.Reading { plan.read { row[$0] } }
        let plain = read(["54.0", "R", "DES TILLEULS", "62990.0", "Marville"])
        #expect(plain.query.text == "54 RUE DES TILLEULS" && plain.query.postcode == "62990" && !plain.isDoubtful)
        let date = read(["12-janv", "RUE", "DES TILLEULS", "62 990", "Marville (62)"])
        #expect(date.query.text == "RUE DES TILLEULS" && date.isDoubtful)
        #expect(date.query.postcode == "62990" && date.query.city == "Marville")
        let swapped = read(["5", "RUE", "VERTE", "Marville", ""])
        #expect(swapped.query.city == "Marville" && (swapped.query.postcode ?? "").isEmpty)
        #expect(read(["5", "RUE", "VERTE", "62990", "75011 PARIS"]).isDoubtful, "two postcodes")
    }

    @Test("a postcode under an unknown heading is read where it agrees with the towns")
    func postcodeByTowns() throws {
        let rows = [
            ["12 rue du Moulin", "84130", "LE PONTET"], ["3 rue Basse", "84000", "AVIGNON"],
            ["5 rue Basse", "84130", "Le Pontet"],
        ]
        for heading in ["localis", "codpos", "secteur postal bis"] {
            let plan = try Self.plan(["adresse", heading, "ville"], rows)
            #expect(plan.postcode == 1 && plan.city == 2 && plan.unread.isEmpty, "\(heading)")
        }
        let codes = try Self.plan(
            ["adresse", "zone", "ville"], [["1 rue A", "93066", "SAINT-DENIS"], ["2 rue B", "93010", "BONDY"]])
        #expect(codes.citycode == 1 && codes.unread.isEmpty)
        let towns = try Self.plan(
            ["adresse", "cp", "zone"], [["1 rue A", "93200", "SAINT-DENIS"], ["2 rue B", "93140", "BONDY"]])
        #expect(towns.city == 2)
    }

    @Test("postcodes that do not agree with the towns make all unsure; numbers that are no postcodes do not")
    func postcodesOfOthers() throws {
        let others = try Self.plan(
            ["adresse", "localis", "ville"],
            [["1 rue A", "57000", "BONDY"], ["2 rue B", "57050", "BONDY"], ["3 rue C", "57000", "BONDY"]])
        #expect(others.postcode == nil && others.unread.map(\.kind) == [.postcode] && others.isIncomplete)
        let files = try Self.plan(
            ["adresse", "dossier", "ville"],
            [["1 rue A", "10471", "BONDY"], ["2 rue B", "20388", "BONDY"], ["3 rue C", "30999", "BONDY"]])
        #expect(files.postcode == nil && files.citycode == nil && !files.isIncomplete)
    }

    @Test("a column of remarks that few rows have is no address; a place that all have is")
    func remarks() throws {
        let rows = [
            ["Route de Villemonble", "mise en place du mât"], ["Parking Neuburger", ""], ["Mairie", ""],
            ["Avenue de Metz", ""], ["Chemin du Pont", ""], ["Gare", ""],
        ]
        #expect(try Self.plan(["Lieu d'implantation", "travaux"], rows).text == [0])
        #expect(try Self.plan(["Site", "travaux"], rows).text == [0])
        #expect(throws: ColumnError.self) { try Self.plan(["x1", "travaux"], rows.map { ["abc", $0[1]] }) }
    }

    @Test("arrondissements in a column of their own complete a city")
    func districtColumn() throws {
        let plan = try Self.plan(
            ["adresse", "arrondissement", "ville"],
            [["1 rue Bleue", "20e", "Paris"], ["2 rue Bleue", "1er", "Paris"]])
        #expect(plan.city == 2 && plan.district == 1)
        let reading = plan.read { ["1 rue Bleue", "20e Ardt", "Paris"][$0] }
        #expect(reading.query.text == "1 rue Bleue, 20e arrondissement" && reading.query.city == "Paris")
    }

    @Test("a postcode that no commune has is a CEDEX code beside a town of its département")
    func cedex() throws {
        let plan = try Self.plan(["adresse", "cp", "ville"], [["1 rue A", "93140", "BONDY"]])
        func read(_ postcode: String, _ city: String) -> [String?] {
            let query = plan.read { ["1 rue A", postcode, city][$0] }.query
            return [query.postcode, query.citycode]
        }
        #expect(read("93141", "BONDY") == [nil, "93010"])
        #expect(read("75970", "PARIS") == [nil, "75056"])
        #expect(read("93140", "BONDY") == ["93140", nil])
        #expect(read("57970", "BONDY") == ["57970", nil], "another département")
        #expect(read("23959", "Ombreville-le-Test") == ["23959", nil], "no commune of the table")
    }

    @Test("text is no coordinate whatever its heading; metres are told from degrees")
    func coordinates() throws {
        let plan = try Self.plan(
            ["adresse", "cp", "Nom (long)", "x", "y", "lat_dd"],
            [["1 rue A", "93140", "Long nom", "661947.2", "6868477.1", "48.9"]])
        #expect(plan.unread.map(\.kind) == [.gridCoordinate, .gridCoordinate, .coordinate])
    }
}
