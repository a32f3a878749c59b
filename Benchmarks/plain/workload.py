"""The files that planar-bench reads: zones and points, in metres.

Little-endian: the 8 bytes "QPVBENCH"; UInt64 zones, rings, vertices, points; per ring UInt32 zone, UInt32 number of vertices;
vertices as pairs of Float64; points as pairs of Float64.
"""
import struct
from array import array
from itertools import chain

MAGIC = b"QPVBENCH"


def write(path, shapes, points):
    """Shapes are lists of rings; rings and points are pairs of metres."""
    rings = [(zone, [*ring, ring[0]]) for zone, shape in enumerate(shapes) for ring in shape]
    with open(path, "wb") as file:
        vertices = sum(len(ring) for _, ring in rings)
        file.write(MAGIC + struct.pack("<4Q", len(shapes), len(rings), vertices, len(points)))
        array("I", chain.from_iterable((zone, len(ring)) for zone, ring in rings)).tofile(file)
        for pairs in (*(ring for _, ring in rings), points):
            array("d", chain.from_iterable(pairs)).tofile(file)


def read(path):
    """Shapes, whose rings do not repeat their first vertex, and points."""
    with open(path, "rb") as file:
        if file.read(8) != MAGIC:
            raise ValueError(f"{path} is no file of planar-bench")
        zones, rings, _, points = struct.unpack("<4Q", file.read(32))
        table = numbers("I", file, 2 * rings)
        shapes = [[] for _ in range(zones)]
        for zone, count in zip(table[::2], table[1::2]):
            ring = pairs(file, count)
            shapes[zone].append(ring[:-1] if ring[0] == ring[-1] else ring)
        return shapes, pairs(file, points)


def pairs(file, count):
    flat = numbers("d", file, 2 * count)
    return list(zip(flat[::2], flat[1::2]))


def numbers(kind, file, count):
    found = array(kind)
    found.fromfile(file, count)
    return found
