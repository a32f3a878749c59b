import Gazetteer
import TestSupport

/// A small base of communes that do not exist, in the columns of the BAN.
enum InventedBase {
    static let header =
        "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;"
        + "nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;"
        + "source_position;source_nom_voie;certification_commune;cad_parcelles"

    struct Commune {
        var code: String
        var name: String
        var postcode: String
        var longitude: Double
        var latitude: Double
        var routing = ""
    }

    static let valmorin = Commune(code: "99001", name: "Valmorin", postcode: "99100", longitude: 3.0, latitude: 47.0)
    static let aubrac = Commune(
        code: "99002", name: "Saint-Aubrac-sur-Lende", postcode: "99110", longitude: 3.2, latitude: 47.1)
    static let orvelle = Commune(code: "99003", name: "Orvelle", postcode: "99110", longitude: 3.3, latitude: 47.1)
    static let first = Commune(
        code: "99501", name: "Grandmont 1er Arrondissement", postcode: "99501", longitude: 3.5, latitude: 47.3,
        routing: "GRANDMONT")
    static let second = Commune(
        code: "99502", name: "Grandmont 2e Arrondissement", postcode: "99502", longitude: 3.52, latitude: 47.3,
        routing: "GRANDMONT")
    static let north = Commune(code: "98010", name: "Beaulac", postcode: "98200", longitude: 4.0, latitude: 48.0)
    static let south = Commune(code: "99010", name: "Beaulac", postcode: "99200", longitude: 3.7, latitude: 46.5)

    /// One row.
    static func row(
        _ commune: Commune, _ street: String, _ number: String, _ suffix: String = "", id: String = "a001b2",
        lon: Double? = nil, lat: Double? = nil, type: String = "entrée", old: (code: String, name: String) = ("", ""),
        locality: String = ""
    ) -> String {
        let digits = String(repeating: "0", count: max(0, 5 - number.count)) + number
        let address = "\(commune.code)_\(id)_\(digits)" + (suffix.isEmpty ? "" : "_\(suffix)")
        let x = lon ?? commune.longitude
        let y = lat ?? commune.latitude
        let routing = commune.routing.isEmpty ? commune.name.uppercased() : commune.routing
        return [
            address, "", number, suffix, street, commune.postcode, commune.code, commune.name, old.code, old.name, "0",
            "0", "\(x)", "\(y)", type, "", locality, routing, "", "commune", "commune", "1", "",
        ].joined(separator: ";")
    }

    /// A street with these numbers, ten metres from one to the next, odd and even sides twenty metres apart.
    static func street(
        _ commune: Commune, _ name: String, _ numbers: some Sequence<Int>, id: String, old: (String, String) = ("", ""),
        shift: Int = 0, locality: String = ""
    ) -> [String] {
        numbers.map { number in
            row(
                commune, name, String(number), id: id,
                lon: commune.longitude + Double(number) * 0.0000658 + Double(shift) * 0.002,
                lat: commune.latitude + (number % 2 == 0 ? 0.00018 : 0) + Double(shift) * 0.001, old: old,
                locality: locality)
        }
    }

    static let rows: [String] = {
        var rows: [String] = []
        let names = [
            "Rue de la Paix", "Avenue Victor Hugo", "Rue du Général Leclerc", "Boulevard d'Alsace", "Rue du 8 Mai 1945",
            "Place de l'Église", "Rue Pierre et Marie Curie", "Route de Beaulac", "Rue Henri IV", "Impasse des Œillets",
            "Rue Jean Jaurès", "Avenue Jean Jaurès", "Chemin du Moulin", "Grande Rue", "Rue du Docteur Brunelat",
            "Rue Sainte-Cunégonde", "Allée des Peupliers", "Avenue de la Porte de Sarnay", "Rue Richard Lenain",
            "Rue du Quatre Septembre", "Rue Anatole France", "Boulevard Carnot", "Place des Fêtes", "Rue Basse",
            "Allée des Érables",
        ]
        for (index, name) in names.enumerated() {
            rows += street(valmorin, name, [1, 2, 3, 4, 6, 8, 9, 10, 12], id: "v\(index)", shift: index)
        }
        rows.append(row(valmorin, "Rue de la Paix", "12", "bis", id: "v0", lon: 3.0009, lat: 47.0002))
        rows.append(row(valmorin, "Rue de la Paix", "12", "ter", id: "v0", lon: 3.00095, lat: 47.0002))
        rows.append(row(valmorin, "Rue de la Paix", "20", "bis", id: "v0", lon: 3.0014, lat: 47.0002))
        rows.append(row(valmorin, "Rue de la Paix", "1", id: "v0", lon: 3.01, lat: 47.01, type: "parcelle"))
        rows += street(valmorin, "Rue du Puits", 1...5, id: "w1", old: ("99031", "Les Essarts"), shift: 40)
        rows += street(valmorin, "Rue du Puits", 1...5, id: "w2", old: ("99032", "Charmeil"), shift: 60)
        rows.append(row(valmorin, "La Grange Rouge", "0", id: "w3", lon: 3.08, lat: 47.03))
        rows += street(valmorin, "Chemin des Vignes", 1...4, id: "w4", shift: 45, locality: "Les Hauts de Brume")
        rows.append(row(valmorin, "7S1 Place du Carillon", "7", "s1", id: "w5", lon: 3.05, lat: 47.02))
        rows.append(row(valmorin, "Place du Carillon", "5", id: "w6", lon: 3.0501, lat: 47.02))

        rows += street(aubrac, "Rue des Tanneurs", 1...9, id: "s1")
        rows += street(aubrac, "Rue de la Mairie", 1...9, id: "s2", shift: 1)
        rows += street(orvelle, "Rue de la Mairie", 1...9, id: "o1")
        rows += street(orvelle, "Rue des Forgerons", 1...9, id: "o2", shift: 1)
        rows += street(first, "Rue de Sarnay", stride(from: 1, through: 31, by: 2), id: "g1")
        rows += street(first, "Quai Saint-Ernoul", 1...9, id: "g2", shift: 1)
        rows += street(second, "Rue de Sarnay", stride(from: 2, through: 32, by: 2), id: "h1")
        rows += street(second, "Rue des Bateliers", 1...9, id: "h2", shift: 1)
        rows += street(north, "Rue du Lavoir", 1...9, id: "n1")
        rows += street(south, "Rue du Lavoir", 1...9, id: "m1")
        return rows
    }()

    static var text: String { ([header] + rows).joined(separator: "\n") + "\n" }

    /// The base, built once.
    static let built: (folder: TemporaryFolder, gazetteer: Gazetteer, path: String) = {
        do {
            let folder = try TemporaryFolder()
            let input = try folder.write(text, to: "adresses-99.csv")
            let path = folder.path("invented.qpvg")
            _ = try Gazetteer.build(inputs: [input], output: path)
            return (folder, try Gazetteer(path: path), path)
        } catch {
            fatalError("the invented base cannot be built: \(error)")
        }
    }()

    static func match(_ text: String, postcode: String? = nil, city: String? = nil, citycode: String? = nil) -> Match {
        built.gazetteer.match(AddressQuery(text: text, postcode: postcode, city: city, citycode: citycode))
    }
}
