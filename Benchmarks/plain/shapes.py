"""Membership, area and border distance by a look at every edge, in fractions where a double could be wrong."""
import json
import math
from collections import defaultdict
from fractions import Fraction

from invented.lambert93 import project

CELL = 250.0


def holds(rings, x, y):
    """Whether a point is in a shape of rings, by the even-odd rule; the border is inside. Exact."""
    inside = False
    for ring in rings:
        ax, ay = ring[-1]
        for bx, by in ring:
            if (ay > y) != (by > y):
                side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
                if abs(side) < 1e-3:
                    ex, ey = Fraction(bx) - Fraction(ax), Fraction(by) - Fraction(ay)
                    side = ex * (Fraction(y) - Fraction(ay)) - (Fraction(x) - Fraction(ax)) * ey
                    if side == 0:
                        return True
                inside ^= (side > 0) == (by > ay)
            elif by == y and (bx == x or ay == y and min(ax, bx) <= x <= max(ax, bx)):
                return True
            ax, ay = bx, by
    return inside


def area(rings):
    """Square metres; rings of holes turn the other way."""
    return abs(sum(
        (bx - ring[0][0]) * (ay - ring[0][1]) - (ax - ring[0][0]) * (by - ring[0][1])
        for ring in rings for (ax, ay), (bx, by) in zip(ring[-1:] + ring, ring))) / 2


def edge_distance(ax, ay, bx, by, x, y):
    ex, ey = bx - ax, by - ay
    length = ex * ex + ey * ey
    t = max(0.0, min(1.0, ((x - ax) * ex + (y - ay) * ey) / length)) if length else 0.0
    return math.hypot(ax + t * ex - x, ay + t * ey - y)


def border_distance(rings, x, y):
    """Metres to the nearest edge."""
    return min(
        edge_distance(*a, *b, x, y) for ring in rings for a, b in zip(ring[-1:] + ring, ring))


class Shapes:
    """Shapes in metres, each a list of rings without a closing vertex; a table gives the shapes near a point."""

    def __init__(self, shapes):
        self.shapes = shapes
        self.boxes = [
            [bound(axis) for bound in (min, max) for axis in zip(*(vertex for ring in rings for vertex in ring))]
            for rings in shapes]
        self.cells = defaultdict(list)
        for zone, (west, south, east, north) in enumerate(self.boxes):
            for i in range(int(west // CELL), int(east // CELL) + 1):
                for j in range(int(south // CELL), int(north // CELL) + 1):
                    self.cells[i, j].append(zone)

    def at(self, x, y):
        """The shapes that hold a point, in ascending order."""
        found = []
        for zone in self.cells.get((int(x // CELL), int(y // CELL)), ()):
            west, south, east, north = self.boxes[zone]
            if west <= x <= east and south <= y <= north and holds(self.shapes[zone], x, y):
                found.append(zone)
        return found

    def box_distance(self, zone, x, y):
        west, south, east, north = self.boxes[zone]
        return math.hypot(max(west - x, 0, x - east), max(south - y, 0, y - north))

    def nearest(self, x, y):
        """Metres to the nearest border, and the shapes whose border is that near to a thousandth of a millimetre."""
        best, zones = math.inf, []
        for away, zone in sorted((self.box_distance(zone, x, y), zone) for zone in range(len(self.shapes))):
            if away > best + 1e-6:
                break
            distance = border_distance(self.shapes[zone], x, y)
            if distance < best - 1e-6:
                zones = []
            if distance < best + 1e-6:
                zones.append(zone)
            best = min(best, distance)
        return best, zones


class Perimeters(Shapes):
    """The perimeters of a GeoJSON file in WGS 84, in metres of Lambert-93."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            features = json.load(file)["features"]
        self.properties = [feature["properties"] for feature in features]
        self.codes = [properties["code_qp"] for properties in self.properties]
        shapes = []
        for feature in features:
            shape = feature["geometry"]["coordinates"]
            polygons = [shape] if feature["geometry"]["type"] == "Polygon" else shape
            shapes.append([[project(*vertex) for vertex in ring[:-1]] for polygon in polygons for ring in polygon])
        super().__init__(shapes)

    def code(self, x, y):
        """The code of a point: of several perimeters the first one's, of none an empty text."""
        return min((self.codes[zone] for zone in self.at(x, y)), default="")
