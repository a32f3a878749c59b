#!/usr/bin/env python3
"""Answers the queries with `qpv geocode` and writes the answers in the columns that score.py reads.

    run.py queries.csv --qpv PATH --gazetteer FILE -o results.csv

Only the text of the query is given to qpv: one column, no postcode of its own.
"""
import argparse
import csv
import subprocess
import tempfile
import time
from pathlib import Path

COLUMNS = "set,id,result_type,label,housenumber,street,postcode,city,citycode,lat,lon,score,seconds".split(",")
FROM = {"result_type": "result_type", "label": "result_label", "housenumber": "result_housenumber",
    "street": "result_street",
        "postcode": "result_postcode", "city": "result_city", "citycode": "result_citycode", "lat": "latitude",
        "lon": "longitude",
        "score": "result_score"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries")
    parser.add_argument("--qpv", required=True)
    parser.add_argument("--gazetteer", required=True)
    parser.add_argument("-o", "--output", required=True)
    args = parser.parse_args()
    with open(args.queries, encoding="utf-8", newline="") as file:
        queries = list(csv.DictReader(file))
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder, "asked.csv"), Path(folder, "answered.csv")
        with open(asked, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["row", "query"])
            writer.writerows((i, q["query"]) for i, q in enumerate(queries))
        began = time.monotonic()
        subprocess.run([args.qpv, "geocode", asked, "--address-columns", "query", "--gazetteer", args.gazetteer,
                        "-o", answered, "-q"], check=True)
        each = (time.monotonic() - began) / max(1, len(queries))
        with open(answered, encoding="utf-8", newline="") as file:
            answers = list(csv.DictReader(file))
    assert [a["row"] for a in answers] == [str(i) for i in range(len(queries))], "rows lost or moved"
    with open(args.output, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for q, a in zip(queries, answers):
            street = "" if a["result_type"] == "municipality" else a["result_street"] or a["result_name"]
            writer.writerow({"set": q["set"], "id": q["id"], "seconds": f"{each:.6f}"}
                            | {k: a[v] for k, v in FROM.items()} | {"street": street})


if __name__ == "__main__":
    main()
