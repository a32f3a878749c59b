"""Land, building sites, permits, camps, mountains."""
from kinds import capitals, kind
from kinds.desks import digits


@kind("building permit before")
def permit(w, a, rng, base):
    code = f"{a.citycode[:2]} {a.citycode[2:]}"
    w.lead = rng.choice([f"PC 0{code} {rng.randint(15, 25)} {rng.choice('ABC')}{rng.randint(1, 300):04d} -",
                         f"DP0{a.citycode}{rng.randint(15, 25)}{rng.choice('KV')}{rng.randint(1, 300):04d}",
                         f"PA 0{code} {rng.randint(15, 25)} A{rng.randint(1, 20):04d} lot {rng.randint(2, 40)},"])
    return capitals(w) if rng.random() < 0.5 else w


@kind("parcel of land and its area")
def land(w, a, rng, base):
    w.tail = rng.choice(["cadastré section {} n° {} pour {}a {}ca", "(parcelles {} {} et {}, {} m²)",
        "- réf. cad. {}{} - {},{} ares"]).format(
        rng.choice(["AB", "ZC", "BM", "AK"]), rng.randint(1, 400), rng.randint(2, 99), rng.randint(10, 99))
    return w


@kind("section and parcel before")
def section(w, a, rng, base):
    w.lead = rng.choice([f"AB {rng.randint(1, 400)} -", f"000 AK {rng.randint(1, 400):04d} /",
        f"Section BM, parcelle {rng.randint(1, 400)},",
                         f"{a.citycode}000AE{rng.randint(1, 400):04d} ;"])
    return w


@kind("lots of a co-ownership")
def lots(w, a, rng, base):
    w.lead = "lots {}, {} et {} de la copropriété sise".format(*sorted(rng.sample(range(1, 200), 3)))
    return w


@kind("building lot of a new quarter")
def new_quarter(w, a, rng, base):
    w.lead = rng.choice(["Macro-lot {}, îlot {},", "ZAC, lot {}.{} -", "Tranche {} bâtiment {} (livraison 2026) -",
        "Villa témoin n°{}, lot {},"]).format(
        rng.choice(["B2", "C1", "4", "7"]), rng.randint(2, 30))
    return w


@kind("cellar and parking place")
def cellar(w, a, rng, base):
    w.middle = rng.choice(["cave {} parking {} ss-sol -2", "(box {}, niveau -{})", ", emplacement n° {} sous-sol {},",
        "- garage {} / cave {} -"]).format(
        rng.randint(2, 150), rng.randint(1, 3))
    return w


@kind("pitch, caravan or boat before")
def pitch(w, a, rng, base):
    w.lead = rng.choice(["Emplacement {}, terrain de camping,", "Mobil-home {} -", "Caravane n° {} (aire d'accueil),",
        "Péniche amarrée anneau {},",
                         "Bungalow {},", "Algeco n°{} base vie -"]).format(rng.randint(2, 90))
    return w


@kind("chalet and altitude before")
def chalet(w, a, rng, base):
    """Resorts have a height in their name."""
    if a.citycode[:2] not in ("73", "74"):
        return None
    w.lead = rng.choice(["Chalet Mon Repos (alt. {} m),", "Les Balcons {}, chalet n°{} -",
        "Station {} - copro Le Grand Tétras appt {},"]).format(
        rng.choice([1100, 1350, 1650, 1800]), rng.randint(2, 40))
    return w


@kind("kilometre point after the street")
def kilometre(w, a, rng, base):
    if a.way.lower() not in ("route", "avenue", "boulevard", "quai", "chemin"):
        return None
    w.middle = rng.choice(["(PR {}+{})", "PK {},{}", "- borne {}.{} -", "au km {},{}"]).format(rng.randint(1, 60),
        rng.randint(100, 950))
    return w


@kind("remark on the way")
def about_way(w, a, rng, base):
    w.middle = rng.choice(["(voie privée)", "(sens unique)", "(impasse privée au bout)", "- rue piétonne -",
        "(zone 30)", "(voie en impasse)",
                           "(chemin de terre)"])
    return w


@kind("side of the street")
def side(w, a, rng, base):
    sign = "pair" if a.number % 2 == 0 else "impair"
    w.middle = rng.choice(["(côté {})", "côté {}", "- trottoir {} -", "(numéros {}s)"]).format(sign)
    return w
