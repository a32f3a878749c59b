"""An address base in the columns of the Base Adresse Nationale, and which of its streets a query could also mean."""

import csv
import functools
import gzip
import hashlib
import heapq
import math
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from words import ARTICLES, TYPES, TYPES_IN_BASES

REPETITION = {"bis": "B", "ter": "T", "quater": "Q"}
ORDINARY_REPETITIONS = set("BTQACDEFGH")
CADASTRAL = re.compile(r"^\d+[a-z]{1,2}\d? |^voie [a-z]+ ?\d+$|/")
ARRONDISSEMENT = re.compile(r"^(Paris|Lyon|Marseille) (\d+)")


@functools.cache
def fold(text):
    """Lower case without accents; whatever is neither letter nor digit is one space."""
    text = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in text if not unicodedata.combining(c))).strip()


def split_type(name):
    """('rue', 'de la Paix') of a street name; the type is folded and in full, or empty."""
    words = name.replace("Rond-Point", "Rond Point").replace("rond-point", "rond point").split()
    for size in (2, 1):
        first = fold(" ".join(words[:size]))
        first = TYPES_IN_BASES.get(first, first)
        if len(words) > size and first in TYPES:
            return first, " ".join(words[size:])
    return "", name


def meaning(text):
    """The folded words that carry a name: without articles, unless there is nothing else."""
    words = fold(text).split()
    return [w for w in words if w not in ARTICLES] or words


