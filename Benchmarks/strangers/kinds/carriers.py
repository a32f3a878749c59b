"""Parcels, energy, emergencies, transport: what carriers and crews type around an address."""
from kinds import capitals, kind, whole_text
from kinds.desks import day, digits
from kinds.noise import FIRST, NAMES, telephone
from kinds.several import others
from text import plain


@kind("parcel label")
def label(w, a, rng, base):
    w.lead = rng.choice([f"8R{digits(rng, 11)} COL 1/2 {rng.randint(1, 29)},{rng.randint(1, 9)} KG M "
    f"{rng.choice(NAMES)}",
                         f"XY{digits(rng, 9)}FR EXP. {day(rng)} DEST. {rng.choice(NAMES)}",
                         f"TOURNEE {rng.randint(1, 80)} STOP {rng.randint(1, 120)} -"])
    w.tail = rng.choice(["FRANCE 1/1", "FR - SIGN. REQ.", f"ROUTE {rng.randint(1, 99):02d}N", "C.REMB 0,00"])
    return capitals(w)


@kind("neighbour's number if absent")
def if_absent(w, a, rng, base):
    """The number of the neighbour is one that the street has."""
    more = others(a, base, rng, 1)
    if not more:
        return None
    w.tail = rng.choice(["(si absent déposer au {})", "- voisin du {} prend les colis",
        "si pas là voir Mme Petit au {}",
                         "clé chez le gardien du n° {}"]).format(more[0])
    return w


@kind("message of a carrier")
def message(w, a, rng, base):
    w.lead = rng.choice([f"Votre colis {digits(rng, 10)} sera livré le {day(rng)} entre {rng.randint(8, 11)}h et "
                         f"{rng.randint(12, 18)}h au",
                         f"RDV confirmé {day(rng)} 14:30-16:30, intervention au",
                         f"Avis de passage du {day(rng)} -"])
    w.tail = rng.choice(["Répondre STOP au 36179", "Suivi sur example.org", "Ref AB" + digits(rng, 5), ""])
    return w


@kind("pick-up shop before")
def pickup(w, a, rng, base):
    w.lead = rng.choice(["Point relais n°{} Tabac Presse,", "PICKUP {} - ALIM. GENERALE -",
        "Consigne 24/7 n° {} (parking),",
                         "Relais colis {} (épicerie de nuit)"]).format(digits(rng, 5))
    return w


@kind("delivery point of energy before")
def energy(w, a, rng, base):
    w.lead = rng.choice([f"PDL {digits(rng, 14)} -", f"PCE GI{digits(rng, 6)} -",
        f"Compteur n° {digits(rng, 3)} {digits(rng, 4)}, "
                         f"index {digits(rng, 5)} :", f"PRM {digits(rng, 14)} puissance {rng.randint(3, 12)} kVA /"])
    return capitals(w) if rng.random() < 0.5 else w


@kind("telephone between street and postcode")
def telephone_inside(w, a, rng, base):
    w.middle = telephone(rng)
    return w


@kind("telephone of another country before")
def telephone_abroad(w, a, rng, base):
    w.lead = rng.choice(["+33 6 {} {} {} {} -", "0033 6{}{}{}{}", "+33(0)7 {}.{}.{}.{} /", "+212 6 {} {} {} {} :",
                         "+33-6-{}-{}-{}-{},"]).format(*(f"{rng.randint(10, 99)}" for _ in range(4)))
    return w


@kind("emergency call note")
def emergency(w, a, rng, base):
    w.lead = rng.choice([f"Malaise H {rng.randint(20, 95)} ans", "Feu poubelle VP", "Odeur de gaz 4e ét.",
                         f"AVP 2 VL 1 moto, {rng.randint(1, 3)} blessés", "Relevage F 88a seule",
                         "Inondation ss-sol 20 cm"]) + ","
    w.tail = rng.choice([f"appel {rng.randint(0, 23):02d}h{rng.randint(0, 59):02d}", "code 1789B 6e dr.",
        "VSAV engagé, SMUR 94",
                         "requérant sur place", "PLS, conscient, TA 11/6"])
    return capitals(w) if rng.random() < 0.5 else w


