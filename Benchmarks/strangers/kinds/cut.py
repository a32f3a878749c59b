"""Columns too narrow for what was typed."""
from kinds import kind
from text import fold


def line(w):
    return f"{w.number} {fold(w.street)}"


def narrow(name, width):
    """A kind whose line of number and street is cut; postcode and town are whole."""
    @kind(name)
    def write(w, a, rng, base):
        cut = line(w)[len(w.number):width].strip()
        if len(line(w)) <= width or base.begun(a, cut):
            return None
        w.form, w.street, w.number, w.town = "{street} {postcode} {town}", line(w)[:width].strip(), "", fold(a.town)
        return w


narrow("street cut at 38 characters", 38)
narrow("street cut at 32 characters", 32)
narrow("street cut at 26 characters", 26)
narrow("street cut at 20 characters", 20)


def cell(name, width):
    """A kind whose whole cell is cut."""
    @kind(name)
    def write(w, a, rng, base):
        if len(w.text()) <= width or width < len(line(w)) + 3 or not base.alone(a, "base"):
            return None
        w.finish.append(lambda text: text[:width])
        return w


cell("cell cut at 30 characters", 30)
cell("cell cut at 25 characters", 25)


def last_letters(name, count):
    """A kind whose last word of the street lost its end."""
    @kind(name)
    def write(w, a, rng, base):
        words = a.street.split()
        if len(words) < 2 or len(words[-1]) < count + 4 or base.begun(a, a.street[:-count]):
            return None
        w.street = a.street[:-count] + rng.choice(["", ".", "..."])
        return w if not base.has_street(w.street) else None


last_letters("last two letters of the street lost", 2)
last_letters("last four letters of the street lost", 4)


@kind("each word cut to four letters")
def four_letters(w, a, rng, base):
    words = [x if len(x) < 5 else x[:4] + rng.choice(["", "."]) for x in a.name.split()]
    w.street = f"{a.way} {' '.join(words)}"
    return w if a.way and any(len(x) > 5 for x in a.name.split()) else None


@kind("first letters of the cell lost")
def first_lost(w, a, rng, base):
    """The way lost its beginning: "12 ue de la Paix"."""
    w.street = a.street[rng.choice([1, 2]):]
    return w if a.way and len(a.way) > 2 else None
