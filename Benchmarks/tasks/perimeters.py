"""Reading perimeters: codes, names, communes and areas in metres."""
import json

from plain.shapes import Perimeters, area
from tasks.task import Faults, Task, records


def task(setting):
    world = setting.world
    outputs = {"qpv": setting.out("read.json"), "geopandas": setting.out("read.csv")}
    commands = {"qpv": [setting.qpv, "perimeters", "info", "--json", str(world.perimeters)]}
    commands |= setting.rivals("vector.py", geopandas=("read", world.perimeters, outputs["geopandas"]))
    return Task(
        "read perimeters", world.size.perimeters, commands, outputs, lambda: check(world, outputs, list(commands)),
        printed={"qpv"})


def check(world, outputs, names):
    faults, known = Faults(), Perimeters(world.perimeters)
    with open(outputs["qpv"], encoding="utf-8") as file:
        given = json.load(file)["perimeters"]
    if [p["code"] for p in given] != known.codes:
        faults.add("other codes, or another order")
    areas = {name: {} for name in names} | {"qpv": {p["code"]: p["area_m2"] for p in given}}
    if "geopandas" in names:
        areas["geopandas"] = {row["code_qp"]: float(row["area_m2"]) for row in records(outputs["geopandas"])}
    for p, fields, rings in zip(given, known.properties, known.shapes):
        if (p["name"], ", ".join(p["communes"])) != (fields["lib_qp"], fields["insee_com"]):
            faults.add(f"{p['code']}: {p['name']}, {p['communes']}")
        for name, of in areas.items():
            if abs(of[p["code"]] - area(rings)) > 0.051:
                faults.add(f"{name}, {p['code']}: {of[p['code']]} m2, by its edges {area(rings):.2f}")
    vertices = sum(len(ring) for rings in known.shapes for ring in rings)
    return f"codes, names, communes and areas of {len(given)} perimeters with {vertices:,} vertices", faults
