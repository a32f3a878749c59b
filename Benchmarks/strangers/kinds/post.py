"""Post boxes, CEDEX and the six lines of the norm."""
from kinds import kind
from text import fold, plain


def cedex_code(a, rng):
    """A code of a CEDEX: it is not that of the town."""
    return a.postcode[:3] + f"{rng.randint(1, 99):02d}"


def box(rng):
    return rng.choice(["BP {}", "B.P. {}", "BP n°{}", "CS {}", "C.S. {}", "Boîte postale {}", "TSA {}", "BP{}"]).format(
        rng.choice([rng.randint(1, 999), rng.randint(10000, 99999), f"{rng.randint(10, 99)} {rng.randint(100, 999)}"]))


@kind("CEDEX after the town")
def cedex(w, a, rng, base):
    w.tail = rng.choice(["CEDEX", "Cedex", "cédex", f"CEDEX {rng.randint(1, 20):02d}", f"Cedex {rng.randint(1, 9)}"])
    return w


@kind("CEDEX with its own code")
def cedex_with_code(w, a, rng, base):
    w.postcode = cedex_code(a, rng)
    w.tail = rng.choice(["CEDEX", "Cedex", f"CEDEX {rng.randint(1, 20):02d}"])
    return w if base.alone(a, "town") and w.postcode not in base.postcodes else None


@kind("post box before")
def box_before(w, a, rng, base):
    w.lead = box(rng)
    return w


@kind("post box after the street")
def box_after(w, a, rng, base):
    w.middle = rng.choice(["", "- ", ", "]) + box(rng)
    return w


@kind("post box and CEDEX")
def box_and_cedex(w, a, rng, base):
    w.middle, w.postcode, w.tail = "- " + box(rng) + " -", cedex_code(a, rng), "CEDEX"
    return w if base.alone(a, "town") and w.postcode not in base.postcodes else None


@kind("post box at the end")
def box_end(w, a, rng, base):
    w.tail = box(rng)
    return w


@kind("lines of the norm")
def lines(w, a, rng, base):
    """Recipient, flat, building, street, box, town: one line each, in capitals."""
    w.lead = rng.choice([
        "M MARTIN PAUL\nAPPT 12 ETG 3\nRES LES TILLEULS BAT B\n", "MME DURAND\nCHEZ M PETIT\n",
        "SOCIETE DUPONT\nMADAME LEROY\nZONE INDUSTRIELLE\n", "MONSIEUR BERNARD\n\n",
    ])
    w.middle = rng.choice(["\n", "\nBP 90432\n", "\nLE BOURG\n"])
    w.finish.append(lambda text: plain(text).upper())
    return w


@kind("lines of the norm in one line")
def one_line(w, a, rng, base):
    w.lead = rng.choice(["M MARTIN PAUL APPT 12 ETG 3 RES LES TILLEULS BAT B", "MME DURAND CHEZ M PETIT",
        "SARL DUPONT SERVICE ACHATS"])
    w.finish.append(lambda text: fold(text))
    return w


@kind("line of the norm in the base")
def afnor(w, a, rng, base):
    """The name of at most 32 letters that the base itself gives for envelopes."""
    w.street, w.town = a.afnor, fold(a.town)
    return w if a.afnor and fold(a.afnor) != fold(a.street) else None
