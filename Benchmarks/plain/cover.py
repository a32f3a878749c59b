"""The area of a shape within a distance of places, from horizontal lines. Exact to some square metres."""
import math

# Metres between two lines.
STEP = 0.5


def crossings(rings, south, count):
    """Where each line crosses the border, from west to east."""
    found = [[] for _ in range(count)]
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring[-1:] + ring, ring):
            low, high = (math.ceil((y - south) / STEP - 0.5) for y in sorted((ay, by)))
            for line in range(low, high):
                y = south + (line + 0.5) * STEP
                found[line].append(ax + (y - ay) / (by - ay) * (bx - ax))
    return [sorted(line) for line in found]


def union(intervals):
    """Intervals without overlaps."""
    end = -math.inf
    for low, high in sorted(intervals):
        if high > end:
            yield max(low, end), high
            end = high


def covered_area(rings, places, radius):
    """Square metres of a shape within a radius of places."""
    south, north = (bound(y for ring in rings for _, y in ring) for bound in (min, max))
    total = 0.0
    for line, border in enumerate(crossings(rings, south, math.ceil((north - south) / STEP) + 1)):
        y = south + (line + 0.5) * STEP
        halves = [(x, math.sqrt(radius**2 - (y - py) ** 2)) for x, py in places if abs(y - py) < radius]
        near = list(union((x - half, x + half) for x, half in halves))
        for west, east in zip(border[::2], border[1::2]):
            total += sum(max(0.0, min(east, high) - max(west, low)) for low, high in near)
    return total * STEP
