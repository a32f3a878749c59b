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
                    "Code postal du bénéficiaire", "c.p.", "adr_cp",
                ]
            ),
            (
                .city,
                [
                    "libelleCommuneEtablissement", "vil", "commune_1", "ARRONDISSEMENT", "Localité d'acheminement",
                    "ligneacheminement", "CP_VILLE", "com_nom", "Ville de résidence",
                ]
            ),
            (.citycode, ["com_insee", "codeCommuneEtablissement", "N° INSEE", "Code Insee commune", "codgeo"]),
            (.longitude, ["long_coor1", "Longitude (WGS84)", "LNG"]), (.latitude, ["lat_coor1", "Lat", "coord_lat"]),
            (.x, ["Coordonnée X", "x_L93"]), (.y, ["Coordonnée en Y", "coord_y"]),
            (.address, ["Adresse postale", "adresse du bénéficiaire", "libelle_adresse", "N° et nom de la voie"]),
            (.complement, ["Adresse 3", "complementAdresseEtablissement", "adresse_cplmt", "Lieu-dit", "ADRESSE2"]),
        ] as [(ColumnRole, [String])])
    func headings(role: ColumnRole, headings: [String]) {
        for heading in headings { #expect(ColumnNames([heading]).role(of: 0) == role, "\(heading)") }
    }

    @Test("headings of other things have no role")
    func others() {
        for heading in [
            "Commune de naissance", "Lieu de naissance", "numero_dossier", "N° SIRET", "téléphone", "code NAF", "nom",
            "Code_voie", "Date de naissance", "libellé de l'activité", "type d'établissement", "code_departement",
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
}
