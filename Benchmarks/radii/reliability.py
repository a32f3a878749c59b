"""Whether qpv_probability is one: of the rows near a border, how many are inside, by tenths of the probability.

    python reliability.py --qpv PATH --shared FOLDER [--set dev|heldout] [--within 20] [--fit]

The rows are addresses of Bondy typed by an operator, with the perimeter in which it measured them. Counted are rows matched to
an existing number whose position is at most --within metres from a border. Streets are of part A or of part B, by a checksum of
their name; each part and both together are shown. "error" is the mean distance between probability and share, weighted by rows.

--fit says, for each part, which weights two discs of a quarter of the radius and of the whole radius would get from the other
part, by expectation maximisation along a straight border, and what the error then is on this one.
Standard library only. Nothing is asserted: it is a measurement.
"""
import argparse
import math
import os
import sys
import tempfile
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bondy"))
from confusion import audit  # noqa: E402

RADIUS = 20


def audited(qpv, shared, which, folder):
    """(probability, signed distance to the border, inside by measurement, part) of each row matched to a number."""
    rows = []
    for row in audit(qpv, shared, which, folder, "--columns", "verdict,match"):
        if row["result_type"] == "housenumber" and row["qpv_distance_m"] and row["qpv_probability"]:
            part = zlib.crc32(row["result_name"].encode()) % 2
            inside = row["qpv_2024"] not in ("-", "")
            rows.append((float(row["qpv_probability"]), float(row["qpv_distance_m"]), inside, part))
    return rows


def error(pairs):
    """Bins by tenths, and the weighted distance between probability and share."""
    bins = {}
    for probability, inside in pairs:
        bins.setdefault(min(9, int(probability * 10)), []).append((probability, inside))
    table = [(tenth, len(rows), sum(p for p, _ in rows) / len(rows), sum(i for _, i in rows) / len(rows))
             for tenth, rows in sorted(bins.items())]
    return table, sum(n * abs(p - share) for _, n, p, share in table) / max(1, len(pairs))


def beyond(t):
    """The part of a disc of radius 1 that lies beyond a straight line at distance t from its centre."""
    t = max(-1, min(1, t))
    return (math.acos(t) - t * math.sqrt(1 - t * t)) / math.pi


def probability(distance, weight):
    return weight * beyond(distance / (RADIUS / 4)) + (1 - weight) * beyond(distance / RADIUS)


def fitted(rows):
    """The weight of the smaller disc."""
    weight = 0.5
    for _ in range(500):
        taken = 1e-9
        for _, distance, inside, _ in rows:
            small, large = beyond(distance / (RADIUS / 4)), beyond(distance / RADIUS)
            if not inside:
                small, large = 1 - small, 1 - large
            taken += weight * small / max(1e-12, weight * small + (1 - weight) * large)
        weight = taken / len(rows)
    return weight


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--set", choices=["dev", "heldout"], default="dev")
    parser.add_argument("--within", type=float, default=20)
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = audited(options.qpv, options.shared, options.set, folder)
    near = [row for row in rows if abs(row[1]) <= options.within]
    for name, parts in (("A", (0,)), ("B", (1,)), ("A and B", (0, 1))):
        pairs = [(row[0], row[2]) for row in near if row[3] in parts]
        table, wrong = error(pairs)
        print(f"\nstreets {name}, {len(pairs)} rows within {options.within:g} m, error {wrong:.3f}\n")
        print("| tenth | rows | probability | inside |\n|---|--:|--:|--:|")
        for tenth, count, mean, share in table:
            print(f"| {tenth / 10:.1f}–{tenth / 10 + 0.1:.1f} | {count} | {mean:.2f} | {share:.2f} |")
    if options.fit:
        for name, part in (("A", 0), ("B", 1)):
            weight = fitted([row for row in rows if row[3] != part and abs(row[1]) < 70])
            pairs = [(probability(row[1], weight), row[2]) for row in near if row[3] == part]
            print(f"\nstreets {name} with the weight of the others, {weight:.2f}: error {error(pairs)[1]:.3f}")


if __name__ == "__main__":
    main()
