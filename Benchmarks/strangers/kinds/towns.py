"""Postcode and town: wrong, missing, abbreviated, elsewhere."""
import re

from departements import NAMES
from kinds import kind
from kinds.typing import fault
from text import fold, plain


def whole(form):
    """The form with the places of complements and remarks."""
    return form.replace("{number} {street}", "{lead} {number} {street} {middle}") + " {tail}"


def placed(name, form, scope=None, fits=lambda a: True):
    """A kind with postcode and town in another place, or without one of them.
    `scope`: within what the rest must still mean one address."""
    @kind(name)
    def write(w, a, rng, base):
        if not fits(a) or scope and not base.alone(a, scope):
            return None
        w.form = whole(form).replace("{dep}", a.postcode[:2]).replace("{department}", NAMES.get(a.citycode[:2], ""))
        return w


placed("no postcode", "{number} {street} {town}", "town")
placed("no town", "{number} {street} {postcode}", "postcode")
placed("neither postcode nor town", "{number} {street}", "base")
placed("town before the postcode", "{number} {street} {town} {postcode}")
placed("postcode in brackets after the town", "{number} {street} {town} ({postcode})")
placed("postcode in brackets before the town", "{number} {street} ({postcode}) {town}")
placed("town in brackets after the postcode", "{number} {street} {postcode} ({town})")
placed("town in brackets after the street", "{number} {street} ({town})", "town")
placed("town first", "{town} {number} {street}", "town")
placed("town first with a hyphen", "{town} - {number} {street}", "town")
placed("town and postcode first", "{postcode} {town}, {number} {street}")
placed("postcode first, town last", "{postcode} {number} {street} {town}")
placed("postcode first", "{postcode} {number} {street}", "postcode")
placed("postcode and à", "{number} {street} à {town} {postcode}")
placed("à the town", "{number} {street} à {town}", "town")
placed("département's number after the town", "{number} {street} {town} ({dep})", "town")
placed("département's number before the town", "{number} {street} {dep} {town}", "town")
placed("département's name after the town", "{number} {street} {town} {department}", "town",
    lambda a: a.citycode[:2] in NAMES)
placed("département's name after all", "{number} {street} {postcode} {town} ({department})", None,
       lambda a: a.citycode[:2] in NAMES)
placed("country after the town", "{number} {street} {postcode} {town} FRANCE")
placed("country after a comma", "{number} {street}, {postcode} {town}, France")
placed("postcode with F", "{number} {street} F-{postcode} {town}")
placed("postcode with FR", "{number} {street} FR-{postcode} {town}")
placed("postcode with its label", "{number} {street} CP {postcode} {town}")


def recoded(name, change):
    """A kind with another postcode."""
    @kind(name)
    def write(w, a, rng, base):
        w.postcode = change(a.postcode, rng)
        return w if w.postcode and w.postcode != a.postcode else None


def other_digit(code, rng, at):
    return code[:at] + rng.choice([d for d in "0123456789" if d != code[at]]) + code[at + 1:]


recoded("postcode with a blank", lambda c, rng: f"{c[:2]} {c[2:]}")
recoded("postcode with a full stop", lambda c, rng: f"{c[:2]}.{c[2:]}")
recoded("postcode as a decimal", lambda c, rng: c + ".0")
recoded("postcode without its leading zero", lambda c, rng: c[1:] if c[0] == "0" else None)
recoded("postcode of the prefecture", lambda c, rng: c[:2] + "000")
recoded("a wrong digit at the end of the postcode", lambda c, rng: other_digit(c, rng, rng.choice([3, 4])))
recoded("a wrong digit in the département", lambda c, rng: other_digit(c, rng, rng.choice([0, 1])))
recoded("two digits of the postcode swapped", lambda c, rng: rng.choice([c[:3] + c[4] + c[3],
    c[:2] + c[3] + c[2] + c[4]]))
recoded("postcode with a digit missing", lambda c, rng: (lambda i: c[:i] + c[i + 1:])(rng.randrange(5)))
recoded("postcode with a digit too many", lambda c, rng: (lambda i: c[:i] + c[i] + c[i:])(rng.randrange(5)))


@kind("postcode of another town nearby")
def near_postcode(w, a, rng, base):
    """As for communes that merged: the old postcode of one part with the name of another."""
    near = sorted(p for p in base.postcodes if p[:2] == a.postcode[:2] and p != a.postcode)
    if not near or not base.alone(a, "town"):
        return None
    w.postcode = rng.choice(near)
    return w


@kind("code of the commune for the postcode")
def insee(w, a, rng, base):
    w.postcode = a.citycode
    return w if base.alone(a, "town") and not re.match("(751|132|6938)", a.citycode) else None


@kind("code of the commune after all")
def insee_after(w, a, rng, base):
    w.tail = a.citycode
    return w


def renamed(name, change):
    """A kind with the town's name in another form."""
    @kind(name)
    def write(w, a, rng, base):
        w.town = change(a, rng)
        return w if w.town and w.town != a.town else None


def abbreviated(a, rng):
    town = re.sub(r"\bSaint\b", rng.choice(["St", "St.", "S"]), a.town)
    town = re.sub(r"\bSainte\b", rng.choice(["Ste", "Ste."]), town)
    return re.sub(r"-(sur|sous)-", rng.choice(["/", " s/", "-s/-"]),
        re.sub(r"-les-", rng.choice(["-ls-", "/s ", " lès "]), town))


def initials(a, rng):
    parts = a.town.split("-")
    if len(parts) < 3 or a.town.startswith("Saint"):
        return None
    return f"{parts[0]} {' '.join(p[0] for p in parts[1:])}"


renamed("town without hyphens", lambda a, rng: plain(a.town).replace("-", " ").upper())
renamed("town abbreviated", abbreviated)
renamed("town's later words as initials", initials)
renamed("town's first word only", lambda a, rng: a.town.split("-")[0] if a.town.count("-") > 1
    and len(a.town.split("-")[0]) > 4
        and not a.town.startswith(("Saint", "Notre")) else None)
renamed("article of the town left out", lambda a, rng: re.sub("^(Le|La|Les|L') ?", "", a.town))
renamed("article of the town after it", lambda a, rng: re.sub("^(Le|La|Les|L') ?(.*)$", r"\2 (\1)", a.town))
renamed("town cut to ten letters", lambda a, rng: fold(a.town)[:10] if len(a.town) > 11 else None)
renamed("town cut by two letters", lambda a, rng: a.town[:-2])
renamed("town by its delivery name", lambda a, rng: a.delivery if a.delivery and fold(a.delivery) != fold(a.town)
    else None)
renamed("town with Ville de", lambda a, rng: f"{rng.choice(['Ville de', 'Commune de', 'Mairie de'])} {a.town}")


@kind("town misspelt, no postcode")
def misspelt_alone(w, a, rng, base):
    if len(a.town) < 5 or not plain(a.town).isalpha() or not base.alone(a, "town"):
        return None
    w.postcode, w.town = "", fault(a.town, rng)
    return w if fold(w.town) not in base.town_keys else None


@kind("right postcode, another town")
def wrong_town(w, a, rng, base):
    """A town of the postcode's other communes is named: the street exists in one of them only."""
    others = sorted(base.towns_by_postcode[a.postcode] - {a.town})
    if not others or not base.alone(a, "postcode"):
        return None
    w.town = rng.choice(others)
    return w


@kind("postcode with a blank and town in the street's cell too")
def again(w, a, rng, base):
    w.middle = f"{a.postcode[:2]} {a.postcode[2:]} {a.town}"
    return w
