"""Habits of people who learnt to write addresses in another country."""
from kinds import kind
from kinds.ways import one_street
from text import SMALL, fold


def bare(a):
    """Whether the name needs no article: Hugo, not de la Paix."""
    return bool(a.core) and fold(a.name).split()[0] not in SMALL


def foreign(name, ways, forms, needs_bare=True):
    """A kind with the way in another language. Forms take way, name and the parts. No other way has the name."""
    @kind(name)
    def write(w, a, rng, base):
        way = ways.get(fold(a.way))
        if not way or a.suffix or not one_street(a, base) or needs_bare and not bare(a):
            return None
        w.form = rng.choice(forms).replace("{way}", way).replace("{name}", "{street}")
        w.street = a.name
        return w


foreign("German order and way", {"RUE": "Straße", "AVENUE": "Allee", "PLACE": "Platz", "CHEMIN": "Weg"}, [
    "{name}-{way} {number}, F-{postcode} {town}", "{name} {way} Nr. {number}, {postcode} {town}, Frankreich",
    "{name}-{way} {number}\n{postcode} {town}"])
foreign("Spanish order and way", {"RUE": "Calle", "AVENUE": "Avenida", "PLACE": "Plaza", "CHEMIN": "Camino",
    "ROUTE": "Carretera"}, [
    "{way} {name}, {number}, {postcode} {town}", "C/ {name} nº {number} - {postcode} {town} (Francia)",
    "{way} {name} núm. {number}, 2º B, {postcode} {town}"])
foreign("Italian order and way", {"RUE": "Via", "AVENUE": "Viale", "PLACE": "Piazza", "ROUTE": "Strada",
    "BOULEVARD": "Viale"}, [
    "{way} {name}, {number} - {postcode} {town}", "{way} {name} n. {number} {postcode} {town} Francia",
    "{way} {name} {number} int. 5, {postcode} {town}"])
foreign("Portuguese order and way", {"RUE": "Rua", "AVENUE": "Avenida", "PLACE": "Praça", "ROUTE": "Estrada",
    "ALLEE": "Alameda"}, [
    "{way} {name}, n.º {number}, {postcode} {town}", "{way} {name} {number} r/c dto, {postcode} {town}",
    "R. {name} nº{number} {postcode} {town} França"])
foreign("Romanian order and way", {"RUE": "Str.", "AVENUE": "Bd.", "BOULEVARD": "Bd.", "PLACE": "Piața"}, [
    "{way} {name} nr. {number}, ap. 14, {postcode} {town}", "{way} {name}, nr {number}, et. 2, {town}, {postcode}, "
    "Franta"])
foreign("Turkish order and way", {"RUE": "Sokak", "AVENUE": "Caddesi", "BOULEVARD": "Bulvarı", "PLACE": "Meydanı"}, [
    "{name} {way} No:{number} {postcode} {town}", "{name} {way} No: {number} Daire: 5, {postcode} {town} / FRANSA"])
foreign("Ukrainian order and way", {"RUE": "vul.", "AVENUE": "prosp.", "BOULEVARD": "bul.", "PLACE": "pl."}, [
    "{way} {name}, bud. {number}, kv. 45, {town} {postcode}", "{postcode}, {town}, {way} {name}, bud. {number}"])
foreign("Arabic way in Latin letters", {"RUE": "charii", "AVENUE": "charii", "BOULEVARD": "charii", "PLACE": "sahat",
    "IMPASSE": "zankat"}, [
    "{number} {way} {name} {postcode} {town}", "{way} {name} raqm {number}, {town} {postcode}",
    "{way} {name} N° {number} imm. B {postcode} {town}"])
foreign("English way in short after the name", {
    "RUE": "St", "AVENUE": "Ave", "BOULEVARD": "Blvd", "PLACE": "Pl", "ROUTE": "Rd", "CHEMIN": "Ln", "SQUARE": "Sq",
    "IMPASSE": "Ct"}, [
    "{number} {name} {way}, {town} {postcode}", "{number} {name} {way} Apt 4B, {town}, {postcode}, France",
    "{number} {name} {way}., {postcode} {town}"])


@kind("number after, with a foreign sign")
def sign_after(w, a, rng, base):
    """Nr., nº, No., # after the street."""
    if a.suffix:
        return None
    w.number, w.street = "", a.street + rng.choice([" Nr. {}", ", nº {}", " No. {}", " #{}", " num. {}", ", nr {}",
        " n. {}"]).format(a.number)
    return w


@kind("number after, then box")
def belgian(w, a, rng, base):
    """Belgium and Switzerland: Rue Hugo 12 bte 3."""
    if a.suffix:
        return None
    box = rng.choice(["bte {}", "boîte {}", "bus {}", "/ bte {}", "étage {}"]).format(rng.randint(1, 30))
    w.number, w.street = "", f"{a.street} {a.number} {box}{rng.choice(['', ','])}"
    return w


@kind("country in another language")
def country(w, a, rng, base):
    w.form = rng.choice(["{number} {street}, {postcode} {town}, {tail}",
        "{number} {street} {postcode} {town} - {tail}"])
    w.tail = rng.choice(["Frankreich", "Francia", "França", "Frankrijk", "FRANKRIKE", "Frantsiya", "Fransa", "Francja",
        "Франция", "法国", "فرنسا"])
    return w


@kind("region and postcode after the town")
def american(w, a, rng, base):
    """Shops abroad ask for a state before the code."""
    region = {"75": "Île-de-France", "93": "Île-de-France", "73": "Auvergne-Rhône-Alpes",
        "74": "Auvergne-Rhône-Alpes"}.get(a.citycode[:2])
    short = {"Île-de-France": "IDF", "Auvergne-Rhône-Alpes": "ARA"}.get(region)
    if not region:
        return None
    w.form = rng.choice(["{number} {street}, {town}, " + short + " {postcode}, FR",
        "{number} {street}\n{town}, " + region + " {postcode}",
                         "{number} {street}, {town} " + short + " {postcode}",
                         "{number} {street}, {town}, " + region + ", {postcode}, France"])
    return w


@kind("p as b, v as f")
def arabic_letters(w, a, rng, base):
    """Letters that Arabic lacks, in the name only."""
    name = a.name.translate(str.maketrans("pPvV", "bBfF"))
    w.street = f"{a.way} {name}".strip()
    return w if name != a.name and len(a.core) and not base.has_street(w.street) and max(map(len, a.core)) > 4 else None


@kind("vowels as a Slavic or Turkish ear has them")
def slavic_letters(w, a, rng, base):
    """u for ou, k for qu, sh for ch."""
    name = a.name.lower()
    for old, new in (("qu", "k"), ("ou", "u"), ("eau", "o"), ("au", "o"), ("ph", "f"), ("ch", "sh"), ("ç", "s"),
        ("ai", "e")):
        name = name.replace(old, new)
    w.street = f"{a.way} {name}".strip()
    changed = sum(x != y for x, y in zip(a.name.lower().split(), name.split()))
    return w if changed and not base.has_street(w.street) and max(map(len, a.core), default=0) > 4 else None


@kind("letter of the country beside the postcode")
def nation(w, a, rng, base):
    """F 93140, 93140 FR."""
    w.postcode, w.town = rng.choice([(f"F {a.postcode}", a.town), (f"{a.postcode} FR", a.town),
        (f"FRA {a.postcode}", a.town), ("", f"{a.town} {a.postcode} (F)")])
    return w
