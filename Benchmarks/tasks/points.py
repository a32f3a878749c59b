"""The audit of points, CSV to CSV: membership is checked on every row, signed distance on a sample."""
import csv

from plain.processes import spread
from plain.shapes import Perimeters
from tasks.task import Faults, Task, records

# Without the columns of position and match.
SHORT = "qpv --columns verdict"
PARTS = 8
# The distance is checked on one row of this many.
SAMPLE = 200
# Metres between an edge that is straight in degrees, as the rivals take it, and one that is straight in Lambert-93.
BESIDE = 0.05


def task(setting):
    world, threads = setting.world, ["--threads", str(setting.threads)]
    names = ["qpv", SHORT, "geopandas", "duckdb", "sedonadb"]
    outputs = {name: setting.out(f"points-{number}.csv") for number, name in enumerate(names)}
    own = [setting.qpv, "audit", "-q", str(world.points), "--lon", "lon", "--lat", "lat", "--radius", "0"]
    own += ["--perimeters", str(world.perimeters), *threads, "-o"]
    commands = {"qpv": [*own, str(outputs["qpv"])], SHORT: [*own, str(outputs[SHORT]), "--columns", "verdict"]}
    commands |= setting.rivals(
        "points.py", **{name: (name, world.points, world.perimeters, outputs[name], *threads) for name in names[2:]})
    return Task(
        "audit points", world.size.points, commands, outputs, lambda: check(world, outputs, list(commands)))


def check(world, outputs, names):
    perimeters = Perimeters(world.perimeters)
    rivals = {name: codes(outputs[name]) for name in names[2:]}
    parts = spread(lambda part: check_part(part, world, outputs, perimeters, rivals), range(PARTS))
    faults = Faults()
    faults.join(part[0] for part in parts)
    rows, inside, distances, undecided = (sum(part[i] for part in parts) for i in range(1, 5))
    if rows != world.size.points:
        faults.add(f"{rows} rows of {world.size.points}")
    beside = {name: sum(part[5][name] for part in parts) for name in rivals}
    said = [f"{count} of {name} beside a border" for name, count in beside.items()]
    return "; ".join([
        f"membership of {rows:,} rows, {inside:,} inside, {undecided} within a micrometre of a border; "
        f"{distances:,} signed distances", *said]), faults


def codes(path):
    """The code of each id that has one; of several the first."""
    found = {}
    for row in records(path):
        if row["code_qp"]:
            found[row["id"]] = min(row["code_qp"], found.get(row["id"], row["code_qp"]))
    return found


def check_part(part, world, outputs, perimeters, rivals):
    """Compares one row in PARTS with a look at every edge."""
    from invented.lambert93 import project

    faults, rows, inside, distances, undecided = Faults(), 0, 0, 0, 0
    beside = dict.fromkeys(rivals, 0)
    with open(world.points, newline="") as points, open(outputs["qpv"], newline="") as out, open(
            outputs[SHORT], newline="") as short:
        readers = [csv.reader(file) for file in (points, out, short)]
        header = [next(reader) for reader in readers][1]
        verdict, code, distance, nearest = (
            header.index(f"qpv_{name}") for name in ("verdict", "code", "distance_m", "nearest_code"))
        for number, (given, row, brief) in enumerate(zip(*readers)):
            if number % PARTS != part:
                continue
            rows += 1
            if row[:3] != given or row[: nearest + 1] != brief[: nearest + 1]:
                faults.add(f"row {number + 1}: {given} became {row} and {brief}")
                continue
            x, y = project(float(given[1]), float(given[2]))
            expected = perimeters.code(x, y)
            inside += expected != ""
            away, zones = None, ()
            if row[code] != expected or number // PARTS % SAMPLE == 0:
                away, zones = perimeters.nearest(x, y)
            if row[code] != expected and away < 1e-6:
                undecided += 1
            elif row[code] != expected or (row[verdict] == "inside") != (expected != ""):
                faults.add(f"point {given}: {row[verdict]} {row[code]}, by its edges {expected or 'outside'}")
            elif zones:
                distances += 1
                signed = -away if expected else away
                if abs(float(row[distance]) - signed) > 0.00051 or row[nearest] not in {
                        perimeters.codes[zone] for zone in zones}:
                    faults.add(f"point {given}: {row[distance]} m from {row[nearest]}, by the edges {signed:.4f}")
            for name, found in rivals.items():
                if found.get(given[0], "") != expected:
                    if perimeters.nearest(x, y)[0] > BESIDE:
                        faults.add(f"{name}, point {given}: {found.get(given[0])}, by the edges {expected or 'outside'}")
                    beside[name] += 1
    return faults, rows, inside, distances, undecided, beside
