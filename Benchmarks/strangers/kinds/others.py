"""Cells that are no address: firms, persons, places, remarks. No street of the base may be answered surely."""
from kinds import kind, nothing
from kinds.noise import FIRST, NAMES, birth, mail, telephone
from kinds.post import box
from lexicon import FIRM_NAMES, FIRMS, NOTHING, PLACES
from text import fold


def other(name, text, town=True):
    """A negative kind: a text, with postcode and town or without them."""
    @kind(name, set="negative_street" if town else "negative")
    def write(w, a, rng, base):
        w.lead, w.number, w.street = text(a, rng, base), "", ""
        if not w.lead:
            return None
        nothing(w)
        if not town:
            w.postcode = w.town = ""
        return w


def firm(a, rng, base):
    name = rng.choice(FIRM_NAMES).replace("_", " ")
    return rng.choice(FIRMS).format(name) if fold(name) not in base.vocabulary else None


def person(a, rng, base):
    first, last = rng.choice(FIRST), rng.choice(NAMES)
    return rng.choice([f"{last} {first}", f"{first} {last.title()}", f"M. {last}", f"Mme {first} {last}"])


def firm_like_street(a, rng, base):
    """A firm with the words of a street of the base: it need not be there."""
    kind_of = rng.choice(["Café", "Pharmacie", "Garage", "Hôtel", "Cabinet", "Boulangerie"])
    return f"{kind_of} {a.name}" if a.name and a.way else None


def school(a, rng, base):
    if len(a.core) < 2:
        return None
    return f"{rng.choice(['École', 'Collège', 'Lycée', 'Stade', 'Gymnase', 'Parc', 'Résidence'])} {a.name}"


other("firm with town", firm)
other("firm without town", firm, False)
other("person with town", person)
other("person without town", person, False)
other("place with town", lambda a, rng, base: rng.choice(PLACES))
other("place without town", lambda a, rng, base: rng.choice(PLACES), False)
other("firm named like a street, with town", firm_like_street)
other("school or park named like a street, with town", school)
other("remark for an address, with town", lambda a, rng, base: rng.choice(NOTHING))
other("remark for an address", lambda a, rng, base: rng.choice(NOTHING), False)
other("post box alone", lambda a, rng, base: box(rng))
other("telephone for an address", lambda a, rng, base: telephone(rng), False)
other("e-mail for an address", lambda a, rng, base: mail(rng), False)
other("date for an address", lambda a, rng, base: birth(rng), False)
other("number and town only", lambda a, rng, base: str(a.number))
other("town only", lambda a, rng, base: rng.choice([",", "-", "à", "Commune de"]))
