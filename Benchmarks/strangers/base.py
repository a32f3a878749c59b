"""The address base that the queries are drawn from: any CSV with the columns of the BAN."""
import csv
import gzip
import math
import re
from collections import defaultdict
from dataclasses import dataclass

from text import SMALL, WAYS, fold, key

SUFFIXES = {"": "", "bis": "bis", "ter": "ter", "quater": "quater", "b": "b", "a": "a", "c": "c", "d": "d", "e": "e",
            "t": "t", "q": "q"}
"""A cadastral number repeated in the street name, as "7S1 Place du Carrousel"."""
CADASTRAL = re.compile(r"^\d+[A-Z]{1,2}\d? ")


@dataclass(frozen=True)
class Address:
    """One row of the base. Position in WGS 84 degrees."""
    id: str
    number: int
    suffix: str
    street: str
    postcode: str
    citycode: str
    city: str
    former_city: str
    locality: str
    delivery: str
    afnor: str
    lat: float
    lon: float

    @property
    def town(self):
        """The commune's name without the number of an arrondissement."""
        return re.sub(r" \d+e?r? ?Arrondissement$", "", self.city)

    @property
    def arrondissement(self):
        """The number of the arrondissement of Paris, Lyon or Marseille, else None."""
        found = re.search(r" (\d+)er? Arrondissement$", self.city)
        return int(found.group(1)) if found else None

    @property
    def way(self):
        """The type of way that opens the street name, as written, or an empty text."""
        first = self.street.split(" ")[0]
        return first if fold(first) in WAYS else ""

    @property
    def name(self):
        """The street name without its type of way."""
        return self.street[len(self.way):].strip()

    @property
    def core(self):
        """The words of the name without articles, folded."""
        return [w for w in fold(self.name).split() if w not in SMALL]

    @property
    def written_number(self):
        return f"{self.number} {self.suffix}".strip()


class Base:
    """The usable addresses, with indexes that tell whether a shortened spelling still means one street."""

    def __init__(self, path):
        rows = [a for a in map(address, read_rows(path)) if a]
        self.by_place = defaultdict(list)
        for a in rows:
            self.by_place[(a.town, key(a.street), a.number, a.suffix, a.postcode)].append(a)
        clear = [group[0] for group in self.by_place.values() if spread(group) < 300]
        self.addresses = sorted(clear, key=lambda a: a.id)
        self.all = rows
        self.towns = {a.town for a in rows}
        self.postcodes = {a.postcode for a in rows}
        self.towns_by_postcode = defaultdict(set)
        for a in rows:
            self.towns_by_postcode[a.postcode].add(a.town)
        self.keys = {key(a.street) for a in rows}
        self.town_keys = {fold(t) for t in self.towns} | {fold(a.former_city) for a in rows if a.former_city}
        self.vocabulary = {w for k in self.keys for w in k.split()}
        self.streets = defaultdict(set)
        self.town_streets = defaultdict(set)
        self.numbers = defaultdict(set)
        self.positions = defaultdict(list)
        self.grid = defaultdict(list)
        for a in rows:
            for word in set(a.core):
                self.streets[(a.town, word)].add(key(a.street))
            self.town_streets[a.town].add(fold(a.street))
            self.numbers[(a.citycode, key(a.street))].add((a.number, a.suffix))
            for scope in (("town", a.town), ("postcode", a.postcode), ("base", "")):
                self.positions[(scope, key(a.street), a.number, a.suffix)].append(a)
            self.grid[cell(a)].append(a)

    def alone(self, a, scope):
        """Whether number and street mean this address in its "town", its "postcode" or the whole "base"."""
        value = {"town": a.town, "postcode": a.postcode, "base": ""}[scope]
        return spread(self.positions[((scope, value), key(a.street), a.number, a.suffix)]) < 300

    def rivals(self, a, words):
        """The other streets of the town whose name has all these words."""
        found = [self.streets.get((a.town, w), set()) for w in words]
        return (set.intersection(*found) if found else set()) - {key(a.street)}

    def begun(self, a, text):
        """The other streets of the town that begin with this text."""
        return {s for s in self.town_streets[a.town] if s.startswith(fold(text)) and s != fold(a.street)}

    def has_street(self, name):
        return key(name) in self.keys

    def neighbour(self, a, metres=80):
        """The nearest address of another street, closer than this, or None."""
        y, x = cell(a)
        near = [b for dy in (-1, 0, 1) for dx in (-1, 0, 1) for b in self.grid.get((y + dy, x + dx), ())
                if key(b.street) != key(a.street) and b.citycode == a.citycode and distance(a, b) < metres]
        return min(near, key=lambda b: (distance(a, b), b.id), default=None)


def cell(a):
    return int(a.lat * 1000), int(a.lon * 1000)


def distance(a, b):
    """Metres between two addresses, on a plane: good to a percent below 1 km."""
    return 111195 * math.hypot(a.lat - b.lat, (a.lon - b.lon) * math.cos(math.radians(a.lat)))


def spread(group):
    return max((distance(group[0], b) for b in group), default=0)


def read_rows(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        file.seek(0)
        yield from csv.DictReader(file, delimiter=";" if head.count(";") > head.count(",") else ",")


def address(row):
    """The row as an address, or None when nobody would write it: technical numbers, cadastral names."""
    row = {k: "" if v in (None, "NA") else v.strip() for k, v in row.items()}
    suffix = row["rep"].lower()
    if not row["numero"].isdigit() or not 0 < int(row["numero"]) < 5000 or suffix not in SUFFIXES:
        return None
    if not row["nom_voie"] or CADASTRAL.match(row["nom_voie"]) or not row["lat"]:
        return None
    return Address(
        id=row.get("id") or row["id_ban"], number=int(row["numero"]), suffix=SUFFIXES[suffix], street=row["nom_voie"],
        postcode=row["code_postal"], citycode=row["code_insee"], city=row["nom_commune"],
        former_city=row["nom_ancienne_commune"], locality=row["nom_ld"], delivery=row["libelle_acheminement"],
        afnor=row["nom_afnor"], lat=float(row["lat"]), lon=float(row["lon"]))
