#!/usr/bin/env python3
"""Asks addok and qpv the same held-out queries in one run, and prints both score tables side by side.

    python3 -m venv VENV && VENV/bin/pip install addok==1.3.2 addok-fr==1.1.0 addok-france==1.2.0
    apt-get install redis-server
    (cd Benchmarks && swift build -c release --product geocoder-eval)
    VENV/bin/python run.py --harness DIR --out DIR --eval PROGRAM [--port 6390]

The harness is the folder with heldout.csv, gazetteer.csv(.gz), run_addok.py, score.py and compare.py. addok gets its own
redis on a local port, stopped at the end. Both are asked the free text alone, then the text with the postcode that goes
with it. Accuracy and confidence do not depend on the machine. Times: of addok in its process with its redis by the clock,
of qpv processor time of its one thread, so on a busy machine the ratio flatters qpv; compare on an idle one.
"""
import argparse
import csv
import gzip
import shutil
import subprocess
import sys
from pathlib import Path


def run(*arguments, output=None):
    print("$", *arguments, file=sys.stderr, flush=True)
    with open(output, "wb") if output else open("/dev/stderr", "wb") as target:
        subprocess.run([str(argument) for argument in arguments], check=True, stdout=target)


SPEED = {
    "clean": {"syn_clean"},
    "messy": {"paris_messy", "tester_paris_fuzzy", "tester_paris_culture", "syn_typo", "syn_noise", "syn_abbrev"},
}


def times(results):
    with open(results, newline="", encoding="utf-8") as file:
        return [(row["set"], float(row["seconds"])) for row in csv.DictReader(file)]


def rate(results, sets):
    seconds = [seconds for name, seconds in times(results) if name in sets]
    return len(seconds) / sum(seconds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--harness", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--port", default="6390")
    options = parser.parse_args()
    harness, out = options.harness, options.out
    data = out / "data"
    data.mkdir(parents=True, exist_ok=True)
    if not (data / "gazetteer.csv").exists():
        with gzip.open(harness / "gazetteer.csv.gz") as source, open(data / "gazetteer.csv", "wb") as target:
            shutil.copyfileobj(source, target)
    shutil.copy(harness / "heldout.csv", data)
    queries, compiled = data / "heldout.csv", out / "eval.qpvg"

    run(sys.executable, harness / "run_addok.py", "--data", data, "--out", out, "--port", options.port,
        "--steps", "import,query")
    run(options.eval, "build", compiled, data / "gazetteer.csv")
    run(options.eval, "run", compiled, queries, output=out / "results_qpv.csv")
    run(options.eval, "run", compiled, queries, "--postcode", output=out / "results_qpv_postcode.csv")
    reports = []
    for name in ("addok", "qpv", "addok_postcode", "qpv_postcode"):
        report = out / f"score_{name}.json"
        run(sys.executable, harness / "score.py", out / f"results_{name}.csv", queries, "--qpv",
            harness / "qpv_eval.geojson", "--json", report, output=out / f"score_{name}.md")
        reports.append(f"{name}={report}")
    for name in ("addok", "qpv"):
        print(f"## {name}, free text\n")
        print((out / f"score_{name}.md").read_text())
    print("## Speed, queries a second\n\n| queries | addok | qpv | ratio |\n|---|--:|--:|--:|")
    for title, sets in SPEED.items():
        rates = [rate(out / f"results_{name}.csv", sets) for name in ("addok", "qpv")]
        print(f"| {title} | {rates[0]:,.0f} | {rates[1]:,.0f} | {rates[1] / rates[0]:,.0f} |")
    slowest = {name: max(seconds for _, seconds in times(out / f"results_{name}.csv")) for name in ("addok", "qpv")}
    print(f"| slowest of all, ms | {slowest['addok'] * 1000:.1f} | {slowest['qpv'] * 1000:.1f} | |\n")
    print("## Side by side\n", flush=True)
    subprocess.run([sys.executable, str(harness / "compare.py"), *reports], check=True)


main()
