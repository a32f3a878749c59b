"""Membership, signed distance and nearest place in memory, on one thread.

Membership must be exact on every point, also on vertices and within a rounding error of an edge.
"""
import math
import random
from dataclasses import dataclass
from pathlib import Path

from invented.lambert93 import project
from measured import Cost
from plain import workload
from plain.processes import spread
from plain.shapes import Perimeters, Shapes
from tasks.task import Faults, Task, records

PARTS = 8
# The distance is checked on one point of this many, the nearest place on one address of this many.
POINTS, ADDRESSES = 100, 10
RIVALS = ("shapely", "geopandas", "duckdb", "sedonadb")
# Metres between the projection of a rival and the one of the files: a point on the border may change sides.
BESIDE = 1e-6


@dataclass
class MemoryTask(Task):
    """Programs that time several tasks themselves and print a line for each: name, wall and processor seconds, questions."""

    def lines(self, costs, log):
        found = {}
        for program, ofs in costs.items():
            for turn, cost in enumerate(ofs):
                for line in Path(log(program, turn)).read_text().splitlines():
                    name, wall, processor, rows = line.split("\t")
                    timed = found.setdefault(f"in memory: {name}", {}).setdefault(program, (int(rows), []))[1]
                    timed.append(Cost(float(wall), float(processor), cost.memory))
        return found


def task(setting):
    """Writes the files of the invented data, unless others are given."""
    files, zones = setting.workload[:3], setting.workload[3:]
    if not files:
        files = [setting.out(name) for name in ("zones.bin", "places.bin", "addresses.bin")]
        zones = [setting.world.perimeters]
        spread(lambda _: write(setting.world, files), [0])
    folder = setting.out("answers")
    folder.mkdir()
    arguments = [*map(str, files), "--tasks", str(folder)]
    commands = {"qpv": [setting.bench, *arguments]}
    commands |= setting.rivals("memory.py", **{name: (name, *zones, *arguments) for name in RIVALS})
    return MemoryTask("memory", 0, commands, {}, lambda: check(files, folder, list(commands)[1:]))


def write(world, files):
    perimeters, r = Perimeters(world.perimeters), random.Random("edges")
    points = [project(float(row["lon"]), float(row["lat"])) for row in records(world.points)]
    for rings in perimeters.shapes:
        for (ax, ay), (bx, by) in zip(rings[0], rings[0][1:6]):
            t = r.random()
            points += [(ax, ay), ((ax + bx) / 2, (ay + by) / 2), (ax + t * (bx - ax), ay + t * (by - ay)), (bx - 1, by)]
    workload.write(files[0], perimeters.shapes, points)
    for file, path, lon, lat in (
            (files[1], world.places, "longitude", "latitude"), (files[2], world.addresses, "lon", "lat")):
        workload.write(file, [], [project(float(row[lon]), float(row[lat])) for row in records(path, ";")])


def answers(folder, name, kind):
    path = folder / f"{name}.bin"
    if not path.exists():
        return None
    with open(path, "rb") as file:
        return workload.numbers(kind, file, path.stat().st_size // (8 if kind == "d" else 4))


def check(files, folder, rivals):
    shapes, points = workload.read(files[0])
    shapes, places, addresses = Shapes(shapes), workload.read(files[1])[1], workload.read(files[2])[1]
    zones, distances = answers(folder, "membership", "i"), answers(folder, "distance", "d")
    nearest, away = answers(folder, "place", "i"), answers(folder, "place-distance", "d")
    theirs = {name: (answers(folder, f"membership-{name}", "i"), answers(folder, f"distance-{name}", "d"),
                     answers(folder, f"place-distance-{name}", "d")) for name in rivals}

    def part(number):
        faults, beside = Faults(), 0
        for i in range(number, len(points), PARTS):
            expected = min(shapes.at(*points[i]), default=-1)
            if zones[i] != expected:
                faults.add(f"point {points[i]}: zone {zones[i]}, exactly {expected}")
            sampled = i // PARTS % POINTS == 0
            others = {name: found[0][i] for name, found in theirs.items() if found[0] and found[0][i] != expected}
            metres = shapes.nearest(*points[i])[0] if sampled or others else None
            for name, zone in others.items():
                beside += 1
                if metres > BESIDE:
                    faults.add(f"{name}, point {points[i]}: zone {zone}, exactly {expected}, {metres} m from a border")
            if sampled:
                signed = -metres if expected >= 0 else metres
                if abs(distances[i] - signed) > 1e-6:
                    faults.add(f"point {points[i]}: {distances[i]} m from a border, by the edges {signed}")
                for name, (_, found, _) in theirs.items():
                    # NaN where a rival looked no farther.
                    if found and i < len(found) and abs(found[i] - metres) > 1e-5:
                        faults.add(f"{name}, point {points[i]}: {found[i]} m from a border, by the edges {metres}")
        for i in range(number * ADDRESSES, len(addresses), PARTS * ADDRESSES):
            least = min(math.dist(addresses[i], place) for place in places)
            for found in (math.dist(addresses[i], places[nearest[i]]), away[i], *(t[2][i] for t in theirs.values() if t[2])):
                if abs(found - least) > 1e-6:
                    faults.add(f"address {addresses[i]}: {found} m from a place, of all {least}")
        return faults, beside

    parts, faults = spread(part, range(PARTS)), Faults()
    faults.join(found for found, _ in parts)
    inside = sum(zone >= 0 for zone in zones)
    return "; ".join(
        [f"membership of {len(points):,} points, {inside:,} inside, those on borders too; "
         f"{len(points) // POINTS:,} signed distances; {len(addresses) // ADDRESSES:,} nearest places"]
        + ([f"{sum(beside for _, beside in parts)} answers of rivals on a border are others"] if rivals else [])), faults
