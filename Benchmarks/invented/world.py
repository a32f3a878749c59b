"""The files of an invented département: all the input of `Benchmarks/run`."""
from pathlib import Path
from typing import NamedTuple

from invented import addresses, audited, communes, messy, perimeters, points


class Size(NamedTuple):
    communes: int
    # Streets of each commune.
    streets: int
    perimeters: int
    points: int
    places: int
    # Rows of addresses: without a fault, and made by the generator of damage.
    plain: int
    mixed: int
    # Rows of an audited file, for the statistics.
    audited: int


SMALL = Size(communes=6, streets=80, perimeters=70, points=40_000, places=80, plain=3_000, mixed=300, audited=30_000)
FULL = Size(
    communes=20, streets=230, perimeters=297, points=1_000_000, places=400, plain=30_000, mixed=5_000, audited=1_000_000)


class World(NamedTuple):
    """The files and their numbers of rows."""

    size: Size
    perimeters: Path
    places: Path
    points: Path
    addresses: Path
    rows: Path
    # The address that each row means, in the columns of the query generator.
    truth: Path
    audited: Path
    address_count: int
    row_count: int


def make(folder, size, seed):
    """Writes the files; the same seed and size give the same bytes."""
    names = "perimeters.geojson places.csv points.csv addresses.csv rows.csv truth.csv audited.csv"
    paths = [Path(folder, name) for name in names.split()]
    zones, places, scattered, base, rows, truth, counted = paths
    towns = communes.communes(size.communes, seed)
    perimeters.write(zones, towns, size.perimeters, seed)
    points.write_places(places, zones, towns, size.places, seed)
    points.write(scattered, zones, size.points, seed)
    address_count = addresses.write(base, towns, size.streets, seed)
    row_count = messy.write(rows, truth, base, size.plain, size.mixed, seed)
    audited.write(counted, size.audited, seed)
    return World(size, *paths, address_count, row_count)
