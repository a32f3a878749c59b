#!/usr/bin/env python3
"""Write Sources/Perimeters/Ground/OfficialCounts.swift: how many priority neighbourhoods each département has by decree.

usage: counts.py 2015.geojson 2024.geojson

The files hold the whole official lists (2015: 1,514 perimeters, decrees 2014-1750 and 2014-1751; 2024: 1,609, decrees 2023-1314
and 2024-1212), one feature a perimeter, its code in code_qp. A code has its département in its third to fifth character.
"""
import collections, json, os, sys

def counts(path):
    features = json.load(open(path, encoding="utf-8"))["features"]
    codes = {feature["properties"]["code_qp"] for feature in features}
    return collections.Counter(code[2:5].removeprefix("0") for code in codes), len(codes)

def main():
    lists = {vintage: counts(path) for vintage, path in zip((2015, 2024), sys.argv[1:])}
    departements = sorted({d for found, _ in lists.values() for d in found})
    lines = [f"        {d} " + " ".join(str(found[d]) for found, _ in lists.values()) for d in departements]
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Perimeters/Ground/OfficialCounts.swift")
    with open(target, "w", encoding="utf-8") as out:
        out.write(f"""/// How many priority neighbourhoods each département has in the official lists.
///
/// Facts, written by `Sources/C/CCommunes/counts.py`: the lists of 2015 ({lists[2015][1]:,} perimeters) and of 2024 with those of
/// 2025 overseas ({lists[2024][1]:,}). A département that is not here has none in either.
enum OfficialCounts {{
    /// Of a département (57, 2A, 974) the number of its perimeters in the list of a vintage; nil for a vintage without a list here.
    static func count(_ departement: String, _ vintage: Int) -> Int? {{
        guard let column = [2015: 0, 2024: 1][vintage] else {{ return nil }}
        return byDepartement[departement]?[column] ?? 0
    }}

    /// The départements that have a perimeter in some list.
    static var departements: [String] {{ byDepartement.keys.sorted() }}

    private static let byDepartement: [String: [Int]] = {{
        var counts: [String: [Int]] = [:]
        for line in table.split(separator: "\\n") {{
            let cells = line.split(separator: " ")
            counts[String(cells[0])] = cells.dropFirst().map {{ Int($0)! }}
        }}
        return counts
    }}()

    /// Département, 2015, 2024.
    private static let table = \"\"\"
{chr(10).join(lines)}
        \"\"\"
}}
""")

if __name__ == "__main__":
    main()
