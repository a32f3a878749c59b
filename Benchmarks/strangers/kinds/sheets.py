"""Spreadsheets, mail merge, forms: what programs make of columns and models."""
from kinds import capitals, kind, whole_text
from kinds.noise import FIRST, NAMES
from kinds.several import others

MONTHS = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()


@kind("range turned into a date")
def range_date(w, a, rng, base):
    """1-3 becomes 01-mars. Both numbers are right."""
    more = others(a, base, rng, 1)
    if not more or a.number > 31 or more[0] > 12:
        return None
    w.number = rng.choice([f"{a.number:02d}-{MONTHS[more[0] - 1]}", f"{a.number}-{MONTHS[more[0] - 1].rstrip('.')}",
                           f"{a.number:02d}/{more[0]:02d}"])
    w.numbers = [str(a.number), str(more[0])]
    return w


@kind("postcode in scientific notation")
def scientific(w, a, rng, base):
    """All its figures are still there."""
    mantissa = f"{int(a.postcode) / 10000:.4f}".rstrip("0")
    if a.postcode[0] == "0":
        return None
    w.postcode = rng.choice([mantissa.replace(".", ","), mantissa]) + "E+04"
    return w


@kind("apostrophe before figures")
def before_figures(w, a, rng, base):
    """The mark that makes a cell text."""
    w.number, w.postcode = f"'{w.number}", f"'{w.postcode}"
    return w


@kind("hash signs for the postcode")
def hashes(w, a, rng, base):
    """A column too narrow, copied as shown."""
    w.postcode = rng.choice(["#####", "####", "########"])
    return w if base.alone(a, "town") else None


@kind("remains of a formula")
def formula(w, a, rng, base):
    town = rng.choice([w.town, w.town.upper()])
    return whole_text(w, rng.choice([
        f'=CONCATENER("{w.number}";" ";"{w.street}";" ";"{w.postcode}";" ";"{town}")',
        f'="{w.number}"&" "&"{w.street}"&" {w.postcode} "&"{town}"',
        f'=SUPPRESPACE("{w.number} {w.street}") ="{w.postcode}" {town}',
        f'=RECHERCHEV(A2;adresses!A:F;3;FAUX) {w.number} {w.street} {w.postcode} {town}']))


@kind("spreadsheet error for a column")
def error(w, a, rng, base):
    """#REF! and its kin for the complement; no value is lost that counts."""
    sign = rng.choice(["#REF!", "#NOM?", "#VALEUR!", "FAUX", "#DIV/0!", "0"])
    if sign == "0":
        w.tail = sign
    else:
        setattr(w, rng.choice(["lead", "middle", "tail"]), sign)
    return w


@kind("row pasted with its number")
def pasted(w, a, rng, base):
    """The first column counts the rows; tabs lie between."""
    w.form = "{lead}\t{number}\t{street}\t{middle}\t{postcode}\t{town}"
    w.lead, w.middle = str(rng.randint(2, 900)), rng.choice(["", "", "Bât B", "n.c."])
    return w


@kind("names of merge fields left")
def merge_fields(w, a, rng, base):
    o, c = rng.choice([("«", "»"), ("<<", ">>"), ("{{", "}}"), ("[", "]"), ("${", "}")])
    names = rng.choice([("NUM", "VOIE", "CP", "VILLE"), ("No_voie", "Libelle_voie", "Code_postal", "Commune"),
                        ("Adresse1", "Adresse2", "CP", "Ville")])
    values = (w.number, w.street, w.postcode, w.town)
    return whole_text(w, " ".join(f"{o}{n}{c} {v}" for n, v in zip(names, values)))


@kind("empty merge field before")
def empty_field(w, a, rng, base):
    w.lead = rng.choice(["«Civilité» «Nom» «Prénom»", "<<COMPLEMENT>>", "{{recipient.name}}",
        "«SI Bat<>\"\" alors Bat»", "%ADRESSE2%"])
    return w


@kind("choice of a title left")
def title_left(w, a, rng, base):
    w.lead = rng.choice([f"M./Mme {rng.choice(NAMES)} {rng.choice(FIRST)}", "Madame, Monsieur,",
        f"☐ M. ☒ Mme {rng.choice(NAMES)} -",
                         f"M. ou Mme (rayer la mention inutile) {rng.choice(NAMES)},", "Cher(e) locataire(s) du"])
    return w


@kind("dotted lines of a form")
def dotted(w, a, rng, base):
    dots = rng.choice(["....", "______", "……", ". . . ."])
    return whole_text(w, f"N° : {dots}{w.number}{dots} Voie : {dots}{w.street}{dots} Code postal : "
    f"{dots}{w.postcode}{dots} "
                         f"Ville : {dots}{w.town}{dots}")


@kind("help text of a form left")
def help_text(w, a, rng, base):
    return whole_text(w, rng.choice([
        f"{w.number} {w.street} (n° et libellé de la voie) {w.postcode} (code postal) {w.town} (commune)",
        f"Adresse (ex : 3 rue de l'Exemple) : {w.number} {w.street} - {w.postcode} {w.town}",
        f"Saisissez votre adresse* {w.number} {w.street} Code postal* {w.postcode} Ville* {w.town} *champs "
        f"obligatoires"]))


@kind("postcode in boxes")
def boxes(w, a, rng, base):
    sign = rng.choice(["|", " | ", "_", "/"])
    w.postcode = sign.join(["", *a.postcode, ""]) if sign.strip() == "|" else sign.join(a.postcode)
    return capitals(w)


@kind("ticked answers of a survey around")
def ticked(w, a, rng, base):
    w.lead = rng.choice(["[x] locataire [ ] propriétaire :", "Q12. Votre adresse ?", "3.2 Logement : ☑ T3 ☐ T4 -",
        "Réponse n°45 (oui) :"])
    w.tail = rng.choice(["[x] j'accepte", "Q13. non", "☐ ne sait pas", ""])
    return w


@kind("way ticked in a list")
def chosen_way(w, a, rng, base):
    """A list of ways printed whole, the chosen one marked."""
    if a.way.lower() not in ("rue", "avenue", "boulevard", "place"):
        return None
    words = [f"[X] {x}" if x == a.way.lower() else f"[ ] {x}" for x in ("rue", "avenue", "boulevard", "place")]
    w.street = f"{' '.join(words)} : {a.name}"
    return w if not base.rivals(a, a.core) and a.core else None
