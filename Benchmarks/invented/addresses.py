"""Invented addresses in the columns of the Base Adresse Nationale: straight streets, odd numbers on one side.

Numbers have gaps and suffixes, some streets a lieu-dit, some communes a former commune.
"""
import math
import random
import re

from invented.lambert93 import unproject
from invented.names import Names

HEADER = (
    "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;"
    "nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;"
    "source_nom_voie;certification_commune;cad_parcelles\n"
)
PERSONS = (
    "du Général", "du Docteur", "du Maréchal", "du Colonel", "Saint", "Sainte", "Jean", "Marie", "Louis", "Jeanne",
    "Jean-Baptiste", "de la République", "du Petit", "de la Grande", "du Vieux", "Notre-Dame de",
)
POSITIONS = ["entrée"] * 12 + ["parcelle"] * 3 + ["bâtiment", "segment", "délivrance postale", "logement", ""]


def named(r, names, street):
    """Renames one street in six after a person or thing that offices abbreviate."""
    if r.random() > 1 / 6:
        return street
    first = r.choice(PERSONS)
    return f"{street.split(' ')[0]} {first}{'-' if first.startswith('Saint') else ' '}{names.word(r.choice((2, 3)))}"


def without_articles(street):
    return tuple(word for word in re.split(r"[ '-]", street.lower()) if word not in ("de", "du", "des", "la", "l"))


def rows(r, commune, street, key, old, locality):
    x, y = commune.place(r)
    angle = r.choice((0, math.pi / 2)) + r.gauss(commune.x % 1, 0.1)
    along, aside = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
    step, last, wide = r.uniform(8, 20), r.choice((3, 5, 8, 12, 15, 20, 30)), r.uniform(6, 12)
    old_columns = old if old and x > commune.x else ("", "")
    for number in range(1, last + 1):
        if number not in (1, last) and r.random() < 0.08:
            continue
        away = (number - last / 2) * step
        side = wide if number % 2 else -wide
        for repetition in [""] + [s for s, share in (("bis", 0.04), ("ter", 0.01)) if r.random() < share]:
            px, py = (x + away * along[0] + side * aside[0], y + away * along[1] + side * aside[1])
            longitude, latitude = unproject(px, py)
            identifier = f"{key}_{number:05d}{'_' if repetition else ''}{repetition}"
            yield (
                f"{identifier};{key};{number};{repetition};{street};{commune.postcode};{commune.code};{commune.name};"
                f"{old_columns[0]};{old_columns[1]};{px:.2f};{py:.2f};{longitude:.7f};{latitude:.7f};{r.choice(POSITIONS)};;"
                f"{locality};{commune.name.upper()};;commune;commune;1;\n")
            away += 3


def write(path, communes, streets, seed):
    """Writes about fourteen addresses a street; gives their number."""
    r = random.Random(f"{seed} addresses")
    names, count = Names(r, 0), 0
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEADER)
        for i, commune in enumerate(communes):
            old = (f"{int(commune.code) + 500}", names.own_name()) if i % 4 == 0 else None
            # Of two streets that differ in their articles one is kept: the query generator takes both for one.
            different = {without_articles(s): s for s in (named(r, names, s) for s in names.streets(streets))}
            for index, street in enumerate(different.values()):
                locality = names.word(3) if r.random() < 0.06 else ""
                for row in rows(r, commune, street, f"{commune.code}_{index:04x}", old, locality):
                    file.write(row)
                    count += 1
    return count
