"""Offices: admission desks, landlords, job centres, schools, polling stations, prisons, legal texts."""
from kinds import capitals, kind
from kinds.elsewhere import strange_towns
from kinds.noise import FIRST, NAMES
from kinds.several import others


def digits(rng, count):
    """A figure of so many digits, first one not zero."""
    return str(rng.randint(10 ** (count - 1), 10 ** count - 1))


def day(rng, sign="/"):
    return sign.join([f"{rng.randint(1, 28):02d}", f"{rng.randint(1, 12):02d}", str(rng.randint(2005, 2025))])


def office(name, before, after=lambda rng: "", upper=False):
    """A kind with one text of the office before the address, one after it."""
    @kind(name)
    def write(w, a, rng, base):
        w.lead, w.tail = before(rng), after(rng)
        return capitals(w) if upper else w


def one(*words):
    return lambda rng: rng.choice(words)


office("hospital ward before", lambda rng: rng.choice([
    f"Pavillon {rng.choice('ABCDEF')}, service de gériatrie, porte {rng.randint(1, 40)},",
    f"CHI - Pôle femme-enfant - niveau {rng.randint(1, 6)} chambre {rng.randint(100, 699)} -",
    f"Hôpital de jour, unité {rng.randint(1, 9)}, hall {rng.randint(1, 4)},",
    f"EHPAD unité protégée ch. {rng.randint(10, 320)}, ",
    f"SMR 2e Nord, lit {rng.randint(1, 60)} bis,"]))

office("social security number before", lambda rng: (
    f"{rng.choice('12')} {rng.randint(30, 99)} {rng.randint(1, 12):02d} {rng.randint(1, 95):02d} {digits(rng, 3)} "
    f"{rng.randint(1, 999):03d} {rng.choice(['', f'/ {rng.randint(1, 97):02d} '])}-"))

office("lease file before", lambda rng: rng.choice([
    f"UG {digits(rng, 4)} LOGT {rng.randint(1, 400):04d} T{rng.randint(1, 5)} {rng.randint(20, 95)}M2 -",
    f"{rng.randint(1, 999):04d}-{rng.randint(1, 99):02d}-{rng.randint(1, 999):04d} /",
    f"Prog. {digits(rng, 3)} / ESI {digits(rng, 6)} / type {rng.randint(2, 5)} :",
    f"Module {digits(rng, 5)} F{rng.randint(2, 5)} 3EME ETG GAUCHE -"]), upper=True)

office("number of flats before", lambda rng: rng.choice([
    "{} logements -", "{} logts PLUS/PLAI,", "Opération de {} logements collectifs,",
    "Réhabilitation de {} logements au",
    "{} log. étudiants :"]).format(rng.randint(4, 220)))

office("job seeker before, adviser after", lambda rng: (
    f"{digits(rng, 7)}{rng.choice('ABCDEFGHJK')} {rng.choice(NAMES)} {rng.choice(FIRST)} cat. {rng.randint(1, 5)}"
    f" ROME {rng.choice('KGNHD')}{digits(rng, 4)} -"),
    lambda rng: rng.choice(["suivi renforcé", "RSA socle", "ARE 24 mois", "BRSA - réf. PLIE", "IC le " + day(rng)]),
    True)

office("polling station before", lambda rng: rng.choice([
    "Bureau n° {} - école maternelle -", "BV {:04d} : salle polyvalente,", "{}e bureau, préau de l'école -",
    "Bureau de vote {} (gymnase)", "BUREAU {} - HALL DE L'HOTEL DE VILLE -"]).format(rng.randint(2, 60)))

office("grant before, amount after", lambda rng: rng.choice([
    "Association Lire Ensemble (loi 1901)", "Club de judo - section jeunes,",
    "RNA W{} Les Petits Frères du Quartier".format(
        digits(rng, 9)), "Amicale des locataires n°{} ;".format(rng.randint(2, 80))]),
    lambda rng: rng.choice(["subv. {} € / {}", "- {} EUR - exercice {}", "montant {} année {}"]).format(
        rng.choice([500, 1500, 2000, 3500, 12000]), rng.randint(2018, 2025)))

office("prison or barracks before", lambda rng: rng.choice([
    f"Maison d'arrêt, n° d'écrou {digits(rng, 6)}, cellule {rng.choice('ABCD')} {rng.randint(101, 430)},",
    f"Quartier semi-liberté, écrou {digits(rng, 5)} -", f"Caserne, bât. {rng.randint(1, 30):03d}, chambrée "
    f"{rng.randint(1, 60)},",
    f"Gendarmerie - logement de fonction n°{rng.randint(1, 25)},"]))

office("university building before", lambda rng: rng.choice([
    f"UFR Sciences, bât. {rng.randint(1, 45)}, salle {rng.randint(100, 450)},",
    f"IUT - département GEA - bureau {rng.choice('ABC')}{rng.randint(100, 320)} -",
    f"Laboratoire UMR {digits(rng, 4)}, case courrier {rng.randint(1, 190)},",
    f"Cité U, pavillon {rng.choice('EFGH')}, chambre {rng.randint(1, 340)},"]))

