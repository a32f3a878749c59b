#!/usr/bin/env python3
"""Several reports of table.py beside each other: other bases, or before and after.

    beside.py NAME=a.json NAME=b.json

Figures of a report: n, right %, nothing %, wrong with score >= 0.8 %. For negative kinds right means not taken at 0.5.
"""
import json
import sys


def main():
    reports = []
    for argument in sys.argv[1:]:
        name, path = argument.split("=", 1)
        with open(path, encoding="utf-8") as file:
            reports.append((name, json.load(file)))
    kinds = list(dict.fromkeys(k for _, r in reports for k in r))
    first = {k: next(r[k] for _, r in reports if k in r) for k in kinds}
    for negative in (False, True):
        print("Negative kinds\n" if negative else "Kinds with an answer\n")
        print("| family | kind |" + "".join(f" {n}: n | right | nothing | wrong |" for n, _ in reports))
        print("|---|---|" + "--:|--:|--:|--:|" * len(reports))
        part = [k for k in kinds if first[k]["negative"] == negative]
        for k in part:
            print(f"| {first[k]['family']} | {k} |" + "".join(figures(r.get(k)) for _, r in reports))
        print(f"| | **mean of the kinds, {len(part)} in all** |" + "".join(mean(r, part) for _, r in reports) + "\n")


def figures(kind):
    if kind is None:
        return " – | | | |"
    return f" {kind['n']} | {kind['right']:.1f} | {kind['nothing']:.1f} | {kind['wrong08']:.1f} |"


def mean(report, part):
    here = [report[k] for k in part if k in report]
    values = [sum(k[f] for k in here) / max(1, len(here)) for f in ("right", "nothing", "wrong08")]
    return f" {sum(k['n'] for k in here)} |" + "".join(f" **{v:.1f}** |" for v in values)


if __name__ == "__main__":
    main()
