"""The three nearest places of each point, CSV to CSV, against a look at every place."""
import csv
import math

from invented.lambert93 import project
from plain.processes import spread
from plain.shapes import Perimeters
from tasks.task import Faults, Task, records

PARTS = 8
COUNT = 3
# Number of rows checked.
CHECKED = 4000


def task(setting):
    world = setting.world
    outputs = {"qpv": setting.out("nearest.csv"), "geopandas, the first": setting.out("nearest-geopandas.csv")}
    commands = {"qpv": [
        setting.qpv, "nearest", "-q", str(world.points), "--lon", "lon", "--lat", "lat", "--places", str(world.places),
        "-k", str(COUNT), "--perimeters", str(world.perimeters), "--threads", str(setting.threads), "-o",
        str(outputs["qpv"])]}
    rival = ("nearest", world.points, world.places, outputs["geopandas, the first"])
    commands |= setting.rivals("vector.py", **{"geopandas, the first": rival})
    return Task(
        "nearest places", world.size.points, commands, outputs, lambda: check(world, outputs, list(commands)[1:]))


def check(world, outputs, rivals):
    places = {row["id"]: project(float(row["longitude"]), float(row["latitude"])) for row in records(world.places, ";")}
    perimeters = Perimeters(world.perimeters)
    theirs = {row["id"]: row for name in rivals for row in records(outputs[name])}
    step = max(1, world.size.points // CHECKED)
    parts = spread(lambda part: check_part(part, step, outputs["qpv"], places, perimeters, theirs), range(PARTS))
    faults = Faults()
    faults.join(part[0] for part in parts)
    rows, checked = parts[0][1], sum(part[2] for part in parts)
    if rows != world.size.points:
        faults.add(f"{rows} rows of {world.size.points}")
    return f"{COUNT} nearest of {len(places)} places for {checked:,} rows", faults


def check_part(part, step, path, places, perimeters, theirs):
    faults, checked, number = Faults(), 0, -1
    with open(path, newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        for number, cells in enumerate(reader):
            if cells[0] != str(number + 1):
                faults.add(f"row {number + 1} is out of order")
            if number % step or number // step % PARTS != part:
                continue
            checked += 1
            row = dict(zip(header, cells))
            x, y = project(float(row["lon"]), float(row["lat"]))
            order = sorted(math.dist((x, y), place) for place in places.values())[:COUNT]
            for rank, away in enumerate(order, 1):
                # Whichever it is of places equally near.
                own = math.dist((x, y), places[row[f"nearest_{rank}_id"]])
                if abs(own - away) > 1e-6 or abs(float(row[f"nearest_{rank}_distance_m"]) - away) > 0.00051:
                    faults.add(f"row {cells[0]}: place {rank} {row[f'nearest_{rank}_id']}, of all {away:.4f} m")
            if theirs:
                if abs(float(theirs[cells[0]]["metres"]) - order[0]) > 0.00051:
                    faults.add(f"geopandas, row {cells[0]}: {theirs[cells[0]]['metres']}, of all {order[0]:.4f} m")
            away, zones = perimeters.nearest(x, y)
            signed = -away if perimeters.at(x, y) else away
            if abs(float(row["nearest_perimeter_distance_m"]) - signed) > 0.00051 or row["nearest_perimeter_code"] not in {
                    perimeters.codes[zone] for zone in zones}:
                faults.add(f"row {cells[0]}: {row['nearest_perimeter_distance_m']} m, by the edges {signed:.4f}")
    return faults, number + 1, checked