def edits(a, b, limit=99):
    """Edit distance with transpositions (optimal string alignment)."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before, last = None, list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            value = min(last[j] + 1, row[-1] + 1, last[j - 1] + (x != y))
            if before and j > 1 and x == b[j - 2] and a[i - 2] == y:
                value = min(value, before[j - 2] + 1)
            row.append(value)
        before, last = last, row
    return last[-1]


def metres(a, b):
    return math.hypot((a[0] - b[0]) * 111195, (a[1] - b[1]) * 111195 * math.cos(math.radians(a[0])))


@dataclass(eq=False)
class Row:
    id: str
    number: int
    repetition: str  # "", "B", "T", "Q" or a letter
    locality: str
    old: str
    position: tuple


@dataclass(eq=False)
class Street:
    name: str
    type: str
    core: str
    postcode: str
    insee: str
    commune: str
    town: str  # the commune without its arrondissement
    arrondissement: int
    rows: list = field(default_factory=list)

    def __post_init__(self):
        self.words = meaning(self.core)
        self.key = " ".join([self.type, *self.words]).strip()
        self.compact = "".join(self.words)
        self.grams = len(grams(self.compact))
        self.town_key = fold(self.town)

    @property
    def part(self):
        return part(self.insee, self.key)

    def numbers(self):
        return {(row.number, row.repetition) for row in self.rows}

    def middle(self):
        return tuple(sorted(row.position[axis] for row in self.rows)[len(self.rows) // 2] for axis in (0, 1))

    def extent(self):
        middle = self.middle()
        return max(metres(middle, row.position) for row in self.rows)


def part(insee, key):
    """'fit' or 'test' by commune and street, so that no street is in both; arrondissements are one commune."""
    commune = re.sub(r"^(751|693|132)\d\d$", r"\1", insee)
    return "fit" if hashlib.sha256(f"{commune}|{key}".encode()).digest()[0] % 2 else "test"


def rows_of(path):
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        columns = head.strip().split(";" if ";" in head else ",")
        for row in csv.DictReader(file, columns, delimiter=";" if ";" in head else ","):
            yield {k: "" if v in (None, "NA", "None") else v.strip() for k, v in row.items()}


class Base:
    def __init__(self, paths):
        streets = {}
        for path in paths:
            for row in rows_of(path):
                self.add(row, streets)
        self.streets = [streets[key] for key in sorted(streets)]
        self.by_key, self.by_postcode, self.by_town = defaultdict(list), defaultdict(list), defaultdict(list)
        self.trigrams = defaultdict(list)
        self.scopes = {}
        for index, street in enumerate(self.streets):
            street.index = index
            street.rows.sort(key=lambda row: (row.number, row.repetition, row.id))
            self.by_key[street.key].append(street)
            self.by_postcode[street.postcode].append(street)
            self.by_town[street.town_key].append(street)
            for gram in grams(street.compact):
                self.trigrams[gram].append(index)

    def add(self, row, streets):
        name, number = re.sub(r"\s+", " ", row["nom_voie"]), row["numero"]
        if not name or not row["lat"] or CADASTRAL.search(fold(name)) or "/" in name or not number.isdigit():
            return
        repetition = REPETITION.get(row["rep"].lower(), row["rep"].upper())
        found = ARRONDISSEMENT.match(row["nom_commune"])
        town = found[1] if found else row["nom_commune"]
        type, core = split_type(name)
        street = Street(
            name,
            type,
            core,
            row["code_postal"],
            row["code_insee"],
            row["nom_commune"],
            town,
            int(found[2]) if found else 0,
        )
        if not street.compact:
            return
        street = streets.setdefault((street.insee, street.postcode, street.key), street)
        identifier = row.get("id") or row.get("id_ban", "")
        position = (float(row["lat"]), float(row["lon"]))
        street.rows.append(
            Row(
                identifier,
                int(number),
                repetition,
                row.get("nom_ld", ""),
                row.get("nom_ancienne_commune", ""),
                position,
            )
        )

    def near(self, compact, scope, limit=40):
        """The streets of a scope whose names share most letters with a name."""
        shared = Counter()
        own = grams(compact)
        for gram in own:
            shared.update(self.trigrams.get(gram, ()))
        inside = (i for i in shared if i in scope)
        ranked = heapq.nsmallest(limit, inside, key=lambda i: (-shared[i] / (len(own) + self.streets[i].grams), i))
        return [self.streets[i] for i in ranked]

    def scope(self, place):
        """The streets of a stated place: postcode, town, code of the commune, false postcodes beside them."""
        if place.insee:
            kept = [s for s in self.streets if s.insee == place.insee]
        elif place.postcode:
            kept = [s for s in self.by_postcode.get(place.postcode, ()) if not place.town or s.town_key == place.town]
        elif place.town:
            kept = [
                s
                for s in self.by_town.get(place.town, ())
                if not place.arrondissement or s.arrondissement == place.arrondissement
            ]
        else:
            kept = self.streets
        return kept + [s for code in place.false_postcodes for s in self.by_postcode.get(code, ()) if s not in kept]

    def rivals(self, compact, place):
        """The streets of a stated place that a name could also mean, and all streets there, by their number."""
        key = (place.postcode, place.town, place.arrondissement, place.insee, *place.false_postcodes)
        if key not in self.scopes:
            self.scopes[key] = {s.index for s in self.scope(place)}
        return self.near(compact, self.scopes[key]), self.scopes[key]


def grams(text):
    text = f"^{text}$"
    return {text[i : i + 3] for i in range(len(text) - 2)} | {text[:2]}


def cost(words, type, street):
    """How far a written name is from a street, 0 when it is the same: letters changed, words left out, another type."""
    left, total = list(street.words), 0.0
    for word in words:
        best = min(left, key=lambda w: (misread(word, w), w), default=None)
        total += len(word) * (misread(word, best) if best else 1)
        if best:
            left.remove(best)
    named = sum(map(len, words)) or 1
    apart = total / named + 0.12 * sum(map(len, left)) / len(street.compact)
    compact = "".join(words)
    glued = edits(compact, street.compact) / max(len(compact), len(street.compact))
    return min(apart, glued) + (0.15 if type and street.type and type != street.type else 0)


@functools.cache
def misread(written, word):
    if word.startswith(written) and written != word:
        return 0.08 if len(written) == 1 else 0.04
    return edits(written, word) / max(len(written), len(word))
