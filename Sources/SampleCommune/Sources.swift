/// `sources.json`: where the official data is, and what the files of the sample are.
enum Sources {
    static let text = """
        {
          "official": [
            {
              "id": "qpv-2024",
              "title": "Quartiers prioritaires de la politique de la ville, 2024 (outre-mer 2025)",
              "kind": "qpv",
              "vintage": "2024",
              "url": "https://www.data.gouv.fr/fr/datasets/r/942d4ee8-8142-4556-8ea1-335537ce1119",
              "page": "https://www.data.gouv.fr/fr/datasets/quartiers-prioritaires-de-la-politique-de-la-ville-qpv/",
              "format": "zip (GEOJSON/, SHP/)",
              "crs": "OGC:CRS84",
              "producer": "Agence nationale de la cohésion des territoires",
              "licence": "Licence Ouverte 2.0 (Etalab)",
              "valid_from": "2024-01-01",
              "valid_from_overseas": "2025-01-01",
              "valid_to": null,
              "valid_to_overseas": null
            },
            {
              "id": "qpv-2015",
              "title": "Quartiers prioritaires de la politique de la ville, 2015",
              "kind": "qpv",
              "vintage": "2015",
              "url": null,
              "page": "https://www.data.gouv.fr/fr/datasets/quartiers-prioritaires-de-la-politique-de-la-ville-qpv/",
              "format": "zip (SHP)",
              "crs": "EPSG:4326",
              "producer": "Agence nationale de la cohésion des territoires",
              "licence": "Licence Ouverte 2.0 (Etalab)",
              "valid_from": "2015-01-01",
              "valid_from_overseas": "2015-01-01",
              "valid_to": "2023-12-31",
              "valid_to_overseas": "2024-12-31"
            },
            {
              "id": "ban",
              "title": "Base Adresse Nationale, par département",
              "kind": "gazetteer",
              "vintage": "latest",
              "url": "https://adresse.data.gouv.fr/data/ban/adresses/latest/csv/adresses-{dep}.csv.gz",
              "page": "https://adresse.data.gouv.fr/",
              "format": "csv.gz",
              "crs": "OGC:CRS84 (lon, lat); x, y in the metric system of the territory",
              "producer": "Base Adresse Nationale",
              "licence": "Licence Ouverte 2.0 (Etalab)",
              "valid_from": null,
              "valid_from_overseas": null,
              "valid_to": null,
              "valid_to_overseas": null
            }
          ],
          "sample": [
        \(sample.map(entry).joined(separator: ",\n"))
          ]
        }

        """

    private struct File {
        let name: String
        let kind: String
        let vintage: String?
        let crs: String?
        let from: String?
        let to: String?
    }

    private static let sample = [
        File(
            name: "perimetres-2024.geojson", kind: "qpv", vintage: "2024", crs: "OGC:CRS84", from: "2024-01-01", to: nil
        ),
        File(
            name: "perimetres-2015.geojson", kind: "qpv", vintage: "2015", crs: "OGC:CRS84", from: "2015-01-01",
            to: "2023-12-31"),
        File(name: "qva.geojson", kind: "qva", vintage: "2024", crs: "OGC:CRS84", from: "2024-01-01", to: nil),
        File(
            name: "territoire-vecu.geojson", kind: "territoire-vecu", vintage: "2024", crs: "OGC:CRS84",
            from: "2024-01-01", to: nil),
        File(
            name: "adresses.csv", kind: "gazetteer", vintage: nil, crs: "OGC:CRS84 (lon, lat); EPSG:2154 (x, y)",
            from: nil, to: nil),
        File(name: "beneficiaires.csv", kind: "beneficiaries", vintage: nil, crs: nil, from: nil, to: nil),
        File(name: "beneficiaires-verite.csv", kind: "truth", vintage: "2024", crs: nil, from: nil, to: nil),
        File(
            name: "lieux.csv", kind: "places", vintage: nil, crs: "OGC:CRS84 (longitude, latitude)", from: nil, to: nil),
        File(name: "actions.csv", kind: "actions", vintage: nil, crs: nil, from: nil, to: nil),
        File(name: "residences.csv", kind: "residences", vintage: nil, crs: nil, from: nil, to: nil),
        File(name: "residences-verite.csv", kind: "truth", vintage: "2024", crs: nil, from: nil, to: nil),
        File(name: "aliases.csv", kind: "aliases", vintage: "2024", crs: nil, from: nil, to: nil),
    ]

    private static func entry(_ file: File) -> String {
        func value(_ text: String?) -> String { text.map(GeoJSON.quoted) ?? "null" }
        return """
                {
                  "file": \(GeoJSON.quoted(file.name)),
                  "kind": \(GeoJSON.quoted(file.kind)),
                  "vintage": \(value(file.vintage)),
                  "crs": \(value(file.crs)),
                  "valid_from": \(value(file.from)),
                  "valid_to": \(value(file.to)),
                  "fictional": true,
                  "licence": "MIT"
                }
            """
    }
}
