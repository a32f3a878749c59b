#!/usr/bin/env python3
"""Writes an invented country of France's size in the columns of the national address base.

    generate.py --out DIR [--communes 35000] [--seed 5]

Standard library only; the same seed gives the same bytes. Writes nation.csv (about 26 million addresses, 2.3 million
streets), departement.csv (the rows of département 01) and queries.csv (set,id,query,query_postcode,query_city,id_ban:
2,000 addresses written in six ways).

What is made like the real country, since it is what makes a national search hard:
- one commune in ten shares its name with another;
- 69 % of postcodes serve several communes;
- some street names ("Rue de l'Église") are in thousands of communes, most are in a few;
- a few communes are large, most have some dozens of streets.
What is not: names are random syllables, streets are straight, numbers have no gaps, suffixes or lieux-dits.
"""
import argparse
import csv
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from invented.addresses import HEADER  # noqa: E402
from invented.names import Names  # noqa: E402

# Départements of the real addresses that the held-out queries are about are left free for them.
DEPARTEMENTS = [n for n in range(1, 96) if n not in (20, 73, 74, 75, 93)]


class Country:
    def __init__(self, communes, seed):
        self.random = random.Random(seed)
        self.communes = communes
        self.names = Names(self.random, communes // 30)
        self.addresses = self.streets = self.postcodes = self.shared = 0

    def commune(self, code, postcode):
        """The rows of a commune, one text each, with what a query needs."""
        r = self.random
        name = self.names.commune()
        lon, lat = r.uniform(-4, 8), r.uniform(43, 50.5)
        large = r.random() < 0.03
        for index, street in enumerate(self.names.streets(r.randint(400, 900) if large else r.randint(10, 78))):
            x, y = lon + r.uniform(-0.02, 0.02), lat + r.uniform(-0.02, 0.02)
            numbers = r.choice((3, 5, 8, 12, 15, 20, 20))
            self.streets += 1
            self.addresses += numbers
            lines = [
                f"{code}_{index:04x}_{n:05d};;{n};;{street};{postcode};{code};{name};;;0;0;{x + n * 0.0001:.6f};"
                f"{y + (n & 1) * 0.0002:.6f};entrée;;;{name.upper()};;commune;commune;1;\n"
                for n in range(1, numbers + 1)
            ]
            yield "".join(lines), (f"{code}_{index:04x}", numbers, street, postcode, name)

    def write(self, out):
        r = self.random
        kept = []
        with open(out / "nation.csv", "w") as nation, open(out / "departement.csv", "w") as one:
            nation.write(HEADER)
            one.write(HEADER)
            for place, number in enumerate(DEPARTEMENTS):
                count = self.communes * (place + 1) // len(DEPARTEMENTS) - self.communes * place // len(DEPARTEMENTS)
                left, postcode = 0, number * 1000
                for index in range(count):
                    if left == 0:
                        left = 1 if r.random() < 0.31 else r.randint(2, 13)
                        postcode += 10 if r.random() < 0.9 else 1
                        self.postcodes += 1
                        self.shared += left > 1 and index + 1 < count
                    left -= 1
                    for rows, street in self.commune(f"{number:02d}{index + 1:03d}", f"{postcode:05d}"):
                        nation.write(rows)
                        if number == 1:
                            one.write(rows)
                            kept.append(street)
        self.queries(out, r.sample(kept, min(2000, len(kept))))
        print(
            f"{self.addresses:,} addresses, {self.streets:,} streets, {self.communes:,} communes, "
            f"{100 * self.shared / self.postcodes:.0f} % of {self.postcodes:,} postcodes with several communes"
        )

    def misspelt(self, text):
        """One edit in the longest word."""
        r = self.random
        words = text.split(" ")
        at = max(range(len(words)), key=lambda i: len(words[i]))
        word = words[at]
        i = r.randrange(1, max(2, len(word) - 1))
        words[at] = r.choice((word[:i] + word[i + 1:], word[:i] + r.choice("aeilnrst") + word[i:],
                              word[:i - 1] + word[i:i + 1] + word[i - 1:i] + word[i + 1:]))
        return " ".join(words)

    def queries(self, out, streets):
        r = self.random
        with open(out / "queries.csv", "w", newline="") as file:
            table = csv.writer(file)
            table.writerow("set id query query_postcode query_city id_ban".split())
            for index, (street_id, numbers, street, postcode, city) in enumerate(streets):
                n = r.randint(1, numbers)
                line, whole = f"{n} {street}", f"{n} {street} {postcode} {city}"
                for kind, text in (
                    ("clean", whole), ("upper", whole.upper()), ("typo", f"{self.misspelt(line)} {postcode} {city}"),
                    ("nopostcode", f"{line} {city}"), ("nocity", f"{line} {postcode}"),
                    ("swapped", f"{line} {postcode[:3]}{postcode[4]}{postcode[3]} {city}"),
                ):
                    table.writerow((kind, index, text, "", "", f"{street_id}_{n:05d}"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--communes", type=int, default=35_000)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    Country(options.communes, options.seed).write(options.out)


main()
