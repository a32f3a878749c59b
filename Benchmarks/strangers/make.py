#!/usr/bin/env python3
"""Writes queries with the spellings of French addresses that people, offices and other software use.

    make.py BAN.csv[.gz] -o queries.csv [--rows 200] [--seed 1] [--kinds "a;b"] [--families a,b] [--list]

Each row has the truth beside it. Columns are those that score.py reads, then `kind`, `family`, `ban_id`, `citycode`.
The same base, seed and rows give the same bytes. A kind draws from a seed of its own: new kinds change no other.
"""
import argparse
import csv
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from base import Base  # noqa: E402
from kinds import LATER, load, plain_form  # noqa: E402

COLUMNS = (
    ""
    "set,id,query,expected_lat,expected_lon,expected_housenumber,expected_street,expected_postcode,expected_city,"
    "qpv2024_truth,tolerance_m,query_postcode,border_m,street_in_gazetteer,number_in_gazetteer,truth_kind,note,"
    "kind,family,ban_id,citycode").split(",")


def drawn(kind, base, seed, rows):
    """Up to `rows` addresses to which the kind applies, each street once before any street twice."""
    rng = random.Random(f"{seed}:{kind.name}")
    pool, later, seen, made = rng.sample(base.addresses, len(base.addresses)), [], set(), 0
    for turn in (pool, later):
        for a in turn:
            if made == rows:
                return
            street = (a.citycode, a.street)
            if turn is pool and street in seen:
                later.append(a)
                continue
            w = kind.write(plain_form(a), a, rng, base)
            if w is None:
                continue
            seen.add(street)
            made += 1
            yield a, w


def row(kind, number, a, w):
    known = w.position_known
    return {
        "set": kind.set, "id": f"{kind.name}/{number:03d}", "query": w.text(), "expected_lat": a.lat if known else "",
        "expected_lon": a.lon if known else "", "expected_housenumber": "|".join(w.numbers),
        "expected_street": "|".join(w.streets), "expected_postcode": "" if kind.negative else a.postcode,
        "expected_city": "" if kind.negative else a.city, "tolerance_m": 50, "query_postcode": w.typed_postcode,
        "border_m": 2000, "street_in_gazetteer": 0 if kind.negative else 1,
        "number_in_gazetteer": int(w.number_known and not kind.negative), "truth_kind": "base", "kind": kind.name,
        "family": kind.family, "ban_id": "" if kind.negative else a.id, "citycode": a.citycode,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ban", nargs="?")
    parser.add_argument("-o", "--output", default="-")
    parser.add_argument("--rows", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="", help="names between semicolons; default: all")
    parser.add_argument("--families", default="", help="names between commas, or later; default: all")
    parser.add_argument("--list", action="store_true", help="print the kinds with their family, and stop")
    args = parser.parse_args()
    kinds = load()
    if args.families:
        families = LATER if args.families == "later" else args.families.split(",")
        kinds = {n: k for n, k in kinds.items() if k.family in families}
    if args.list:
        for k in kinds.values():
            print(f"{k.family}\t{k.name}\t{k.set if k.negative else ''}")
        return
    wanted = [x.strip() for x in args.kinds.split(";") if x.strip()] or list(kinds)
    base = Base(args.ban)
    file = sys.stdout if args.output == "-" else open(args.output, "w", encoding="utf-8", newline="")
    writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for name in wanted:
        made = [row(kinds[name], i, a, w) for i, (a, w) in enumerate(drawn(kinds[name], base, args.seed, args.rows), 1)]
        writer.writerows(made)
        if len(made) < args.rows:
            print(f"note: {name}: {len(made)} of {args.rows} rows, the base has no more", file=sys.stderr)


if __name__ == "__main__":
    main()
