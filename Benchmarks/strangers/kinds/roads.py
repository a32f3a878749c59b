"""Numbered roads, localities and hamlets."""
import re

from kinds import kind
from text import WAYS, fold

ROAD = re.compile(
    r"\b(RD|D|RN|N|CD|CR|VC|route départementale|route nationale|chemin rural|voie communale) ?(?:n° ?)?(\d+)", re.I)
SHORT = {"ROUTE DEPARTEMENTALE": ["RD", "D", "RD n°", "CD"], "RD": ["D", "route départementale", "Départementale"],
    "D": ["RD", "route départementale"],
         "ROUTE NATIONALE": ["RN", "N", "RN n°", "Nationale"], "RN": ["route nationale", "N"],
         "N": ["RN", "route nationale"],
         "CHEMIN RURAL": ["CR", "Chemin rural n°"], "CR": ["Chemin rural"], "VOIE COMMUNALE": ["VC", "V.C."],
         "VC": ["voie communale"], "CD": ["RD"]}


@kind("numbered road in another form")
def numbered(w, a, rng, base):
    found = ROAD.search(a.street)
    if not found:
        return None
    w.street = a.street.replace(found[0], f"{rng.choice(SHORT[fold(found[1])])}{rng.choice([' ', ''])}{found[2]}")
    return w


@kind("road number after the street")
def number_after(w, a, rng, base):
    if fold(a.way) not in ("ROUTE", "AVENUE", "BOULEVARD"):
        return None
    n = rng.randint(1, 1299)
    w.middle = rng.choice([f"(RD {n})", f"- RD{n}", f"D{n}", f"RN {n}", f"(D {n})", f"route départementale {n}"])
    return w


@kind("road number before the number")
def number_before(w, a, rng, base):
    if fold(a.way) not in ("ROUTE", "AVENUE", "BOULEVARD"):
        return None
    w.lead = rng.choice(["RD {},", "RN {} -", "D{}"]).format(rng.randint(1, 1299))
    return w


def locality(name, words, where):
    """A kind for rows with a locality of their own."""
    @kind(name)
    def write(w, a, rng, base):
        if not a.locality or fold(a.locality) in (fold(a.town), fold(a.street), fold(a.former_city)):
            return None
        setattr(w, where, rng.choice(words).format(a.locality))
        return w


locality("locality after the street", ["{}", ", {}", "- {}", "{},"], "middle")
locality("locality with its label after the street", [
    "lieu-dit {}", "Lieudit {}", "LD {}", "L.D. {}", "lieu dit \"{}\"", "Hameau de {}",
], "middle")
locality("locality before", ["{}", "{},", "Lieu-dit {}", "{} -", "Hameau {}"], "lead")
locality("locality at the end", ["({})", "- {}", "lieu-dit {}"], "tail")


@kind("locality for the town")
def locality_town(w, a, rng, base):
    if not a.locality or fold(a.locality) in (fold(a.town), fold(a.street)) or not base.alone(a, "postcode"):
        return None
    w.town = a.locality
    return w


@kind("label before a street without way")
def label(w, a, rng, base):
    """Lieu-dit Le Bourg for the street "Le Bourg"."""
    if a.way or fold(a.street.split()[0]) in WAYS or not re.match("(Le|La|Les|L'|Sur|Vers|Au|Chez)\\b", a.street):
        return None
    w.street = f"{rng.choice(['Lieu-dit', 'lieu dit', 'LD', 'Hameau', 'LIEUDIT', 'Ld.'])} {a.street}"
    return w


@kind("street name without way in capitals")
def bare(w, a, rng, base):
    w.street = fold(a.street)
    return w if not a.way else None
