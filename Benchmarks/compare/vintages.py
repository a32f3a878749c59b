"""`qpv compare` of the real perimeters of 2015 and 2024: against the tables of truth, then beside GeoPandas, file to file.

    python vintages.py --qpv PROGRAM --shared $SHARED [--rounds 9]

Needs geopandas (see rivals/requirements.txt). The truth was made from the official Lambert-93 layer of metropolitan France,
which is written as GeoJSON first (agreement/lambert93.py): every shared area must agree to 0.1 % of both areas and to a
square centimetre, on the same pairs. Then both read the same two GeoJSON files and write a CSV of the pairs; rounds
are interleaved, medians are given, and the shared areas that both write must agree to a hundredth of a square metre. GeoPandas does what an
analyst would write: read, to_crs(2154), overlay (which repairs its inputs itself).
Exits with 1 when an answer differs, or when qpv takes more than a tenth of GeoPandas' time.
"""
import argparse
import csv
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from measured import HEAD, cells, middle, rounds  # noqa: E402

TABLES = ["metro", "idf", "moselle"]


def rival(old, new, out):
    import geopandas

    def read(path, name):
        frame = geopandas.read_file(path)[["code_qp", "geometry"]].to_crs(2154)
        frame[f"area_{name}"] = frame.make_valid().area
        return frame.rename(columns={"code_qp": name})

    both = geopandas.overlay(read(old, "old_code"), read(new, "new_code"), how="intersection", keep_geom_type=True)
    both["area_shared_m2"] = both.area
    both.drop(columns="geometry").sort_values(["old_code", "new_code"]).to_csv(out, index=False, float_format="%.3f")


def pairs(path, columns=("old_code", "new_code", "area_shared_m2")):
    with open(path, newline="") as file:
        rows = [r for r in csv.DictReader(file) if r[columns[0]] and r[columns[1]]]
    return {(r[columns[0]], r[columns[1]]): r for r in rows}


def check_truth(given, shared):
    faults = 0
    for table in TABLES:
        path = os.path.join(shared, f"evalgeo/truth/crosswalk_{table}.csv")
        truth = pairs(path, ("code_2015", "code_2024", "area_inter"))
        departments = {k[0][2:5] for k in truth}
        own = {k for k in given if table == "metro" or k[0][2:5] in departments}
        worst = largest = 0
        for key, row in truth.items():
            mine = given.get(key)
            areas = [float(mine[c]) if mine else 0.0 for c in ("area_old_m2", "area_new_m2", "area_shared_m2")]
            known = [float(row[c]) for c in ("area_2015", "area_2024", "area_inter")]
            # What the table prints as 0.000 is no pair here.
            if mine is None:
                faults += known[2] > 0.0005
                continue
            differences = [abs(a - b) for a, b in zip(areas, known)]
            largest = max([largest] + differences)
            worst = max(worst, differences[0] / known[0], differences[1] / known[1],
                        differences[2] / min(known[0], known[1]))
        extra = own - set(truth)
        faults += len(extra) + (worst > 0.001) + (largest > 0.01)
        print(f"| {table} | {len(truth):,} | {len(own & set(truth)):,} | {len(extra)} | {largest:.3f} m² | {worst:.1e} |")
    return faults


def main():
    if sys.argv[1:2] == ["rival"]:
        return rival(*sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True, help="the program, built with -c release")
    parser.add_argument("--shared", required=True, help="the folder of real data")
    parser.add_argument("--rounds", type=int, default=9)
    a = parser.parse_args()
    old_degrees = os.path.join(a.shared, "data/qpv2015-official/derived_qpv2015_all_wgs84.geojson")
    new = os.path.join(a.shared, "data/qpv2024-simplified/qpv2024_simplified.geojson")
    with tempfile.TemporaryDirectory() as folder:
        old = os.path.join(folder, "qpv2015_lb93.geojson")
        lambert93 = os.path.join(HERE, "../agreement/lambert93.py")
        subprocess.run([sys.executable, lambert93, "--shared", a.shared, "--out", old], check=True)
        out = {name: os.path.join(folder, f"{name}.csv") for name in ("qpv", "geopandas")}
        print("\n| table | pairs | of qpv | others of qpv | largest difference | largest, as a share of an area |")
        print("|---|--:|--:|--:|--:|--:|")
        subprocess.run([a.qpv, "compare", "-q", old, new, "-o", out["qpv"]], check=True, capture_output=True)
        faults = check_truth(pairs(out["qpv"]), a.shared)

        # All perimeters, or those of one CRS: Réunion in Lambert-93 means nothing, so GeoPandas gets metropolitan France.
        print(f"\n| two GeoJSON files to a CSV | {HEAD} |\n|---|--:|--:|--:|--:|")
        commands = {
            "qpv": [a.qpv, "compare", "-q", old, new, "-o", out["qpv"]],
            "geopandas": [sys.executable, os.path.abspath(__file__), "rival", old, new, out["geopandas"]],
        }
        runs = rounds(commands, a.rounds)
        for name, costs in runs.items():
            print(f"| {name} | {cells(costs)} |")
        ratio = middle(runs["qpv"]).wall / middle(runs["geopandas"]).wall
        print(f"\nqpv takes {ratio:.3f} of GeoPandas' time (1/{1 / ratio:.1f})")

        mine, theirs = pairs(out["qpv"]), pairs(out["geopandas"])
        differ = [
            key for key in set(mine) | set(theirs)
            if abs(float(mine.get(key, {}).get("area_shared_m2", 0))
                   - float(theirs.get(key, {}).get("area_shared_m2", 0))) > 0.01
        ]
        print(f"pairs: qpv {len(mine):,}, GeoPandas {len(theirs):,}; shared areas further apart than 0.01 m²: {len(differ)}")
        for key in sorted(differ)[:10]:
            print("  ", *key, mine.get(key, {}).get("area_shared_m2"), theirs.get(key, {}).get("area_shared_m2"))

        # Addresses of Paris in its perimeters: the numbers of the table that evalgeo/BASELINE.md gives (section 5).
        gazetteer = os.path.join(folder, "paris.qpvg")
        base = os.path.join(a.shared, "data/ban-paris75/adresses-75.csv.gz")
        subprocess.run([a.qpv, "gazetteer", "build", "-q", base, "-o", gazetteer], check=True)
        counted = [a.qpv, "compare", "-q", old, new, "-o", out["qpv"], "--gazetteer", gazetteer]
        subprocess.run(counted, check=True, capture_output=True)
        with open(out["qpv"], newline="") as file:
            rows = list(csv.DictReader(file))
        counts = [
            sum({r[f"{side}_code"]: int(r[f"addresses_{side}"]) for r in rows if r[f"{side}_code"][2:5] == "075"}.values())
            for side in ("old", "new")
        ]
        print(f"addresses of Paris inside: 2015 {counts[0]:,}, 2024 {counts[1]:,} (known: 7,464 and 6,446)")
        faults += counts != [7464, 6446]

        # The same layer with seven decimals of a degree.
        subprocess.run([a.qpv, "compare", "-q", old_degrees, new, "-o", out["qpv"]], check=True, capture_output=True)
        degrees = pairs(out["qpv"])
        shifts = [abs(float(degrees[k]["share_of_old"]) - float(r["share_of_old"])) for k, r in mine.items() if k in degrees]
        print(f"from WGS 84 with 7 decimals: {len(degrees):,} pairs, overseas too; shares move by {max(shifts):.6f} at most")
    sys.exit(1 if faults or differ or ratio > 0.1 else 0)


if __name__ == "__main__":
    main()
