"""`qpv stats` of an audited file: every count by age, sex, action, perimeter and commune, against a plain count."""
import json
from collections import Counter, defaultdict

from tasks.task import Faults, Task, records

DAY = (2024, 12, 31)
# Ages below, and the names of the report.
BANDS = [(6, "0 à 5 ans"), (16, "6 à 15 ans"), (18, "16 à 17 ans"), (26, "18 à 25 ans"), (65, "26 à 64 ans"),
         (121, "65 ans et plus")]
UNKNOWN = "Âge inconnu"
BAND_NAMES = {name for _, name in BANDS} | {UNKNOWN}
SEXES = {"F": "women", "H": "men", "": "unknown"}
TITLES = {"Femmes": "women", "Hommes": "men", "Sexe inconnu": "unknown"}
# The tables by group, and the column of the file that each is about.
GROUPS = {"by_action": "Action", "by_commune": "result_city", "by_perimeter": "qpv_code"}
CLASSES = ("n", "inside", "inside_sure", "outside", "decided", "uncertain", "not_located")
ALL = "qpv --disclosure none"


def task(setting):
    world = setting.world
    outputs = {ALL: setting.out("all.json"), "qpv": setting.out("published.json"), "pandas": setting.out("pandas.csv")}
    own = [setting.qpv, "stats", "-q", str(world.audited), "--at", "-".join(map(str, DAY)), "--threads",
           str(setting.threads), "-o"]
    commands = {ALL: [*own, str(outputs[ALL]), "--disclosure", "none"], "qpv": [*own, str(outputs["qpv"])]}
    commands |= setting.rivals("counts.py", pandas=(world.audited, outputs["pandas"]))
    return Task("count", world.size.audited, commands, outputs, lambda: check(world, outputs, list(commands)))


def band(birth):
    if not birth:
        return UNKNOWN
    day, month, year = map(int, birth.split("/"))
    age = DAY[0] - year - ((month, day) > DAY[1:])
    return next(name for below, name in BANDS if age < below)


def count(path):
    """Rows by table, group, band, sex, verdict and quality: an empty group where there is none."""
    cells = Counter(
        (*(row[column] for column in GROUPS.values()), band(row["Date de naissance"]), row["Sexe"], row["qpv_verdict"],
         row["qpv_quality"])
        for row in records(path))
    counts = Counter()
    for (*groups, age, sex, verdict, quality), n in cells.items():
        for table, group in zip(("all", *GROUPS), ("", *groups)):
            counts[table, group, age, sex, verdict, quality] += n
    return counts


def sums(counts):
    """The classes of each table, group, band and sex; None stands for all."""
    found = defaultdict(Counter)
    for (table, group, age, sex, verdict, quality), n in counts.items():
        classes = ["n", verdict]
        if verdict in ("inside", "outside"):
            classes.append("decided")
        if verdict == "inside" and quality == "1":
            classes.append("inside_sure")
        for some in (age, None):
            for one in (SEXES[sex], None):
                found[table, group or None, some, one].update(dict.fromkeys(classes, n))
    return found


def compare(name, report, known, faults):
    """How many counts of a report are shown and hidden; and the places of the known ones that it has."""
    with open(report, encoding="utf-8") as file:
        blocks = [block for section in json.load(file)["sections"] for block in section["blocks"]]
    shown = hidden = 0
    seen = set()
    for block in blocks:
        if block["type"] != "table":
            continue
        table = block["name"].removeprefix("age_sex_")
        table = table if table in GROUPS else "all"
        for row in block["rows"]:
            values = row["values"]
            group = values.get("code") or values.get("commune") or values.get("by_action")
            # Groups are totalled in a last row, which is all people.
            total = table == "all" or row["role"] == "total" and group == "Ensemble"
            scope = ("all", None) if total else (table, group)
            age = values.get("age") if values.get("age") in BAND_NAMES else None
            for key, value in values.items():
                sex, _, kind = key.rpartition("_")
                if sex in ("women", "men", "unknown", "all"):
                    sex = None if sex == "all" else sex
                else:
                    sex, kind = TITLES.get(values.get("sex")), key
                if kind not in CLASSES:
                    continue
                place = (*scope, age, sex)
                seen.add(place)
                if value is None and row.get("status", {}).get(key) == "suppressed":
                    hidden += 1
                    continue
                shown += 1
                expected = known[place][kind] if place in known else 0
                if value != expected:
                    faults.add(f"{name}, {block['name']} {scope} {age} {sex} {kind}: {value}, by a plain count {expected}")
    return shown, hidden, seen


def check(world, outputs, names):
    faults, counts = Faults(), count(world.audited)
    known = sums(counts)
    shown, hidden, seen = compare(ALL, outputs[ALL], known, faults)
    # People outside have no perimeter: no row of the table by perimeter is about them.
    missing = [place for place in known if place not in seen and place[:2] != ("by_perimeter", None)]
    if hidden or missing:
        faults.add(f"{ALL}: {hidden} counts are hidden, {len(missing)} groups missing")
    published, suppressed, _ = compare("qpv", outputs["qpv"], known, faults)
    if "pandas" in names:
        columns = ("table", "group", "band", "Sexe", "qpv_verdict", "qpv_quality")
        theirs = {tuple(row[c] for c in columns): int(row["n"]) for row in records(outputs["pandas"])}
        if theirs != counts:
            faults.add("pandas counts otherwise")
    return f"{shown:,} counts; with suppression {published:,} shown, {suppressed:,} hidden", faults