office("service and desk before", lambda rng: rng.choice([
    f"DRH - service paie - bureau {rng.randint(100, 620)} - {rng.randint(1, 9)}e étage -",
    f"A l'attention du service comptabilité fournisseurs, poste {digits(rng, 4)},",
    f"Pôle 3, secteur {rng.randint(1, 12)}, guichet {rng.randint(1, 15)} -",
    f"Direction de l'habitat (réf. {rng.randint(1, 99)}/{rng.randint(19, 25)}/DH)"]))

office("registered address of a homeless person", lambda rng: rng.choice([
    f"Élection de domicile n° {rng.randint(1, 900)} - organisme agréé -",
    f"Dom. CCAS n°{digits(rng, 4)} valable au {day(rng)} :",
    f"DOMICILIATION ASSO (attestation {digits(rng, 5)})", f"boîte {rng.randint(1, 400)} c/o association "
    f"domiciliataire,"]))

office("shelter with room before", lambda rng: rng.choice([
    f"Hôtel social, ch. {rng.randint(2, 60)}, nuitée 115 -", f"CHRS femmes, place {rng.randint(1, 45)},",
    f"CADA - appartement diffus n°{rng.randint(1, 30)},", f"Pension de famille, studio {rng.randint(1, 30)} "
    f"({rng.randint(1, 3)} pers.),",
    f"HUDA {digits(rng, 3)} - bungalow {rng.randint(1, 20)} -"]))

office("code of a priority area before", lambda rng: rng.choice([
    f"QP{digits(rng, 6)} -", f"QN{digits(rng, 5)}M /", f"IRIS {digits(rng, 9)} -", f"QPV (QP0{digits(rng, 5)}) :",
    f"carreau 200m {digits(rng, 5)} -"]))

office("dates of stay before", lambda rng: rng.choice([
    f"du {day(rng)} au {day(rng)} :", f"{day(rng)} -> {day(rng)} :", f"Depuis le {day(rng)} :",
    f"à partir du {day(rng, '.')} ;",
    f"ENTREE {day(rng)} -"]))

office("tax notice", lambda rng: rng.choice([
    f"N° fiscal {digits(rng, 13)} Adresse d'imposition au 01/01/{rng.randint(2015, 2025)} :",
    f"TH {rng.randint(2010, 2022)} réf. avis {digits(rng, 2)} {digits(rng, 2)} {digits(rng, 7)} {digits(rng, 2)} -",
    f"Taxe foncière {rng.randint(2015, 2025)} - propriété sise"]))

office("civil status around", lambda rng: rng.choice([
    "{} {}, veuve {}, demeurant", "{} {} épouse {}, retraitée, domiciliée", "Mme {} {} (née {})"]).format(
        rng.choice(["Marie", "Jeanne", "Fatima", "Nadia", "Claire"]), rng.choice(NAMES), rng.choice(NAMES)),
    lambda rng: rng.choice(["de nationalité française", "décédée le " + day(rng), "acte n° " + digits(rng, 3),
    "mariée en 1957"]))

office("several persons before", lambda rng: (
    f"M. {rng.choice(NAMES)} et Mme {rng.choice(NAMES)}, enfants {rng.choice(FIRST)} ({rng.randint(1, 17)} ans) et "
    f"{rng.choice(FIRST)} ({rng.randint(1, 17)} ans),"))

office("home help planning", lambda rng: rng.choice([
    f"{rng.randint(7, 11)}h{rng.choice(['00', '15', '30'])}-{rng.randint(12, 19)}h00 Mme {rng.choice('ABCD')}.,",
    f"Mardi 2h (toilette + repas) M. {rng.choice(NAMES).title()} -",
    f"GIR {rng.randint(1, 4)} {rng.randint(10, 60)} h/mois :"]),
    lambda rng: rng.choice([f"clés boîte {digits(rng, 4)}", f"code {digits(rng, 4)}A puis 2e porte",
    "aidante joignable le soir"]))


@kind("health or access remark at the end")
def health(w, a, rng, base):
    """Patients' transport and home nursing lists."""
    w.tail = rng.choice(["(fauteuil roulant, rampe amovible)", "O2 2L/min, brancard",
        "patient PMR - ascenseur en panne",
                         "déambulateur, 14 marches", "dialyse 3x/semaine", "malvoyant, chien guide",
                         "GIR 2, lit médicalisé",
                         "seuil de 3 cm, porte 90 cm", "accessible UFR depuis 2019"])
    return w


@kind("health or access remark after the street")
def health_inside(w, a, rng, base):
    w.middle = rng.choice(["(PMR)", "- accès fauteuil par l'arrière -", "(ascenseur 630 kg)",
        "sans ascenseur, 3 niveaux,",
                           "(rampe à 8 %)", "- sonnette côté gauche, malentendante -"])
    return w


