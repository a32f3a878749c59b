"""Positions and areas: coordinates, codes of maps, regions, quarters, neighbours."""
from kinds import kind
from kinds.habits import unknown_name

DIGITS = "23456789CFGHJMPQRVWX"
REGIONS = {"75": "Île-de-France", "93": "Île-de-France", "73": "Auvergne-Rhône-Alpes", "74": "Auvergne-Rhône-Alpes"}
FORMER_REGIONS = {"75": "région parisienne", "93": "région parisienne", "73": "Rhône-Alpes", "74": "Rhône-Alpes"}
UNIONS = {"93010": "Est Ensemble", "74010": "Grand Annecy", "73065": "Grand Chambéry", "73008": "Grand Lac",
    "74012": "Annemasse Agglo",
          "74281": "Thonon Agglomération", "73011": "Arlysère", "75": "Métropole du Grand Paris"}
QUARTERS = {
    "75003": "Le Marais", "75004": "Le Marais", "75006": "Saint-Germain-des-Prés", "75009": "Pigalle", "75012": "Bercy",
    "75013": "Butte-aux-Cailles", "75014": "Montparnasse", "75015": "Grenelle", "75016": "Auteuil",
    "75017": "Batignolles",
    "75018": "Montmartre", "75019": "La Villette", "75020": "Ménilmontant", "75010": "Canal Saint-Martin",
    "75011": "Oberkampf"}
NICKNAMES = {"Paris": ["Paname", "Panam", "Pantruche"], "Chambéry": ["Chambé", "Chamb'"], "Aix-les-Bains": ["Aix"],
             "Chamonix-Mont-Blanc": ["Cham", "Chamonix"], "Thonon-les-Bains": ["Thonon"],
             "Bourg-Saint-Maurice": ["Bourg St Mo", "Bourg"],
             "La Roche-sur-Foron": ["La Roche"], "Saint-Jean-de-Maurienne": ["St Jean"],
             "Saint-Julien-en-Genevois": ["St Ju", "St Julien"],
             "Annecy": ["Annecity"], "Albertville": ["Bébertville"], "Évian-les-Bains": ["Evian"],
             "Bondy": ["Bondy City"]}


def plus_code(a):
    """The open location code of ten digits."""
    lat, lon, pairs = int((a.lat + 90) * 8000), int((a.lon + 180) * 8000), []
    for _ in range(5):
        pairs.insert(0, DIGITS[lat % 20] + DIGITS[lon % 20])
        lat, lon = lat // 20, lon // 20
    return "".join(pairs[:4]) + "+" + pairs[4]


def sexagesimal(value, sign):
    degrees, rest = divmod(value * 3600, 3600)
    return f"{int(degrees)}°{int(rest // 60):02d}'{rest % 60:04.1f}\"{sign}"


@kind("plus code before")
def plus_before(w, a, rng, base):
    w.lead = rng.choice([plus_code(a), plus_code(a)[4:], plus_code(a)[4:] + ","])
    return w


@kind("plus code at the end")
def plus_end(w, a, rng, base):
    w.tail = rng.choice([plus_code(a)[4:], f"({plus_code(a)})", f"plus code {plus_code(a)[4:]}"])
    return w


@kind("degrees, minutes and seconds at the end")
def dms(w, a, rng, base):
    w.tail = rng.choice(["", "GPS ", "coord. "]) + f"{sexagesimal(a.lat, 'N')} {sexagesimal(a.lon, 'E')}"
    return w


@kind("coordinates before")
def coordinates(w, a, rng, base):
    w.lead = rng.choice([f"({a.lat:.5f}, {a.lon:.5f})", f"lat {a.lat:.4f} lon {a.lon:.4f} -",
        f"[{a.lon:.5f},{a.lat:.5f}]", f"GPS N{a.lat:.4f} E{a.lon:.4f} :"])
    return w


