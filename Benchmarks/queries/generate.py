#!/usr/bin/env python3
"""Makes labelled address queries from files in the columns of the Base Adresse Nationale, one set for each damage.

    generate.py --base adresses-75.csv.gz [--base …] --out queries.csv --seed N [--per-set 400] [--sets a,b]

The columns are those of the evaluation harness (heldout.csv), then query_city, query_citycode, expected_citycode, id_ban,
expected_level (empty for a query without an answer) and part: "fit" or "test" by commune and street, whatever the seed.
A query that could as well mean another street of the place that it states is not made. The sets …_in_column, column_… and
street_like_town need the columns query_postcode, query_city and query_citycode, the others only the text.
Same base, seed and count: same bytes.
"""

import argparse
import csv
import random
import sys

from base import ORDINARY_REPETITIONS, Base, cost, fold, meaning, metres, part, split_type
from damage import DAMAGES, SLOTS, Draft, Place
from negative import NEGATIVES
from words import TYPES

COLUMNS = (
    "set,id,query,expected_lat,expected_lon,expected_housenumber,expected_street,expected_postcode,expected_city,"
    "qpv2024_truth,tolerance_m,query_postcode,border_m,street_in_gazetteer,number_in_gazetteer,truth_kind,note,"
    "query_city,query_citycode,expected_citycode,id_ban,expected_level,part"
).split(",")
# Sets whose addresses are drawn among the rows that have the material.
WANTED = {
    "repetition": lambda street, row: row.repetition in tuple("BTQ"),
    "old_commune": lambda street, row: row.old and fold(row.old) != street.town_key,
    "old_commune_both": lambda street, row: row.old and fold(row.old) != street.town_key,
    "locality_added": lambda street, row: row.locality,
}
LITTLE = {"Chef-Lieu", "Chef-lieu", "chef-lieu", "Chef lieu", "Village", "Le Village"}


def usable(street):
    """The rows with an ordinary number that is at one place of the street only."""
    places = {}
    for row in street.rows:
        places.setdefault((row.number, row.repetition), []).append(row.position)
    return [
        row
        for row in street.rows
        if row.number > 0
        and row.number < 9999
        and set(row.repetition) <= ORDINARY_REPETITIONS
        and len(row.repetition) < 2
        and all(metres(row.position, p) <= 60 for p in places[row.number, row.repetition])
    ]


def answerable(draft, base):
    """Whether the truth is the only good reading in the place that the query states."""
    type, core = draft.spoken or (draft.type, draft.core)
    type = split_type(f"{type} x")[0] if type else ""
    written = meaning(core)
    near, scope = base.rivals("".join(written), draft.says)
    own = cost(written, type, draft.street)
    if own > 0.55 or draft.street.index not in scope:
        return False
    same = [s for s in base.by_key[draft.street.key] if s is not draft.street and s.index in scope]
    margin = 0.03 if own < 0.03 else 0.1
    if any(s.key != draft.street.key and cost(written, type, s) <= own + margin for s in near):
        return False
    if (
        own > 0.03
        and draft.says.town
        and any(
            s.key != draft.street.key and cost(written, type, s) < 0.03
            for s in base.rivals("".join(written), Place(town=draft.says.town))[0]
        )
    ):
        return False  # exactly the name of another street of the town, under another postcode
    if draft.level == "street" and same:
        draft.position = None
        draft.notes.append("in several postcodes of the town")
        return all(s.town == draft.street.town for s in same)
    if draft.level == "interpolated":
        return not same
    asked = {(row.number, row.repetition) for row in draft.street.rows if row is draft.row} | {
        (int(n), "") for n in draft.numbers if n.isdigit()
    }
    return not any(s.numbers() & asked for s in same)


def drawn(rng, street, rows, bare=0.0):
    draft = Draft(street, None if not rows or rng.random() < bare else rng.choice(rows))
    draft.separator = rng.choice((" ", ", ", " "))
    return draft


def applied(draft, names, rng, base):
    return all(DAMAGES[name](draft, rng, base) for name in sorted(names, key=lambda n: SLOTS.index(DAMAGES[n].slot)))


def combination(rng, count):
    """Names of damages of different groups, the common ones more often."""
    chosen = {}
    while len(chosen) < count:
        name = rng.choices(list(DAMAGES), [d.weight for d in DAMAGES.values()])[0]
        chosen.setdefault(DAMAGES[name].slot, name)
    return list(chosen.values())


def geometric(rng, most=4):
    count = 0
    while count < most and rng.random() < 0.5:
        count += 1
    return count


