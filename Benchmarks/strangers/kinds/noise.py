"""What else stands in the cell: telephones, dates, names, remarks, labels, sentences. No real person."""
from kinds import kind

NAMES = (
    "MARTIN BERNARD DUBOIS THOMAS ROBERT RICHARD PETIT DURAND LEROY MOREAU SIMON LAURENT LEFEBVRE MICHEL "
    "GARCIA").split()
FIRST = "Marie Jean Sophie Paul Claire Lucas Nadia Karim Julie Ahmed Fatima Hugo Emma Louis Awa".split()


def telephone(rng):
    digits = [f"0{rng.choice('12345679')}"] + [f"{rng.randint(0, 99):02d}" for _ in range(4)]
    return rng.choice(["", "tél ", "Tel: ", "☎ "]) + rng.choice([" ", ".", "", "-"]).join(digits)


def person(rng):
    return rng.choice([
        "{n} {f}", "{f} {n}", "M. {f} {n}", "Mme {n}", "Monsieur {n} {f},", "Famille {n}", "{n} {f},",
        "Mlle {f} {n} -",
    ]).format(
        n=rng.choice(NAMES), f=rng.choice(FIRST))


def birth(rng):
    return rng.choice([
        "né le {:02d}/{:02d}/{}", "{:02d}/{:02d}/{}", "née le {:02d}.{:02d}.{}", "DN {:02d}/{:02d}/{}",
        "({:02d}-{:02d}-{})",
    ]).format(
        rng.randint(1, 28), rng.randint(1, 12), rng.randint(1940, 2010))


def mail(rng):
    return f"{rng.choice(FIRST).lower()}.{rng.choice(NAMES).lower()}@example.org"


def added(name, text, where):
    @kind(name)
    def write(w, a, rng, base):
        setattr(w, where, text(rng))
        return w


def one_of(*words):
    return lambda rng: rng.choice(words)


added("telephone at the end", telephone, "tail")
added("telephone before", telephone, "lead")
added("date of birth at the end", birth, "tail")
added("date of birth before", birth, "lead")
added("person before", person, "lead")
added("person at the end", person, "tail")
added("e-mail at the end", mail, "tail")
added("file number before", lambda rng: rng.choice(["{}", "D-{}", "N°{} :", "{}/24 "]).format(rng.randint(100000,
    9999999)), "lead")
added("company number at the end", lambda rng: f"SIRET {rng.randint(10**13, 10**14 - 1)}", "tail")
added("amount at the end", lambda rng: f"loyer {rng.randint(300, 900)} €", "tail")
added("coordinates at the end", lambda rng: f"{rng.uniform(45, 49):.6f}, {rng.uniform(2, 6):.6f}", "tail")
added("remark at the end", one_of("(changement d'adresse)", "déménagé", "?", "à vérifier", "NPAI",
    "adresse des parents", "(ancienne adresse)",
                                  "depuis 2023", "OK", "cf dossier", "QPV ?", "hors QPV", "SDF domicilié",
                                  "attention nouveau"), "tail")
added("remark before", one_of("nouvelle adresse :", "ADRESSE PARENTS", "adresse provisoire", "hébergement",
    "domiciliation", "déménage au",
                              "idem conjoint", "URGENT", "(2)", "1)", "-", "•", "*"), "lead")
added("label before", one_of("Adresse :", "Domicile :", "Adr.", "Adresse postale:", "ADRESSE", "Siège social :",
    "Demeurant", "Lieu :",
                             "Adresse du bénéficiaire :", "Address:"), "lead")
added("sentence around", one_of("J'habite au", "je réside au", "il demeure", "domiciliée au", "Monsieur habite",
    "vit actuellement au",
                                "est domicilié", "logée au", "sis", "située au", "siège :"), "lead")
added("opening hours at the end", one_of("lundi au vendredi 9h-17h", "9h00-12h00 / 14h00-18h00", "ouvert le samedi",
    "sur RDV"), "tail")
added("web address at the end", one_of("www.example.org", "https://example.org/contact", "fb: example"), "tail")


@kind("person, date of birth and telephone around")
def all_around(w, a, rng, base):
    w.lead, w.tail = f"{person(rng)} {birth(rng)}", telephone(rng)
    return w
