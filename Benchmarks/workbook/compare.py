"""An Excel workbook read: `qpv stats` of 100,000 rows by 10 columns, beside the same rows as CSV, and openpyxl.

    python compare.py --qpv PROGRAM [--rows 100000] [--rounds 5]

The workbook is written by openpyxl: texts, numbers and birth dates as Excel has them, that is as serials with a format. Both
files must give the same counts, cell by cell, and openpyxl (read_only) must read as many rows. What the workbook takes
longer than the CSV is what reading it costs. Then three times the rows, for the memory. Needs openpyxl.
"""
import argparse
import csv
import datetime
import json
import os
import random
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from measured import HEAD, cells, rounds, run  # noqa: E402

HEADER = "Dossier;Sexe;Date de naissance;Action;Adresse;CP;Commune;qpv_verdict;qpv_code;qpv_quality".split(";")


def make(rows, folder):
    """The same seeded rows as workbook and as CSV."""
    import openpyxl

    dice = random.Random(2024)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Liste")
    sheet.append(HEADER)
    paths = [os.path.join(folder, f"{rows}.{ending}") for ending in ("xlsx", "csv")]
    with open(paths[1], "w", newline="") as file:
        plain = csv.writer(file, delimiter=";")
        plain.writerow(HEADER)
        for row in range(rows):
            birth = datetime.date(1940, 1, 1) + datetime.timedelta(days=dice.randrange(30_000))
            verdict = dice.choice(["inside", "outside", "outside", "uncertain"])
            cells = [
                f"D{row:06}", dice.choice("FH"), birth, f"Action imaginaire {dice.randrange(20)}",
                f"{dice.randrange(1, 200)} rue inventée {dice.randrange(500)}", 99000 + dice.randrange(9),
                f"Commune {dice.randrange(30)}", verdict, "QN000001F" if verdict == "inside" else "", dice.randrange(1, 4),
            ]
            sheet.append(cells)
            plain.writerow(cells)
    book.save(paths[0])
    return paths


def rival(path, rows):
    import openpyxl

    read = sum(1 for _ in openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True)) - 1
    sys.exit(0 if read == int(rows) else f"{read} rows")


def main():
    if sys.argv[1:2] == ["rival"]:
        return rival(*sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True, help="the program, built with -c release")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:

        def commands(rows):
            book, plain = make(rows, folder)
            options = ["--at", "2024-12-31", "--disclosure", "none", "-q", "-o"]
            return {
                "workbook, qpv stats": [a.qpv, "stats", book, *options, book + ".json"],
                "CSV, qpv stats": [a.qpv, "stats", plain, *options, plain + ".json"],
                "workbook, openpyxl, rows only": [sys.executable, os.path.abspath(__file__), "rival", book, str(rows)],
            }

        once = commands(a.rows)
        costs = rounds(once, a.rounds)
        tables = []
        for ending in ("xlsx", "csv"):
            with open(os.path.join(folder, f"{a.rows}.{ending}.json")) as file:
                blocks = [b for s in json.load(file)["sections"] for b in s["blocks"]]
            tables.append([b for b in blocks if b["type"] == "table"])
        if tables[0] != tables[1] or tables[0][0]["rows"][0]["values"]["n"] != a.rows:
            sys.exit("the workbook and the CSV give other counts")
        size = os.path.getsize(os.path.join(folder, f"{a.rows}.xlsx")) / 1e6
        many = {name: run(command) for name, command in commands(3 * a.rows).items()}
    print(f"{a.rows:,} rows by {len(HEADER)} columns, {size:.1f} MB; the {len(tables[0])} tables are the same\n")
    print(f"| | {HEAD} | MB, 3× the rows |\n|---|--:|--:|--:|--:|--:|")
    for name, measured in costs.items():
        print(f"| {name} | {cells(measured)} | {many[name].memory:.0f} |")


if __name__ == "__main__":
    main()
