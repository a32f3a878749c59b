#!/usr/bin/env python3
"""Write communes.tsv: the communes of the official geographic code as a table of facts.

usage: make.py FOLDER

FOLDER holds communes_insee_cog.csv (INSEE, code officiel géographique) and laposte_datanova_20250619.csv (La Poste, base
officielle des codes postaux). Both are under Licence Ouverte. Lines are sorted by code. A commune has its code, name,
postcodes, and the latitude and longitude of its centre in hundredths of a degree; a delegated or associated commune, or an
arrondissement, has the code of its commune behind ">".
"""
import csv, os, sys

HEADER = [
    "# Communes: INSEE, code officiel géographique 2025; postcodes and centres: La Poste, 19 June 2025. Licence Ouverte.",
    "# code, name, then postcodes and centre (latitude longitude, hundredths of a degree), or > and the commune's code.",
]

def posted(path):
    """Of each commune code its postcodes, centre and name in La Poste's spelling."""
    communes = {}
    for row in csv.DictReader(open(path, encoding="utf-8")):
        commune = communes.setdefault(row["code_commune_insee"], (set(), [], row["nom_de_la_commune"]))
        commune[0].add(row["code_postal"])
        if row["latitude"] and not commune[1]:
            commune[1].append(" ".join(str(round(float(row[c]) * 100)) for c in ("latitude", "longitude")))
    return communes

def main():
    folder = sys.argv[1]
    post = posted(os.path.join(folder, "laposte_datanova_20250619.csv"))
    rows = list(csv.DictReader(open(os.path.join(folder, "communes_insee_cog.csv"), encoding="utf-8")))
    cities = {row["COMPARENT"] for row in rows if row["TYPECOM"] == "ARM"}
    names = {row["COM"]: row["LIBELLE"] for row in rows if row["TYPECOM"] == "COM"}
    lines = {}
    def own(code, name, codes, parent=""):
        postcodes = sorted(set().union(*(post[c][0] for c in codes if c in post)))
        centre = next((post[c][1][0] for c in codes if c in post and post[c][1]), "")
        lines[code, 0, name] = "\t".join([code, name, ",".join(postcodes), centre] + ([">" + parent] if parent else []))
    for row in rows:
        code, name, kind = row["COM"], row["LIBELLE"], row["TYPECOM"]
        if kind == "COM":
            parts = [r["COM"] for r in rows if r["TYPECOM"] == "ARM" and r["COMPARENT"] == code] if code in cities else []
            own(code, name, [code] + parts)
        elif kind == "ARM":
            own(code, name, [code], row["COMPARENT"])
        elif name != names.get(code):
            lines[code, 1, name] = f"{code}\t{name}\t>{row['COMPARENT']}"
    known = {code for code, _, _ in lines}
    for code, (_, _, name) in post.items():
        if code not in known:
            own(code, name.title(), [code])
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "communes.tsv"), "w", encoding="utf-8") as out:
        out.write("\n".join(HEADER + [lines[key] for key in sorted(lines)]) + "\n")

if __name__ == "__main__":
    main()
