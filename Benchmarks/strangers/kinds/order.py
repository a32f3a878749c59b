"""The parts in another order."""
from kinds import kind
from kinds.towns import whole


def ordered(name, form):
    @kind(name)
    def write(w, a, rng, base):
        w.form = whole(form)
        return w


ordered("number at the end", "{street} {postcode} {town} {number}")
ordered("number after the town", "{street}, {town}, {number}, {postcode}")
ordered("street, number, postcode, town", "{street} {number} {postcode} {town}")
ordered("street, number, town with commas", "{street}, {number}, {town} {postcode}")
ordered("postcode before the number", "{postcode} {number} {street} - {town}")
ordered("town between number and street", "{number} {town} {street} {postcode}")
ordered("street between postcode and town", "{number} {postcode} {street} {town}")
ordered("all in reverse", "{town} {postcode} {street} {number}")
ordered("country first", "France, {postcode} {town}, {street} {number}")
ordered("by keys", "numéro: {number}; voie: {street}; cp: {postcode}; ville: {town}")
ordered("by labels", "N° {number} Rue/Av : {street} Code postal : {postcode} Commune : {town}")
ordered("as an object", '{{"numero": "{number}", "voie": "{street}", "codePostal": "{postcode}", "commune": "{town}"}}')


@kind("way between name and number")
def name_first(w, a, rng, base):
    """Hugo (rue Victor), 12."""
    words = a.name.split()
    if len(words) < 2 or not a.way:
        return None
    w.form = "{street}, {number}, {postcode} {town}"
    w.street = f"{words[-1]} ({a.way.lower()} {' '.join(words[:-1])})"
    return w


@kind("words of the name in reverse")
def reversed_name(w, a, rng, base):
    words = a.core
    if len(words) < 2 or not a.way or base.rivals(a, words):
        return None
    w.street = f"{a.way} {' '.join(a.name.split()[::-1])}"
    return w if all(len(x) > 2 for x in a.name.split()) else None
