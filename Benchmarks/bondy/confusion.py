"""How often an audit of typed addresses is right: Bondy, addresses of a telecom operator with measured positions.

    python confusion.py --qpv PATH --shared FOLDER [--set dev|heldout]

The truth of a row is the perimeter that holds the position measured on the ground; the verdict comes from the typed
address, the address base of 2022 and a radius. Prints the confusion by reason and by quality. Standard library only.
Exits with 1 when more than 5 % of the rows are undecided, or more than 0.08 % of those of quality 1 are wrong.
"""
import argparse
import collections
import csv
import os
import subprocess
import sys
import tempfile

UNDECIDED_AT_MOST = 0.05
WRONG_AT_QUALITY_1_AT_MOST = 0.0008


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")


def convert(heldout, out):
    """The rows of the evaluation set that are addresses of Bondy with a known perimeter, in the form of the other file."""
    with open(heldout, newline="") as source, open(out, "w", newline="") as target:
        writer = csv.writer(target, delimiter=";", lineterminator="\n")
        writer.writerow(["id", "adresse", "lat_mesuree", "lon_mesuree", "qpv_2024"])
        for row in csv.DictReader(source):
            if row["set"] == "arcep_bondy" and row["qpv2024_truth"]:
                writer.writerow(
                    [row["id"], row["query"], row["expected_lat"], row["expected_lon"], row["qpv2024_truth"]])


def outcome(row):
    """right, wrong, uncertain or not_located."""
    if row["qpv_verdict"] not in ("inside", "outside"):
        return row["qpv_verdict"]
    return "right" if (row["qpv_code"] or "-") == row["qpv_2024"] else "wrong"


def audit(qpv, shared, which, folder, *options):
    """The audited rows."""
    queries = os.path.join(shared, "data/queries/arcep-bondy-dev.csv")
    if which == "heldout":
        queries = os.path.join(folder, "heldout.csv")
        convert(os.path.join(shared, "eval/heldout.csv"), queries)
    gazetteer = os.path.join(folder, "bondy.qpvg")
    if not os.path.exists(gazetteer):
        run(qpv, "gazetteer", "build", os.path.join(shared, "data/ban-bondy/adresses-93010.csv"), "-o", gazetteer)
    out = os.path.join(folder, "audited.csv")
    perimeters = os.path.join(shared, "data/qpv2024-bondy/qpv2024_bondy.geojson")
    run(qpv, "audit", queries, "--address-columns", "adresse", "--perimeters", perimeters, "--gazetteer", gazetteer,
        "-o", out, "--quiet", *options)
    with open(out, newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True)
    parser.add_argument("--shared", required=True, help="the folder of real data")
    parser.add_argument("--set", choices=["dev", "heldout"], default="dev")
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = audit(a.qpv, a.shared, a.set, folder)
    count = len(rows)
    truths = ["-"] + sorted({r["qpv_2024"] for r in rows} - {"-"})
    answers = truths + ["uncertain", "not_located"]
    table = collections.Counter(
        (r["qpv_2024"], (r["qpv_code"] or "-") if outcome(r) in ("right", "wrong") else outcome(r)) for r in rows)
    print(f"{a.set}: {count:,} rows\n\n| truth | " + " | ".join(answers) + " |\n|---|" + "--:|" * len(answers))
    for truth in truths:
        print(f"| {truth} | " + " | ".join(f"{table[truth, answer]:,}" for answer in answers) + " |")
    for column in ("qpv_reason", "qpv_quality", "result_type"):
        counts = collections.Counter((r[column], outcome(r)) for r in rows)
        print(f"\n| {column} | rows | right | wrong | uncertain | not located |\n|---|--:|--:|--:|--:|--:|")
        for value in sorted({r[column] for r in rows}):
            cells = [counts[value, o] for o in ("right", "wrong", "uncertain", "not_located")]
            print(f"| {value or '(none)'} | {sum(cells):,} | " + " | ".join(f"{c:,}" for c in cells) + " |")
    undecided = sum(outcome(r) in ("uncertain", "not_located") for r in rows)
    sure = [r for r in rows if r["qpv_quality"] == "1"]
    wrong = [r for r in rows if outcome(r) == "wrong"]
    wrong_sure = [r for r in wrong if r["qpv_quality"] == "1"]
    print(f"\nundecided {undecided:,} of {count:,} ({undecided / count:.2%}); wrong {len(wrong)} of "
          f"{count - undecided:,} decided ({len(wrong) / (count - undecided):.3%}); wrong at quality 1 "
          f"{len(wrong_sure)} of {len(sure):,} ({len(wrong_sure) / len(sure):.3%})")
    for r in wrong_sure:
        print(f"wrong at quality 1: {r['adresse']} -> {r['result_label']}, {r['qpv_verdict']} {r['qpv_code']}, truth {r['qpv_2024']}, "
              f"{r['qpv_distance_m']} m from the border")
    if undecided > UNDECIDED_AT_MOST * count or len(wrong_sure) > WRONG_AT_QUALITY_1_AT_MOST * len(sure):
        sys.exit(1)


if __name__ == "__main__":
    main()