@kind("two parents, same address")
def parents(w, a, rng, base):
    """A school register."""
    w.lead = rng.choice(["Resp. légal 1 :", "Père et mère :", "RL1 -", "Responsable 1"])
    w.tail = rng.choice(["/ Resp. légal 2 : idem", "(RL2 : même adresse)", "; mère : idem père", "RL2 IDEM RL1"])
    return w


@kind("child's two homes, one of them named")
def two_homes(w, a, rng, base):
    """The other home has a town only, and not one of the base."""
    town, postcode = rng.choice(strange_towns(base))
    w.lead = rng.choice(["semaines paires :", "Garde alternée -", "chez le père (1 semaine sur 2) :"])
    w.tail = rng.choice([f"/ semaines impaires : chez sa mère à {town}", f"- vacances chez la mère ({town})"])
    return w


@kind("moved from another town")
def moved(w, a, rng, base):
    """The former address is of a town that the base lacks; the new one is asked."""
    town, postcode = rng.choice(strange_towns(base))
    old = f"{rng.randint(2, 90)} rue des Écoles {postcode} {town}"
    w.lead = rng.choice([f"a quitté le {old}, nouvelle adresse :", f"Ancienne adresse : {old} - Nouvelle adresse :",
                         f"(avant : {old}) maintenant"])
    return w


@kind("born elsewhere")
def born(w, a, rng, base):
    """A birthplace that is a town with its number, before the address."""
    town, postcode = rng.choice(strange_towns(base))
    w.lead = rng.choice([f"né le {day(rng)} à {town} ({postcode[:2]}), demeurant", f"née à {town} ({postcode}), habite",
                         f"Lieu naiss. {town} {postcode[:2]} - Dom."])
    return w


@kind("deed of a notary")
def deed(w, a, rng, base):
    w.form = ("{lead} à {town} ({postcode}), {number} {street}, {tail}")
    w.lead = rng.choice(["Un appartement sis", "Dans un ensemble immobilier situé",
        "Une maison à usage d'habitation sise"])
    w.tail = rng.choice(["lot numéro quarante-cinq (45)", "et les 112/10.000èmes des parties communes générales",
                         "élevée sur terre-plein d'un étage", "lots numéros 12, 45 et 78"])
    return w


@kind("number, of the, street")
def of_the(w, a, rng, base):
    """Au 12 de la rue Hugo, as decrees and newspapers write."""
    way = a.way.lower()
    article = {"rue": "de la ", "avenue": "de l'", "boulevard": "du ", "place": "de la ", "route": "de la ",
        "chemin": "du ",
               "impasse": "de l'", "allée": "de l'", "quai": "du ", "passage": "du ", "square": "du ",
               "cours": "du "}.get(way)
    if not article:
        return None
    w.lead, w.street = rng.choice(["au", "au numéro", "Au n°", "l'immeuble du",
        "depuis le"]), f"{article}{way} {a.name}"
    w.postcode, w.town = rng.choice([("", f"à {a.town} ({a.postcode})"), (a.postcode, a.town)])
    return w


@kind("works and address")
def works(w, a, rng, base):
    """Titles of contracts and permits; a second date or lot number stands after."""
    w.lead = rng.choice(["Ravalement de façade du", "Remplacement chaudière -", "Désamiantage avant démolition,",
                         "MOE réhabilitation thermique,", "Travaux de mise aux normes PMR au"])
    w.tail = rng.choice([f"lot {rng.randint(2, 16)} : plomberie",
        f"- marché n° {rng.randint(2018, 2025)}-{rng.randint(1, 90):02d}",
                         f"(phase {rng.randint(1, 3)})", f"délai {rng.randint(2, 18)} mois"])
    return w


@kind("number of five digits before")
def like_postcode(w, a, rng, base):
    """A file number that is a postcode of another town."""
    _, postcode = rng.choice(strange_towns(base))
    w.lead = rng.choice(["Dossier {} :", "réf. {} -", "N° client {},", "Matricule {} /", "Lot {} -"]).format(postcode)
    return w


@kind("corrected number")
def corrected(w, a, rng, base):
    more = others(a, base, rng, 1)
    if not more:
        return None
    remark = rng.choice(["(et non {})", "(pas le {} !)", "[sic, pas {}]", "(au lieu du {})"]).format(more[0])
    w.number = f"{a.number} {remark}"
    return w


@kind("former number in brackets")
def former_number(w, a, rng, base):
    """Streets that were numbered anew."""
    more = others(a, base, rng, 1)
    if not more:
        return None
    w.middle = rng.choice(["(ancien n° {})", "(ex {})", "(anciennement n°{})", "- ancien numéro {} -"]).format(more[0])
    return w


@kind("flat numbered like another house")
def flat_like_house(w, a, rng, base):
    more = others(a, base, rng, 1)
    if not more:
        return None
    w.middle = rng.choice([", appt {}", "porte {}", "- logement {} -", "(apt {})", "boîte {}"]).format(more[0])
    return w
