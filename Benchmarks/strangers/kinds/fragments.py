"""Pieces of files and messages of programs."""
from urllib.parse import quote_plus

from kinds import kind, whole_text
from kinds.desks import digits
from kinds.noise import NAMES
from text import plain


def fragment(name, form):
    """A kind whose text is made of the parts. `form` takes parts with quotes fit for it, and the address."""
    @kind(name)
    def write(w, a, rng, base):
        text = form(w, a, rng)
        return whole_text(w, text) if text else None


def line(w):
    return quote_plus(f"{w.number} {w.street}")


def upper(text):
    return plain(text).upper()


fragment("piece of XML", lambda w, a, rng: rng.choice([
    "<adresse><numero>{n}</numero><voie>{s}</voie><codePostal>{p}</codePostal><commune>{t}</commune></adresse>",
    "<cbc:StreetName>{n} {s}</cbc:StreetName><cbc:CityName>{t}</cbc:CityName><cbc:PostalZone>{p}</cbc:PostalZone>",
    "<Line>{n} {s}</Line><PostCode>{p}</PostCode><Town>{t}</Town><Ctry>FR</Ctry>"]).format(
        n=w.number, s=w.street, p=w.postcode, t=w.town))
fragment("piece of a geocoder's answer", lambda w, a, rng: (
    f'"label":"{w.number} {w.street} {w.postcode} {w.town}","score":0.{digits(rng, 4)},"housenumber":"{w.number}",'
    f'"street":"{w.street}","postcode":"{w.postcode}","citycode":"{a.citycode}","city":"{w.town}"'))
fragment("line of a CSV file", lambda w, a, rng: rng.choice([
    '"{i}";"{m}";"{n} {s}";"";"{p}";"{t}";"0{f}"', '{i},"{m}","{n}, {s}",,{p},{t},FR,{f}',
    '{i}|{m}|{n}|{s}|||{p}|{t}|']).format(
        i=rng.randint(1, 9999), m=rng.choice(NAMES), n=w.number, s=w.street, p=w.postcode, t=w.town.upper(),
        f="6" + digits(rng, 8)))
fragment("address card", lambda w, a, rng: rng.choice([
    f"ADR;TYPE=home:;;{w.number} {w.street};{w.town};;{w.postcode};France",
    f"ADR;WORK;PREF:;Bât B;{w.number} {w.street};{w.town};;{w.postcode};FRANCE"]))
fragment("payroll declaration", lambda w, a, rng: (
    f"S21.G00.30.008,'{w.number} {upper(w.street)}' S21.G00.30.009,'{w.postcode}' S21.G00.30.010,'{upper(w.town)}'"))
fragment("hospital message", lambda w, a, rng: rng.choice([
    f"{w.number} {upper(w.street)}^^{upper(w.town)}^^{w.postcode}^FRA^H",
    f"PID|1||{digits(rng, 8)}^^^HOP||{rng.choice(NAMES)}^P|||F|||{w.number} {upper(w.street)}^APPT "
    f"4^{upper(w.town)}^^{w.postcode}"]))
fragment("trade message", lambda w, a, rng: (
    f"NAD+DP+++{rng.choice(NAMES)}+{w.number} "
    f"{upper(w.street).replace(chr(39), ' ')}+{upper(w.town).replace(chr(39), ' ')}"
    f"++{w.postcode}+FR'"))
fragment("database command", lambda w, a, rng: "INSERT INTO adr VALUES ({},'{}','{}','{}','{}',NULL);".format(
    rng.randint(1, 9999), w.number, w.street.replace("'", "''"), w.postcode, w.town.replace("'", "''")))
fragment("query of a web address", lambda w, a, rng: rng.choice([
    f"https://example.org/rdv?adresse={line(w)}&cp={w.postcode}&ville={quote_plus(w.town)}",
    f"/search/?q={line(w)}&postcode={w.postcode}&limit=5&city={quote_plus(w.town)}"]))
fragment("cells of a web page", lambda w, a, rng: rng.choice([
    f'<td class="adr">{w.number} {w.street}</td><td>{w.postcode}</td><td>{w.town}</td>',
    f'<p style="margin:0 0 10px">{w.number}&nbsp;{w.street}<br/>{w.postcode} <b>{w.town}</b></p>',
    f'<span itemprop="streetAddress">{w.number} {w.street}</span> <span itemprop="postalCode">{w.postcode}</span> '
    f'<span itemprop="addressLocality">{w.town}</span>']))
fragment("line of a log", lambda w, a, rng: (
    f"2024-0{rng.randint(1, 9)}-{rng.randint(10, 28)} 10:{rng.randint(10, 59)}:{rng.randint(10, 59)} "
    f"{rng.choice(['INFO', 'WARN'])} geocode[{rng.randint(100, 9999)}] q=\"{w.number} {w.street} {w.postcode} "
    f"{w.town}\""
    f"{rng.choice(['', ' 404 12ms'])}"))
fragment("row of a text table", lambda w, a, rng: rng.choice([
    f"| {rng.randint(1, 300)} | {rng.choice(NAMES)} | {w.number} {w.street} | {w.postcode} | {w.town} |",
    f"**{w.number} {w.street}**, {w.postcode} [{w.town}](https://example.org/{a.citycode})",
    f"* {w.number} [[{w.street}]] ({w.postcode} [[{w.town}]])"]))
fragment("object printed by a program", lambda w, a, rng: rng.choice([
    f"Adresse{{id={digits(rng, 5)}, numero='{w.number}', voie=\"{w.street}\", cp={w.postcode}, "
    f"ville=\"{w.town}\", pays=null}}",
    f"[('num', '{w.number}'), ('voie', \"{w.street}\"), ('cp', '{w.postcode}'), ('ville', \"{w.town}\")]",
    f"address[street]={w.number} {w.street}&address[zip]={w.postcode}&address[city]={w.town}"]))
