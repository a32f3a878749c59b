"""The communes of an invented département: towns some kilometres apart in Lambert-93, each with a name and codes."""
import math
import random
from typing import NamedTuple

from invented.names import Names

# No département has this number.
DEPARTEMENT = "96"
APART = 6000


class Commune(NamedTuple):
    code: str
    postcode: str
    name: str
    # The middle and the radius of the town, in metres of Lambert-93.
    x: float
    y: float
    reach: float

    def place(self, random, share=1.0):
        """A position in the town, or in a share of its radius."""
        angle, away = random.uniform(0, 2 * math.pi), self.reach * share * math.sqrt(random.random())
        return self.x + away * math.cos(angle), self.y + away * math.sin(angle)


def communes(count, seed):
    """Towns on a grid, not quite in its nodes; two have one postcode."""
    r = random.Random(f"{seed} communes")
    names, found = Names(r, 0), {}
    while len(found) < count:
        i, side = len(found), math.ceil(math.sqrt(count))
        name = names.own_name()
        found[name] = found.get(name) or Commune(
            f"{DEPARTEMENT}{i + 1:03d}", f"{DEPARTEMENT}{10 * (i // 2 + 1):03d}", name,
            560_000 + APART * (i % side) + r.uniform(-800, 800), 6_540_000 + APART * (i // side) + r.uniform(-800, 800),
            r.uniform(1400, 2200))
    return list(found.values())