class Sets:
    """Makes the rows of each set; every set has its own random numbers, so that one does not change another."""

    def __init__(self, base, seed, count):
        self.base, self.seed, self.count = base, seed, count
        self.pool = [(street, rows) for street in base.streets for rows in [usable(street)] if rows]

    def rng(self, name):
        return random.Random(f"{self.seed}|{name}")

    def streets(self, rng, name, rounds=4):
        wanted = WANTED.get(name)
        pool = [(s, [r for r in rows if wanted(s, r)]) for s, rows in self.pool] if wanted else self.pool
        pool = [(s, rows) for s, rows in pool if rows]
        for _ in range(rounds if not wanted else 1):
            yield from rng.sample(pool, len(pool))

    def damaged(self, name, choose, attempts=1):
        """One query for each street that takes the damages; `choose` gives a function that names them, once a street."""
        rng = self.rng(name)
        for street, rows in self.streets(rng, name):
            names_of = choose(rng)
            for _ in range(attempts):
                draft, names = drawn(rng, street, rows, bare=0.05), names_of()
                if applied(draft, names, rng, self.base) and answerable(draft, self.base):
                    yield positive(draft, "+".join(names))
                    break

    def combined(self, name, count):
        def choose(rng):
            damages = count(rng)
            return lambda: combination(rng, damages)

        return self.damaged(name, choose, attempts=40)

    def negatives(self, name, rng=None):
        rng = rng or self.rng(name)
        for _ in range(200 * self.count):
            found = NEGATIVES[name](rng, self.base)
            if found:
                yield negative(found)

    def mix(self):
        rng = self.rng("mix negatives")
        real = self.combined("mix", geometric)
        others = {name: self.negatives(name, rng) for name in NEGATIVES}
        names, weights = zip(
            *{"neg_street": 6, "neg_town": 5, "neg_number_only": 1, "neg_business": 2, "neg_person": 1}.items()
        )
        while True:
            row = next(others[rng.choices(names, weights)[0]] if rng.random() < 0.08 else real, None)
            if row is None:
                return
            yield row

    def locality(self):
        """A place name without a street, as the column nom_ld has it."""
        rng = self.rng("locality")
        places = {}
        for street, rows in self.pool:
            for row in rows:
                if len(row.locality) > 3 and row.locality not in LITTLE:
                    places.setdefault((street.postcode, street.town, fold(row.locality)), []).append((street, row))
        for (_, _, key), members in rng.sample(sorted(places.items(), key=lambda p: p[0]), len(places)):
            street, row = rng.choice(members)
            taken = {street.town_key, fold(row.old)} | set(self.base.by_town)
            middle = tuple(sorted(r.position[i] for _, r in members)[len(members) // 2] for i in (0, 1))
            rivals, _ = self.base.rivals(key.replace(" ", ""), Place(street.postcode, street.town_key))
            if key in taken or any(cost(meaning(row.locality), "", s) < 0.2 for s in rivals):
                continue
            draft = Draft(street, None)
            draft.type, draft.core, draft.number, draft.numbers = "", row.locality, "", []
            draft.names, draft.level, draft.position = [row.locality], "locality", middle
            draft.tolerance = max(300.0, max(metres(middle, r.position) for _, r in members))
            if rng.random() < 0.4:
                draft.core = (
                    rng.choice(("lieu-dit ", "Lieudit ", "lieu dit ", "LD ", "hameau de ", "Hameau ")) + draft.core
                )
            yield positive(draft, "a lieu-dit of the base")

    def locality_street(self):
        """A street that is the name of a place: no type of street before it."""
        rng = self.rng("locality_street")
        for street, rows in self.streets(rng, ""):
            if street.type or set(fold(street.name).split()) & set(TYPES):
                continue
            draft = drawn(rng, street, rows, bare=0.3)
            form = rng.choice(("{}", "{}", "lieu-dit {}", "Lieu dit {}", "lieudit {}", "LD {}", "L.D. {}"))
            draft.core = draft.core if fold(draft.core).startswith("lieu") else form.format(draft.core)
            if rng.random() < 0.3 and draft.number:
                draft.order = "{street} {number}{inner}{separator}{place}"
            if answerable(draft, self.base):
                yield positive(draft, "a street without a type")

    def all(self):
        sets = {"clean": self.damaged("clean", lambda rng: list)}
        sets |= {name: self.damaged(name, lambda rng, name=name: lambda: [name]) for name in DAMAGES}
        sets |= {f"combo{n}": self.combined(f"combo{n}", lambda rng, n=n: n) for n in (2, 3, 4)}
        sets |= {"locality": self.locality(), "locality_street": self.locality_street(), "mix": self.mix()}
        return sets | {name: self.negatives(name) for name in NEGATIVES}


def positive(draft, damages):
    street, position = draft.street, draft.position
    return {
        "query": draft.text(),
        "expected_lat": f"{position[0]:.6f}" if position else "",
        "expected_lon": f"{position[1]:.6f}" if position else "",
        "expected_housenumber": "|".join(draft.numbers),
        "expected_street": "|".join(draft.names),
        "expected_postcode": street.postcode,
        "expected_city": street.commune,
        "tolerance_m": f"{draft.tolerance:.0f}",
        "query_postcode": draft.columns.get("postcode", draft.postcode if draft.postcode.isdigit() else ""),
        "query_city": draft.columns.get("city", draft.city),
        "query_citycode": draft.columns.get("citycode", ""),
        "street_in_gazetteer": "1",
        "number_in_gazetteer": "1" if draft.level == "housenumber" else "0",
        "truth_kind": draft.level,
        "note": "; ".join([damages, *draft.notes]).strip("; "),
        "expected_citycode": street.insee,
        "id_ban": draft.row.id if draft.row and draft.level == "housenumber" else "",
        "expected_level": draft.level,
        "part": street.part,
    }


def negative(found):
    return {
        "query": found.text,
        "query_postcode": found.postcode,
        "query_city": found.city,
        "note": found.note,
        "street_in_gazetteer": "0",
        "number_in_gazetteer": "0",
        "truth_kind": "none",
        "tolerance_m": "0",
        "part": part(found.insee, found.key),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", action="append", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--per-set", type=int, default=400)
    parser.add_argument("--sets", default="", help="only these sets")
    options = parser.parse_args()
    base = Base(options.base)
    only = set(filter(None, options.sets.split(",")))
    with open(options.out, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        for name, rows in Sets(base, options.seed, options.per_set).all().items():
            if only and name not in only:
                continue
            seen = set()
            for row in rows:
                if row["query"] in seen:
                    continue
                seen.add(row["query"])
                writer.writerow(row | {"set": name, "id": f"{name}-{len(seen):05d}"})
                if len(seen) == options.per_set:
                    break
            if len(seen) < options.per_set:
                print(f"{name}: {len(seen)} queries, the base has no more material", file=sys.stderr)


if __name__ == "__main__":
    main()
