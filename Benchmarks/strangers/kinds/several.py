"""Several numbers or several streets in one cell. Any of those written is right."""
from kinds import kind
from text import key


def others(a, base, rng, count):
    """Numbers of the same street after this one, on its side, that the base has."""
    known = sorted({n for n, s in base.numbers[(a.citycode, key(a.street))] if not s and n > a.number
                    and (n - a.number) % 2 == 0 and n - a.number <= 12})
    return known[:count] if len(known) >= count and not a.suffix else None


def several_form(name, count, form):
    """A kind with `count` numbers of one street. `form` takes the numbers."""
    @kind(name)
    def write(w, a, rng, base):
        more = others(a, base, rng, count - 1)
        if not more:
            return None
        w.number = form([str(n) for n in (a.number, *more)], rng)
        w.numbers = [str(n) for n in (a.number, *more)]
        return w


several_form("two numbers with a slash", 2, lambda n, rng: "/".join(n))
several_form("two numbers with a hyphen", 2, lambda n, rng: rng.choice(["-", " - ", "–"]).join(n))
several_form("two numbers with à", 2, lambda n, rng: f" {rng.choice(['à', 'a', 'au'])} ".join(n))
several_form("two numbers with et", 2, lambda n, rng: rng.choice([" et ", " & ", "+", " ET "]).join(n))
several_form("two numbers with a comma", 2, lambda n, rng: ", ".join(n))
several_form("two numbers with A in capitals", 2, lambda n, rng: " A ".join(n))
several_form("two numbers with a blank", 2, lambda n, rng: " ".join(n))
several_form("two numbers with du and au", 2, lambda n, rng: f"du {n[0]} au {n[1]}")
several_form("two numbers with their sign", 2, lambda n, rng: f"n°{n[0]} et n°{n[1]}")
several_form("three numbers with hyphens", 3, lambda n, rng: "-".join(n))
several_form("three numbers in a list", 3, lambda n, rng: f"{n[0]}, {n[1]} et {n[2]}")
several_form("three numbers with commas", 3, lambda n, rng: ", ".join(n))
several_form("three numbers with slashes", 3, lambda n, rng: "/".join(n))


@kind("number with bis and without")
def bis_and_without(w, a, rng, base):
    """As 12/12 bis, 12-12bis."""
    if a.suffix not in ("bis", "b") or (a.number, "") not in base.numbers[(a.citycode, key(a.street))]:
        return None
    w.number = rng.choice([f"{a.number}/{a.number} bis", f"{a.number}-{a.number}bis", f"{a.number} et {a.number} bis",
                           f"{a.number} {a.number}bis"])
    w.numbers = [str(a.number), a.written_number]
    return w


@kind("two streets with a slash")
def two_streets(w, a, rng, base):
    """The house on a corner with both its addresses."""
    b = base.neighbour(a)
    if not b or a.suffix or b.suffix:
        return None
    w.street += f" {rng.choice(['/', '-', 'et', 'ou'])} {b.number} {b.street}"
    w.numbers, w.streets = [str(a.number), str(b.number)], [a.street, b.street]
    return w


@kind("two streets with a semicolon")
def two_streets_semicolon(w, a, rng, base):
    b = base.neighbour(a)
    if not b or a.suffix or b.suffix:
        return None
    w.street += f" ; {b.number} {b.street}"
    w.numbers, w.streets = [str(a.number), str(b.number)], [a.street, b.street]
    return w


@kind("two numbers glued")
def glued(w, a, rng, base):
    """1719 for 17-19: the sign between was lost."""
    more = others(a, base, rng, 1)
    if not more or (int(f"{a.number}{more[0]}"), "") in base.numbers[(a.citycode, key(a.street))]:
        return None
    w.number, w.numbers = f"{a.number}{more[0]}", [str(a.number), str(more[0])]
    return w


@kind("former address in brackets")
def former_address(w, a, rng, base):
    b = base.neighbour(a, 300)
    if not b or a.suffix:
        return None
    w.tail = f"({rng.choice(['anciennement', 'ex', 'ancienne adresse :', 'avant'])} {b.number} {b.street})"
    return w


@kind("entrance by another street")
def entrance(w, a, rng, base):
    b = base.neighbour(a)
    if not b or a.suffix:
        return None
    w.middle = f"({rng.choice(['entrée', 'accès', 'accès par', 'entrée par la'])} {b.street})"
    return w
