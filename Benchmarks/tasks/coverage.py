"""What places cover of each perimeter: places, area and addresses within two distances, against lines, edges and all places."""
import json
import math

from invented.lambert93 import project
from plain.cover import covered_area
from plain.processes import spread
from plain.shapes import Perimeters, area, border_distance
from tasks.task import Faults, Task, records

RADII = (300, 500)
# The radius of a position in a file, in metres.
EDGE = 20.0
# Accuracy of the lines in square metres; the share that GeoPandas' circles of 64 corners may lack.
GOOD, CORNERS = 20, 0.006


def task(setting):
    world = setting.world
    outputs = {"qpv": setting.out("coverage.json"), "geopandas": setting.out("coverage.csv")}
    commands = {"qpv": [
        setting.qpv, "coverage", "-q", "--places", str(world.places), "--within", ",".join(map(str, RADII)),
        "--perimeters", str(world.perimeters), "--gazetteer", str(setting.gazetteer), "-o", str(outputs["qpv"])]}
    commands |= setting.rivals(
        "vector.py",
        geopandas=("coverage", world.perimeters, world.places, world.addresses, outputs["geopandas"]))
    return Task(
        "coverage", world.size.perimeters, commands, outputs, lambda: check(world, outputs, list(commands)))


def positions(path, delimiter, lon, lat):
    return [project(float(row[lon]), float(row[lat])) for row in records(path, delimiter)]


def check(world, outputs, names):
    perimeters = Perimeters(world.perimeters)
    places = positions(world.places, ";", "longitude", "latitude")
    homes = [[] for _ in perimeters.codes]
    for x, y in positions(world.addresses, ";", "lon", "lat"):
        for zone in perimeters.at(x, y):
            homes[zone].append(min(math.dist((x, y), place) for place in places))
    with open(outputs["qpv"], encoding="utf-8") as file:
        blocks = [block for section in json.load(file)["sections"] for block in section["blocks"]]
    rows = next(b["rows"] for b in blocks if b.get("name") == "coverage" and b["type"] == "table")
    given = {(row["values"]["code"], row["values"]["within_m"]): row["values"] for row in rows if row["role"] == "body"}
    theirs = {row["code"]: row for row in records(outputs["geopandas"])} if "geopandas" in names else {}
    faults = Faults()
    faults.join(spread(
        lambda zone: check_zone(zone, perimeters, places, sorted(homes[zone]), given, theirs), range(len(homes))))
    if len(given) != len(RADII) * len(homes):
        faults.add(f"{len(given)} rows of {len(RADII) * len(homes)}")
    counted = sum(map(len, homes))
    return f"{len(given)} rows: shares of area, {len(places)} places and {counted:,} addresses within, percentiles", faults


def percentile(distances, share):
    """The least distance up to which there is that share."""
    return distances[math.ceil(share * len(distances)) - 1] if distances else None


def check_zone(zone, perimeters, places, homes, given, theirs):
    faults, code, rings = Faults(), perimeters.codes[zone], perimeters.shapes[zone]
    whole = area(rings)
    near = [place for place in places if perimeters.box_distance(zone, *place) <= max(RADII)]
    border = [border_distance(rings, *place) for place in near]
    held = [zone in perimeters.at(*place) for place in near]
    for radius in RADII:
        within = [inside or away <= radius for inside, away in zip(held, border)]
        expected = {
            "places_inside": sum(inside and away >= EDGE for inside, away in zip(held, border)),
            "places_edge": sum(away < EDGE for away in border), "places_within": sum(within),
            "area_m2": whole, "area_within_m2": covered_area(rings, near, radius),
            "population": len(homes), "population_within": sum(away <= radius for away in homes),
            "median_m": percentile(homes, 0.5), "p90_m": percentile(homes, 0.9), "maximum_m": percentile(homes, 1)}
        row = given.get((code, radius), {})
        for name, value in expected.items():
            allowed = GOOD if name == "area_within_m2" else 0.001
            if value is not None and not abs(row.get(name, math.inf) - value) <= allowed:
                faults.add(f"{code} within {radius} m: {name} {row.get(name)}, by a plain count {value}")
        if theirs:
            share = expected["area_within_m2"] / whole - float(theirs[code][f"share_{radius}"])
            counts = (float(theirs[code]["addresses"]), float(theirs[code][f"addr_{radius}"]))
            if abs(share) > CORNERS or counts != (len(homes), expected["population_within"]):
                faults.add(f"geopandas, {code} within {radius} m: {theirs[code]}")
    return faults
