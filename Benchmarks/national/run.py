#!/usr/bin/env python3
"""Builds, opens and asks a gazetteer of the size of France, and prints what it costs and what it gets right.

    run.py --data DIR --eval PROGRAM [--heldout CSV --real CSV] [--keep]

DIR holds what generate.py wrote; PROGRAM is geocoder-eval, built with `swift build -c release`. With --heldout (queries
with their truth) and --real (the base that they are about, in the columns of the BAN) these real addresses are put among
the invented ones, and the same queries are asked of the real base alone and of everything. The gazetteers are removed at
the end unless --keep is given. Needs 4 GB of disk. Standard library only.
"""
import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from measured import run  # noqa: E402


def build(program, output, inputs):
    cost = run([program, "build", output, *inputs])
    print(f"| build {output.stem} | {cost.wall:.1f} s, {cost.memory:,.0f} MB, {output.stat().st_size:,} bytes |")


def ask(program, gazetteer, queries, answers):
    said = answers.with_suffix(".log")
    memory = run([program, "run", gazetteer, queries], answers, said).memory
    errors = said.read_text()
    opened = re.search(r"in (.+) seconds", errors).group(1)
    rate, slowest = re.search(r"queries, (\d+) a second, slowest (\S+) s", errors).groups()
    print(
        f"| {queries.stem} in {gazetteer.stem} | {int(rate):,} a second, slowest {float(slowest) * 1000:.1f} ms, "
        f"opened in {float(opened) * 1000:.1f} ms, {memory:,.0f} MB resident |"
    )
    with open(answers, newline="") as file:
        return {(row["set"], row["id"]): row for row in csv.DictReader(file)}


def right(queries, answers):
    """By set: how many are answered with the very address that was asked, how many wrongly with a score of 0.8."""
    counts = defaultdict(Counter)
    with open(queries, newline="") as file:
        for row in csv.DictReader(file):
            answer = answers[row["set"], row["id"]]
            same = answer["id_ban"] == row["id_ban"]
            counts[row["set"]].update(all=1, right=same, sure_wrong=not same and float(answer["score"]) >= 0.8)
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--heldout", type=Path)
    parser.add_argument("--real", type=Path)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    data, real = options.data, [options.real] if options.real else []
    one, nation, alone = data / "departement.qpvg", data / "nation.qpvg", data / "real.qpvg"
    print("| | |\n|---|---|")
    build(options.eval, one, [data / "departement.csv"])
    build(options.eval, nation, [data / "nation.csv", *real])
    small = right(data / "queries.csv", ask(options.eval, one, data / "queries.csv", data / "one.csv"))
    large = right(data / "queries.csv", ask(options.eval, nation, data / "queries.csv", data / "all.csv"))
    if options.heldout and real:
        build(options.eval, alone, real)
        before = ask(options.eval, alone, options.heldout, data / "heldout-alone.csv")
        after = ask(options.eval, nation, options.heldout, data / "heldout-nation.csv")
    print("\n| invented queries | n | right in the département | right in the country | wrong at 0.8 | |\n|---|--:|--:|--:|--:|--:|")
    for name in small:
        a, b = small[name], large[name]
        print(
            f"| {name} | {a['all']} | {100 * a['right'] / a['all']:.1f} | {100 * b['right'] / b['all']:.1f} | "
            f"{100 * a['sure_wrong'] / a['all']:.2f} | {100 * b['sure_wrong'] / b['all']:.2f} |"
        )
    if options.heldout and real:
        moved = Counter(key[0] for key in before if before[key]["id_ban"] != after[key]["id_ban"])
        sizes = Counter(key[0] for key in before)
        print("\n| real queries | n | answer changes among 26 million |\n|---|--:|--:|")
        for name in sizes:
            print(f"| {name} | {sizes[name]} | {moved[name]} |")
        print(f"\nscore.py {data / 'heldout-nation.csv'} {options.heldout} prints their accuracy.")
    if not options.keep:
        for file in (one, nation, alone):
            file.unlink(missing_ok=True)


main()
