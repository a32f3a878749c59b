"""Invented perimeters in the manner of QPV: some hundred metres across, with 50 to 400 vertices.

One in six is of several polygons, one in eight has a hole, one in ten shares a border with another, one in twenty names a
second commune. The file is GeoJSON in WGS 84 with seven decimals and the fields of the official files.
"""
import json
import math
import random

from invented.communes import DEPARTEMENT
from invented.lambert93 import unproject

# Distance from the middle of a star of size 1 to its farthest and nearest vertex.
FAR, NEAR = 1.45, 0.55


def star(r, x, y, size, vertices):
    """A wavy ring with small teeth around a point, in metres, counter-clockwise."""
    waves = [(k, r.uniform(0, 0.1), r.uniform(0, 2 * math.pi)) for k in range(2, 6)]
    ring = []
    for i in range(vertices):
        angle = 2 * math.pi * (i + r.uniform(0, 0.8)) / vertices
        radius = size * (1 + sum(a * math.cos(k * angle + p) for k, a, p in waves)) * r.uniform(0.97, 1.03)
        ring.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return ring


class Town:
    """Places stars in a commune so that they do not meet."""

    def __init__(self, r, commune):
        self.r, self.commune, self.taken = r, commune, []

    def ground(self, near=None):
        """The middle and the size of a star, if asked near another one."""
        for attempt in range(10_000):
            size = self.r.uniform(80, 260) * 0.9997 ** attempt
            x, y = self.commune.place(self.r, 1 + attempt / 5000)
            if near and math.dist((x, y), near[:2]) > 900 + attempt:
                continue
            if all(math.dist((x, y), other[:2]) > FAR * (size + other[2]) + 5 for other in self.taken):
                self.taken.append((x, y, size))
                return x, y, size
        raise ValueError(f"no ground is left in {self.commune.name}")

    def perimeters(self, count):
        """Lists of polygons, each of an exterior ring and its holes."""
        r, made = self.r, 0
        while made < count:
            place, vertices, kind = self.ground(), int(r.triangular(50, 400, 100)), r.random()
            if kind < 0.05 and made + 2 <= count:
                # Two neighbours: a star cut in two along a line through its middle.
                ring, cut = star(r, *place, vertices), vertices // 2 + r.randint(-5, 5)
                yield [[ring[: cut + 1] + [place[:2]]]]
                yield [[ring[cut:] + [ring[0], place[:2]]]]
                made += 2
                continue
            parts = [place] + [self.ground(near=place) for _ in range(r.choice((1, 1, 2)) if kind < 0.22 else 0)]
            polygons = [[star(r, *part, vertices // len(parts))] for part in parts]
            if kind > 0.85:
                # At most as wide as the nearest vertex of the ring around it.
                x, y, size = place
                hole = star(r, x, y, size * r.uniform(0.15, NEAR / FAR), r.randint(12, 40))
                polygons[0].append(hole[::-1])
            yield polygons
            made += 1


def coordinates(ring):
    return [[round(degree, 7) for degree in unproject(x, y)] for x, y in ring + ring[:1]]


def write(path, communes, count, seed):
    """Writes the file, 297 perimeters at most: numbers of two digits with three letters."""
    r = random.Random(f"{seed} perimeters")
    numbers = [f"QN0{DEPARTEMENT}{n:02d}{letter}" for letter in "NMI" for n in range(1, 100)]
    codes, between = iter(sorted(numbers[:count])), ""
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"type": "FeatureCollection", "name": "QPV 2024 inventés", "features": [\n')
        for i, commune in enumerate(communes):
            share = count * (i + 1) // len(communes) - count * i // len(communes)
            for polygons in Town(r, commune).perimeters(share):
                code, named = next(codes), [commune]
                if r.random() < 0.05:
                    named.append(communes[i - 1])
                properties = {
                    "code_qp": code, "lib_qp": f"Quartier Inventé {code[5:7]}", "insee_reg": "00",
                    "lib_reg": "Région inventée", "insee_dep": DEPARTEMENT, "lib_dep": "Département inventé",
                    "insee_com": ", ".join(c.code for c in named), "lib_com": ", ".join(c.name for c in named),
                    "siren_epci": "000000000"}
                shape = [[coordinates(ring) for ring in polygon] for polygon in polygons]
                geometry = {"type": "MultiPolygon", "coordinates": shape}
                if len(shape) == 1:
                    geometry = {"type": "Polygon", "coordinates": shape[0]}
                feature = {"type": "Feature", "properties": properties, "geometry": geometry}
                file.write(f"{between}{json.dumps(feature, ensure_ascii=False)}")
                between = ",\n"
        file.write("\n]}\n")