@kind("link to a map at the end")
def link(w, a, rng, base):
    w.tail = rng.choice([f"https://www.google.com/maps/@{a.lat:.5f},{a.lon:.5f},17z",
        f"https://osm.org/#map=18/{a.lat:.5f}/{a.lon:.5f}",
                         f"geo:{a.lat:.4f},{a.lon:.4f}?z=17", "https://maps.app.goo.gl/aB3dE5fG7h"])
    return w


@kind("three words of a map")
def three_words(w, a, rng, base):
    setattr(w, rng.choice(["lead", "tail"]), rng.choice(["///chaise.lampe.tortue", "///nuages.fenêtre.savon",
        "w3w: piano.cerise.ballon",
                                                        "///grenier.velours.citron"]))
    return w


@kind("region after the town")
def region(w, a, rng, base):
    name = rng.choice([REGIONS, FORMER_REGIONS]).get(a.citycode[:2])
    if not name:
        return None
    w.tail = rng.choice([", {}", "({})", "- {}", ", {}, France"]).format(name)
    return w


@kind("union of communes after the town")
def union(w, a, rng, base):
    name = UNIONS.get(a.citycode) or UNIONS.get(a.citycode[:2])
    if not name:
        return None
    w.tail = rng.choice(["({})", "- {}", ", {}"]).format(name)
    return w


@kind("point of the compass after the town")
def compass(w, a, rng, base):
    sign = rng.choice([" ", "-", " - "])
    w.town = a.town + sign + rng.choice(['Nord', 'Sud', 'Centre', 'Est', 'Ouest', 'NORD', 'centre ville', 'Gare'])
    return w


@kind("town by a nickname")
def nickname(w, a, rng, base):
    if a.town not in NICKNAMES:
        return None
    w.town = rng.choice(NICKNAMES[a.town])
    return w


@kind("quarter for the town")
def quarter(w, a, rng, base):
    """The postcode is right and has one town."""
    name = QUARTERS.get(a.postcode)
    if not name:
        return None
    w.town = name
    return w


@kind("invented quarter for the town")
def strange_quarter(w, a, rng, base):
    """A quarter of which no word names a street; the postcode has one town."""
    if len(base.towns_by_postcode[a.postcode]) > 1:
        return None
    word = unknown_name(rng, base)
    if not word:
        return None
    name = word.split(" ", 1)[1]
    w.town = rng.choice(["Quartier {}", "Cité {}", "Secteur {}", "Ensemble {}"]).format(name)
    return w


def has_words(base, town, words):
    """Whether one street of the town has all these words."""
    found = [base.streets.get((town, x), set()) for x in words]
    return bool(set.intersection(*found)) if found else True


@kind("neighbouring town, right postcode")
def neighbour_town(w, a, rng, base):
    """A town close by of another postcode, which has no such street."""
    if len(base.towns) < 2:
        return None
    near = sorted({b.town for dy in range(-30, 31, 5) for dx in range(-30, 31, 5)
                   for b in base.grid.get((int(a.lat * 1000) + dy, int(a.lon * 1000) + dx),
                   ()) if b.postcode != a.postcode} - {a.town})
    near = [t for t in near if t not in base.towns_by_postcode[a.postcode] and not has_words(base, t, a.core)]
    if not near or not base.alone(a, "postcode") or not a.way or not a.core:
        return None
    w.town = rng.choice(near)
    return w


@kind("département in words for the postcode")
def department_words(w, a, rng, base):
    """Neuf trois, le 74."""
    words = {"93": ["le neuf-trois", "9-3", "neuf trois"], "75": ["sept-cinq", "7-5"],
        "73": ["dans le 73", "(Savoie, 73)"],
             "74": ["dans le 74", "(Hte-Savoie)", "Haute Savoie 74"]}.get(a.citycode[:2])
    if not words or not base.alone(a, "town"):
        return None
    w.postcode, w.town = "", f"{a.town} {rng.choice(words)}"
    return w


@kind("metro line and number of minutes before")
def minutes(w, a, rng, base):
    w.lead = rng.choice(["à {} min du métro,", "RER à {} mn à pied -", "{} km du centre :", "Gare à {} minutes,",
        "bus {} à la porte -"]).format(rng.randint(2, 25))
    return w