@kind("trip to a named place")
def trip(w, a, rng, base):
    """Where the person is fetched; the destination is a place without a street."""
    w.lead = rng.choice(["Prise en charge :", "Départ domicile", "Taxi conv. de", "P.E.C. 8h15 -"])
    w.tail = rng.choice(["-> hôpital, aller-retour", "vers clinique (consultation 9h30)",
        "/ destination : gare SNCF voie 2",
                         "=> CHU, service 14, retour 12h"])
    return w


@kind("courier's directions at the end")
def directions(w, a, rng, base):
    w.tail = rng.choice(["2e à droite après le rond-point, maison volets bleus", "portail gris au bout de 200 m",
                         "après le 3e feu, 1re à gauche", "prendre la 2e entrée, place de parking 14",
                         "au stop tourner à gauche et faire 50 m"])
    return w


@kind("directions through another street")
def through(w, a, rng, base):
    b = base.neighbour(a, 300)
    if not b:
        return None
    w.lead = rng.choice(["depuis {}, à gauche jusqu'au", "Prendre {} puis au fond :", "(passer par {})",
                         "en venant de {}, arriver au"]).format(b.street)
    return w


@kind("between two places")
def two_places(w, a, rng, base):
    w.middle = rng.choice(["entre la mairie et la gare,", "(entre la pharmacie et l'école)",
        "entre le tabac et le pressing",
                           "à mi-chemin du stade et de l'église,"])
    return w


@kind("lines with their numbers")
def numbered_lines(w, a, rng, base):
    """L1 to L6 of the norm, as a carrier's file names them."""
    sign = rng.choice(["L{}: ", "L{} ", "Ligne {} : ", "ADR{}="])
    parts = [f"M {rng.choice(NAMES)} {rng.choice(FIRST)}", rng.choice(["", "APPT 12", "ETG 3 PTE 4"]),
        rng.choice(["", "BAT B"]),
             f"{w.number} {plain(w.street).upper()}", "", f"{w.postcode} {plain(w.town).upper()}"]
    return whole_text(w, rng.choice([" ", "\n", " | "]).join(sign.format(i) + x for i, x in enumerate(parts, 1)))


@kind("geographic line and CEDEX line")
def both_codes(w, a, rng, base):
    """Postal and geographic address in one cell; the second code is no code of the base."""
    code = a.postcode[:3] + f"{rng.randint(1, 99):02d}"
    w.tail = rng.choice(["/ BP {} {} {} CEDEX", "- adresse postale : CS {} {} {} Cedex"]).format(
        rng.randint(10, 999), code, a.town.upper())
    return w if code not in base.postcodes else None


@kind("signature of an e-mail")
def signature(w, a, rng, base):
    w.lead = rng.choice([f"Cordialement, {rng.choice(FIRST)} {rng.choice(NAMES)} –",
        f"{rng.choice(FIRST)} {rng.choice(NAMES)} | Chargée "
                         "de mission |", "Le secrétariat –"])
    sign = "|" if "|" in w.lead else "–"
    w.middle, w.tail = sign, f"{sign} T. 01 {' '.join(digits(rng, 2) for _ in range(4))} {sign} F. 01 " + " ".join(
        digits(rng, 2) for _ in range(4))
    return w


@kind("quoted in an e-mail")
def quoted(w, a, rng, base):
    text = f"> {w.number} {w.street}\n> {w.postcode} {w.town}"
    lead = rng.choice(["> Bonjour, voici mon adresse :\n", f"Le {day(rng)} à 10:42, {rng.choice(FIRST)} a écrit :\n",
        "> > merci\n", ""])
    return whole_text(w, lead + text)


@kind("signs of social networks")
def signs(w, a, rng, base):
    w.lead = rng.choice(["📍", "🏠", "➡️", "📬 Adresse ➤", "👉🏽"])
    w.middle = rng.choice(["", "•", "·"])
    w.tail = rng.choice(["🇫🇷", "📞 sur demande", "🚇 à 5 min", "#bonplan", "⏰ 10h-19h"])
    return w
