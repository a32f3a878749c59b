"""The radii of positions against positions measured on the ground.

    python radii.py --qpv PATH --shared FOLDER

First the distance between the position that the address base gives and the one measured by others, for rows matched to an
existing number with the number and a street that the truth agrees with, by the base's type_position: the median, 68 %,
90 %, 95 %, and the share within the radius of the table. Then, for Bondy, what another radius would do to the verdicts.
Standard library only. Nothing is asserted: it is a measurement.
"""
import argparse
import csv
import gzip
import math
import os
import statistics
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bondy"))
from confusion import audit, outcome, run  # noqa: E402

TABLE = {"entrée": 5, "cage d’escalier": 5, "logement": 5, "délivrance postale": 10, "bâtiment": 15, "parcelle": 25,
         "segment": 50, "": 20}


def metres(lon, lat, lon2, lat2):
    """On a sphere, flat: good to a part in a thousand over a few hundred metres."""
    x = math.radians(lon2 - lon) * math.cos(math.radians(lat))
    return 6_371_008.8 * math.hypot(x, math.radians(lat2 - lat))


def line(name, distances, radius):
    distances.sort()
    quantile = lambda share: distances[min(len(distances) - 1, int(share * len(distances)))]
    within = sum(d <= radius for d in distances) / len(distances)
    cells = " | ".join(f"{quantile(q):.1f}" for q in (0.5, 0.68, 0.9, 0.95))
    print(f"| {name} | {len(distances):,} | {cells} | {radius} | {within:.1%} |")


HEAD = "| positions | rows | median m | 68 % | 90 % | 95 % | radius | within |\n|---|--:|--:|--:|--:|--:|--:|--:|"


def paris(qpv, shared, folder):
    types = {}
    with gzip.open(os.path.join(shared, "data/ban-paris75/adresses-75.csv.gz"), "rt", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            types[row["id"]] = row["type_position"]
    queries = os.path.join(folder, "paris.csv")
    truth = {}
    with open(os.path.join(shared, "eval/heldout.csv"), newline="") as source, open(queries, "w", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(["id", "adresse"])
        for row in csv.DictReader(source):
            measured = row["set"] in ("paris_messy", "tester_paris_culture") and row["truth_kind"] != "string only"
            if (measured or row["set"] == "bano_paris") and row["expected_lat"] and row["expected_housenumber"]:
                truth[row["set"] + "/" + row["id"]] = row
                writer.writerow([row["set"] + "/" + row["id"], row["query"]])
    gazetteer, out = os.path.join(folder, "paris.qpvg"), os.path.join(folder, "paris-out.csv")
    run(qpv, "gazetteer", "build", os.path.join(shared, "data/ban-paris75/adresses-75.csv.gz"), "-o", gazetteer)
    run(qpv, "geocode", queries, "--address-columns", "adresse", "--gazetteer", gazetteer, "-o", out, "--quiet")
    sources = {}
    with open(out, newline="") as file:
        for row in csv.DictReader(file):
            known = truth[row["id"]]
            number = known["expected_housenumber"].replace(" ", "").lower()
            if row["result_type"] != "housenumber" or row["result_housenumber"].replace(" ", "").lower() != number:
                continue
            distance = metres(float(known["expected_lon"]), float(known["expected_lat"]),
                              float(row["longitude"]), float(row["latitude"]))
            # Farther off it is another street, or a mistake in the truth: a matter of matching, not of position.
            if distance < 150:
                source = known["set"] if known["set"] != "bano_paris" else known["truth_kind"]
                sources.setdefault(source, {}).setdefault(types.get(row["result_id"], ""), []).append(distance)
    print(f"\nParis, matches within 150 m\n\n{HEAD}")
    for source in sorted(sources):
        for kind in sorted(sources[source]):
            if len(sources[source][kind]) >= 5:
                line(f"{source}: {kind or 'unknown'}", sources[source][kind], TABLE.get(kind, 20))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True)
    parser.add_argument("--shared", required=True, help="the folder of real data")
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = audit(a.qpv, a.shared, "dev", folder)
        distances = [
            metres(float(r["lon_mesuree"]), float(r["lat_mesuree"]), float(r["longitude"]), float(r["latitude"]))
            for r in rows if r["result_type"] == "housenumber"]
        print(f"Bondy\n\n{HEAD}")
        line("unknown (no type_position)", distances, 20)
        print("\n| radius m | measured positions within | undecided | quality 1 | wrong at quality 1 | wrong of all decided |\n"
              "|--:|--:|--:|--:|--:|--:|")
        for radius in (5, 10, 15, 20, 25, 30, 40):
            rows = audit(a.qpv, a.shared, "dev", folder, "--radius", f"inconnue={radius}")
            results = [outcome(r) for r in rows]
            undecided = sum(o in ("uncertain", "not_located") for o in results)
            sure = [o for o, r in zip(results, rows) if r["qpv_quality"] == "1"]
            within = sum(d <= radius for d in distances) / len(distances)
            print(f"| {radius} | {within:.1%} | {undecided} ({undecided / len(rows):.2%}) | {len(sure):,} "
                  f"| {sure.count('wrong')} ({sure.count('wrong') / len(sure):.3%}) | {results.count('wrong')} "
                  f"({results.count('wrong') / (len(rows) - undecided):.3%}) |")
        paris(a.qpv, a.shared, folder)


if __name__ == "__main__":
    main()
