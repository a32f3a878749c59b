"""Building a gazetteer; matching and auditing addresses as an office types them, checked against the address meant."""
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from invented.lambert93 import project
from plain.shapes import Perimeters
from tasks.task import Faults, Task, records

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "queries"))

from score import judge  # noqa: E402

# All rows without a fault must be right. Least share of damaged rows right, greatest share wrong; greatest share of rows
# without an answer that get one.
RIGHT, WRONG, INVENTED = 0.94, 0.01, 0.03
# Metres from a border beyond which a row without a fault must be decided; greatest share of damaged rows with a wrong verdict.
FAR, WRONG_VERDICT = 100.0, 0.005


def gazetteer_task(setting):
    world, outputs = setting.world, {"qpv": setting.out("built.qpvg")}
    commands = {"qpv": [setting.qpv, "gazetteer", "build", str(world.addresses), "-o", str(outputs["qpv"])]}

    def check():
        info = [setting.qpv, "gazetteer", "info", "--verify", "--json", str(outputs["qpv"])]
        held = json.loads(subprocess.run(info, check=True, capture_output=True).stdout)
        faults = Faults()
        if (held["addresses"], held["communes"]) != (world.address_count, world.size.communes):
            faults.add(f"{held['addresses']} addresses in {held['communes']} communes")
        return f"{world.address_count:,} addresses in {world.size.communes} communes", faults

    return Task("build gazetteer", world.address_count, commands, outputs, check)


def geocoding_task(setting):
    world, outputs = setting.world, {"qpv": setting.out("geocoded.csv")}
    return Task(
        "geocode", world.row_count, {"qpv": command(setting, "geocode", outputs["qpv"])}, outputs,
        lambda: check_matches(world, outputs["qpv"]))


def audit_task(setting):
    world, outputs = setting.world, {"qpv": setting.out("audited-rows.csv")}
    own = command(setting, "audit", outputs["qpv"]) + ["--perimeters", str(world.perimeters)]
    return Task(
        "audit addresses", world.row_count, {"qpv": own}, outputs, lambda: check_verdicts(world, outputs["qpv"]))


def command(setting, name, output):
    return [setting.qpv, name, "-q", str(setting.world.rows), "--gazetteer", str(setting.gazetteer), "--threads",
            str(setting.threads), "-o", str(output)]


def pairs(world, path, faults):
    """The truth of each row, the row, and its kind: plain, damaged or without an answer."""
    rows = 0
    for truth, row in zip(records(world.truth), records(path, ";")):
        rows += 1
        if (row["id"], row["adresse"]) != (truth["id"], truth["query"]):
            faults.add(f"{truth['id']}: another row, {row['id']}")
        if truth["set"] != "plain" and not truth["expected_level"]:
            kind = "without an answer"
        else:
            kind = "damaged" if truth["note"] else "plain"
        yield truth, row, kind
    if rows != world.row_count:
        faults.add(f"{rows} rows of {world.row_count}")


def check_matches(world, path):
    faults, counts = Faults(), Counter()
    for truth, row, kind in pairs(world, path, faults):
        if truth["set"] == "plain":
            outcome = "right" if row["result_id"] == truth["id_ban"] else "wrong"
        else:
            answer = {name: row[f"result_{name}"] for name in ("street", "city", "housenumber", "score")}
            answer |= {"lat": row["latitude"], "lon": row["longitude"], "result_type": row["result_type"]}
            outcome, _ = judge(truth, answer, 0.5)
        counts[kind, "rows"] += 1
        counts[kind, outcome] += 1
        if kind == "plain" and outcome != "right":
            faults.add(f"{truth['query']} is {truth['id_ban']}, found {row['result_id']} {row['result_label']}")
    require(faults, "damaged rows right", counts["damaged", "right"], counts["damaged", "rows"], least=RIGHT)
    require(faults, "damaged rows wrong", counts["damaged", "wrong"], counts["damaged", "rows"], most=WRONG)
    none = "without an answer"
    require(faults, "answers invented", counts[none, "wrong"], counts[none, "rows"], most=INVENTED)
    return "; ".join(
        f"{counts[kind, 'right']:,} of {counts[kind, 'rows']:,} {kind} right, {counts[kind, 'wrong']} wrong"
        for kind in ("plain", "damaged", none)), faults


def require(faults, what, count, rows, least=0.0, most=1.0):
    """Adds a fault where a share is outside its limits; two rows more are allowed, for small files."""
    if not least * rows - 2 <= count <= most * rows + 2:
        faults.add(f"{what}: {count} of {rows}")


def check_verdicts(world, path):
    """Checks rows that mean one house: the verdict is on its side of the border, and is decided far from a border."""
    faults, perimeters, counts = Faults(), Perimeters(world.perimeters), Counter()
    base = {row["id"]: (float(row["lon"]), float(row["lat"])) for row in records(world.addresses, ";")}
    for truth, row, kind in pairs(world, path, faults):
        if not truth["id_ban"] or "|" in truth["expected_housenumber"]:
            continue
        x, y = project(*base[truth["id_ban"]])
        expected, verdict = perimeters.code(x, y), row["qpv_verdict"]
        decided = verdict in ("inside", "outside")
        right = row["qpv_code"] == expected and (verdict == "inside") == (expected != "")
        counts[kind, "decided" if decided else "undecided"] += 1
        counts[kind, "wrong"] += decided and not right
        if kind == "plain" and (not right if decided else perimeters.nearest(x, y)[0] > FAR):
            faults.add(f"{truth['query']}: {verdict} {row['qpv_code']}, its house is in {expected or 'none'}")
    damaged = counts["damaged", "decided"] + counts["damaged", "undecided"]
    require(faults, "wrong verdicts of damaged rows", counts["damaged", "wrong"], damaged, most=WRONG_VERDICT)
    return "; ".join(
        f"{counts[kind, 'decided']:,} {kind} rows decided, {counts[kind, 'wrong']} wrong, {counts[kind, 'undecided']} undecided"
        for kind in ("plain", "damaged")), faults
