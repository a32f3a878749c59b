#!/usr/bin/env python3
"""One line a kind: right, nothing, wrong and sure, judged by score.py.

    table.py queries.csv results.csv --score FOLDER_OF_score.py [--json FILE] [--failures KIND]

right: the number is right where one is asked that the base has, else the street. nothing: no street, or worse.
wrong: another street, another town, a place more than 250 m off, or an existing number that was not asked.
For negative kinds wrong is any street answered with score >= 0.8 (of another town: any answer at all).
"""
import argparse
import csv
import json
import sys
from collections import defaultdict

FIGURES = ("right", "nothing", "wrong08", "wrong05")


def judged(query, answer, score):
    """The row's figures: right, nothing, wrong at 0.8, wrong at 0.5."""
    j = score.Judged(query, answer)
    if query["set"] in score.NEGATIVE:
        taken = j.located or (query["set"] == "negative" and bool(j.type))
        return not taken or j.score < 0.5, not taken, taken and j.score >= 0.8, taken and j.score >= 0.5
    right = j.number_ok if j.asks_number else j.street_ok
    wrong = j.located and (j.wrong or j.false_number or not j.street_ok)
    return right, not j.located, wrong and j.score >= 0.8, wrong and j.score >= 0.5


def percent(rows, at):
    return 100 * sum(r[at] for r in rows) / len(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries")
    parser.add_argument("results")
    parser.add_argument("--score", required=True)
    parser.add_argument("--json")
    parser.add_argument("--failures", help="print the rows of this kind that are not right")
    args = parser.parse_args()
    sys.path.insert(0, args.score)
    import score

    with open(args.queries, encoding="utf-8", newline="") as file:
        queries = [q for q in csv.DictReader(file) if args.failures in (None, q["kind"])]
    with open(args.results, encoding="utf-8", newline="") as file:
        answers = {(r["set"], r["id"]): r for r in csv.DictReader(file)}
    kinds, families = defaultdict(list), {}
    for q in queries:
        answer = answers.get((q["set"], q["id"]))
        row = judged(q, answer, score)
        kinds[q["kind"]].append(row)
        families[q["kind"]] = (q["family"], q["set"] in score.NEGATIVE)
        if args.failures and not row[0]:
            found = answer["result_type"] or "nothing"
            print(f"{q['query']!r}: {q['expected_housenumber']} {q['expected_street']} -> {found} "
                  f"{answer['label']} {answer['score']}")
    if args.failures:
        return
    for negative in (False, True):
        print("| family | kind | n | " + ("not taken at 0.5 % | " if negative else "right % | ")
              + "nothing % | wrong at 0.8 % | wrong at 0.5 % |\n|---|---|--:|--:|--:|--:|--:|")
        part = [k for k in kinds if families[k][1] == negative]
        for k in part:
            rows = kinds[k]
            figures = " | ".join(f"{percent(rows, i):.1f}" for i in range(4))
            print(f"| {families[k][0]} | {k} | {len(rows)} | {figures} |")
        every = [sum(percent(kinds[k], i) for k in part) / max(1, len(part)) for i in range(4)]
        print(f"| | **mean of {len(part)} kinds** | {sum(len(kinds[k]) for k in part)} | "
              + " | ".join(f"**{v:.1f}**" for v in every) + " |\n")
    if args.json:
        with open(args.json, "w", encoding="utf-8") as file:
            figures = {k: dict(zip(FIGURES, (percent(r, i) for i in range(4)))) for k, r in kinds.items()}
            for k, r in kinds.items():
                figures[k].update(family=families[k][0], negative=families[k][1], n=len(r))
            json.dump(figures, file, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main()
