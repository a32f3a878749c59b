#!/usr/bin/env python3
"""Scores the answers of a geocoder to generated queries, by set and by part. Prints Markdown.

    score.py RESULTS.csv QUERIES.csv [--threshold 0.5] [--failures FILE] [--part fit]

Right: the street and the number that are meant (an absent number by its position only), within the tolerance where there
is a position, with a score of at least the threshold; low: the same under the threshold. Wrong: over the threshold, another
street or town, or a number more than 250 m away. A query without an answer is right when nothing at street level reaches
the threshold. The rest is the street without the number asked, or nothing.
"""

import argparse
import csv
from collections import defaultdict

from base import fold, meaning, metres, split_type

LOCATED = ("housenumber", "interpolated", "street", "locality")
NUMBERED = ("housenumber", "interpolated")
LETTERS = {"bis": "b", "ter": "t", "quater": "q"}


def number_key(text):
    digits = fold(text).lstrip("0")
    figure = "".join(c for c in digits.split(" ")[0] if c.isdigit())
    rest = digits[len(figure) :].strip()
    return figure + LETTERS.get(rest, rest)


def street_key(name):
    type, core = split_type(name)
    return " ".join([type, *meaning(core)]).strip()


def town_key(name):
    key = fold(name)
    return key.split(" ")[0] if key.endswith("arrondissement") else key


def meant(query, answer):
    """'right', 'coarse' or 'wrong' of an answer at street level or better, whatever its score, and the metres off."""
    off = None
    if query["expected_lat"] and answer["lat"]:
        off = metres(
            (float(query["expected_lat"]), float(query["expected_lon"])), (float(answer["lat"]), float(answer["lon"]))
        )
    street = street_key(answer["street"]) in map(street_key, query["expected_street"].split("|"))
    if query["expected_level"] == "locality":
        street = street or off is not None and off <= float(query["tolerance_m"])
    if not street or town_key(answer["city"]) != town_key(query["expected_city"]):
        return "wrong", off
    exact = (
        query["expected_level"] != "housenumber"
        or answer["result_type"] == "housenumber"
        and number_key(answer["housenumber"]) in map(number_key, query["expected_housenumber"].split("|"))
    )
    if exact and (off is None or off <= float(query["tolerance_m"])):
        return "right", off
    return ("wrong" if off is not None and off > 250 and answer["result_type"] in NUMBERED else "coarse"), off


def judge(query, answer, threshold):
    """'right', 'low' (right, under the threshold), 'coarse' (the street), 'wrong' or 'none', and the metres off."""
    located = answer.get("result_type") in LOCATED
    sure = located and float(answer.get("score") or 0) >= threshold
    if not query["expected_level"]:
        return ("wrong" if sure else "right"), None
    verdict, off = meant(query, answer) if located else ("none", None)
    return (verdict if sure else "low" if verdict == "right" else "none"), off


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results")
    parser.add_argument("queries")
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--failures", help="writes the failures here, as CSV")
    parser.add_argument("--part", default="fit", help="the part whose failures are written")
    options = parser.parse_args()
    with open(options.results, encoding="utf-8", newline="") as file:
        answers = {(row["set"], row["id"]): row for row in csv.DictReader(file)}
    counts, failures = defaultdict(lambda: defaultdict(int)), []
    with open(options.queries, encoding="utf-8", newline="") as file:
        for query in csv.DictReader(file):
            answer = answers.get((query["set"], query["id"]), {})
            verdict, off = judge(query, answer, options.threshold)
            counts[query["set"]][query["part"], verdict] += 1
            if verdict != "right" and query["part"] == options.part:
                failures.append(
                    {
                        "set": query["set"],
                        "verdict": verdict,
                        "query": query["query"],
                        "columns": f"{query['query_postcode']} {query['query_city']}",
                        "expected": " ".join(
                            query[f"expected_{c}"] for c in ("housenumber", "street", "postcode", "city")
                        ),
                        "answered": answer.get("label", ""),
                        "level": answer.get("result_type", ""),
                        "score": answer.get("score", ""),
                        "metres": "" if off is None else f"{off:.0f}",
                        "note": query["note"],
                    }
                )
    print("| set | fit n | right % | low % | wrong % | test n | right % | low % | wrong % |\n|---|" + "--:|" * 8)
    for name, found in counts.items():
        cells = [name]
        for part in ("fit", "test"):
            total = sum(n for (p, _), n in found.items() if p == part)
            cells += [
                str(total),
                *(f"{100 * found[part, v] / total:.1f}" if total else "–" for v in ("right", "low", "wrong")),
            ]
        print("| " + " | ".join(cells) + " |")
    if options.failures:
        with open(options.failures, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(
                file, "set,verdict,query,columns,expected,answered,level,score,metres,note".split(",")
            )
            writer.writeheader()
            writer.writerows(failures)


if __name__ == "__main__":
    main()
