"""Paris, Lyon and Marseille: the arrondissement as figures, in words, in place of the postcode."""
from kinds import kind
from text import roman

WORDS = (
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième "
    "treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième").split()


def ordinal(n, rng):
    """The arrondissement as people abbreviate it."""
    return rng.choice(["1er", "1e", "1 er"] if n == 1 else [f"{n}e", f"{n}ème", f"{n}eme", f"{n} ème", f"{n}è"])


def arrondissement(name, change, alone=True):
    """A kind for these three cities. `change` takes the parts, the address and its number."""
    @kind(name)
    def write(w, a, rng, base):
        if not a.arrondissement or alone and not base.alone(a, "town"):
            return None
        change(w, a, a.arrondissement, rng)
        return w


def without_postcode(town):
    def change(w, a, n, rng):
        w.postcode, w.town = "", town(a.town, n, rng)
    return change


def with_postcode(town):
    def change(w, a, n, rng):
        w.town = town(a.town, n, rng)
    return change


arrondissement("town with a figure", without_postcode(lambda t, n, rng: f"{t} {n}"))
arrondissement("town with a figure of two digits", without_postcode(lambda t, n, rng: f"{t} {n:02d}"))
arrondissement("town with an ordinal", without_postcode(lambda t, n, rng: f"{t} {ordinal(n, rng)}"))
arrondissement("town, hyphen, ordinal", without_postcode(lambda t, n, rng: f"{t}-{ordinal(n, rng)}"))
arrondissement("town with an ordinal in brackets", without_postcode(lambda t, n, rng: f"{t} ({ordinal(n, rng)})"))
arrondissement(
    "town with a Roman figure", without_postcode(lambda t, n, rng: f"{t} {roman(n)}{rng.choice(['', 'e', 'ème'])}"))
arrondissement("town with the arrondissement in words", without_postcode(lambda t, n, rng: f"{t} {WORDS[n - 1]}"))
arrondissement(
    "town with arr.",
    without_postcode(lambda t, n, rng: (
        f"{t} {ordinal(n, rng)} {rng.choice(['arr', 'arr.', 'arrdt', 'ardt', 'arrond.'])}")))
arrondissement(
    "arrondissement without the town",
    without_postcode(lambda t, n, rng: rng.choice([ordinal(n, rng), f"{ordinal(n, rng)} arrondissement"])))
arrondissement(
    "arrondissement before the town", without_postcode(lambda t, n, rng: f"{ordinal(n, rng)} arrondissement de {t}"))
arrondissement("postcode, town, figure", with_postcode(lambda t, n, rng: f"{t} {n}"), False)
arrondissement(
    "postcode, town, EME in capitals",
    with_postcode(lambda t, n, rng: f"{t.upper()} {n} {'ER' if n == 1 else 'EME'}"), False)
arrondissement("postcode, town, ordinal", with_postcode(lambda t, n, rng: f"{t} {ordinal(n, rng)}"), False)
arrondissement(
    "postcode, whole official name", with_postcode(lambda t, n, rng: f"{t} {ordinal(n, rng)} Arrondissement"), False)


def other_codes(w, a, n, rng):
    w.postcode = a.citycode


def general_code(w, a, n, rng):
    w.postcode = a.postcode[:2] + "000"


def contradiction(w, a, n, rng):
    """The postcode is right, the figure after the town is another."""
    w.town = f"{a.town} {n % 20 + 1}"


arrondissement("code of the arrondissement for the postcode", other_codes)
arrondissement("general postcode of the city", general_code)
arrondissement("postcode and figure disagree", contradiction)


@kind("second postcode of the 16th arrondissement")
def second_postcode(w, a, rng, base):
    """75116 for 75016."""
    w.postcode = "75116"
    return w if a.postcode == "75016" else None
