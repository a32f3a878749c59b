"""Points and places around perimeters, as CSV in WGS 84."""
import json
import random


def outlines(perimeters):
    """The exterior rings of a GeoJSON file, in its coordinates."""
    with open(perimeters, encoding="utf-8") as file:
        for feature in json.load(file)["features"]:
            shape = feature["geometry"]["coordinates"]
            yield from [polygon[0] for polygon in ([shape] if feature["geometry"]["type"] == "Polygon" else shape)]


def write(path, perimeters, rows, seed):
    """Writes half of the points in the perimeters' boxes, widened by some 500 m, and half within some 100 m of a border."""
    r = random.Random(f"{seed} points")
    rings = list(outlines(perimeters))
    boxes = [[bound(axis) for bound in (min, max) for axis in zip(*ring)] for ring in rings]
    vertices = [vertex for ring in rings for vertex in ring]
    with open(path, "w") as file:
        file.write("id,lon,lat\n")
        for row in range(rows):
            if r.random() < 0.5:
                west, south, east, north = r.choice(boxes)
                x, y = r.uniform(west - 0.005, east + 0.005), r.uniform(south - 0.005, north + 0.005)
            else:
                x, y = (degree + r.uniform(-0.001, 0.001) for degree in r.choice(vertices))
            file.write(f"{row + 1},{x:.7f},{y:.7f}\n")


def write_places(path, perimeters, communes, count, seed):
    """Writes half of the places in the towns, and half within some 60 m of a border."""
    from invented.lambert93 import unproject

    r = random.Random(f"{seed} places")
    vertices = [vertex for ring in outlines(perimeters) for vertex in ring]
    with open(path, "w", encoding="utf-8") as file:
        file.write("id;nom;longitude;latitude\n")
        for row in range(count):
            x, y = unproject(*r.choice(communes).place(r))
            if row % 2:
                x, y = (degree + r.uniform(-0.0006, 0.0006) for degree in r.choice(vertices))
            file.write(f"L{row + 1:04d};Lieu inventé {row + 1};{x:.7f};{y:.7f}\n")
