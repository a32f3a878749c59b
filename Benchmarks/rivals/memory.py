"""The rivals of planar-bench in memory, on one thread, in its tasks and with its files of answers.

    memory.py shapely|geopandas|duckdb|sedonadb PERIMETERS ZONES.bin PLACES.bin ADDRESSES.bin --tasks FOLDER

PERIMETERS is what ZONES.bin was made of. Each task is timed once, after a warm-up, with the index that it needs, since these
programs have no way to keep it. Shapely without a limit takes 11 s a million distances: it is asked about the first
100,000 points; DuckDB is asked for distances up to 500 m. Prints name, wall and processor seconds, questions.
"""
import argparse
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import geopandas  # noqa: E402
import numpy  # noqa: E402
import pandas  # noqa: E402
import shapely  # noqa: E402

from plain import workload  # noqa: E402

SAMPLE = 100_000


class Questions:
    """What is asked about, in Lambert-93, and how answers are timed and written."""

    def __init__(self, name, perimeters, zones, places, addresses, folder):
        self.name, self.folder = name, folder
        self.shapes = geopandas.read_file(perimeters).to_crs(2154).geometry.to_numpy()
        self.points, self.places, self.addresses = (
            numpy.array(workload.read(file)[1]) for file in (zones, places, addresses))
        self.wkb = shapely.to_wkb(self.shapes)

    def time(self, task, questions, body):
        """The answers."""
        body()
        start, processor = time.perf_counter(), time.process_time()
        found = body()
        print(task, time.perf_counter() - start, time.process_time() - processor, questions, sep="\t")
        return found

    def write(self, answers, kind, name):
        numpy.asarray(answers, kind).tofile(self.folder / f"{name}-{self.name}.bin")

    def membership(self, pairs):
        """Times a function that gives points and their zones."""
        points, zones = self.time("membership", len(self.points), pairs)
        first = numpy.full(len(self.points), len(self.shapes), "i4")
        numpy.minimum.at(first, points, zones)
        first[first == len(self.shapes)] = -1
        self.write(first, "<i4", "membership")


def of_shapely(asked):
    def membership():
        shapes = shapely.from_wkb(asked.wkb)
        shapely.prepare(shapes)
        point, zone = shapely.STRtree(shapes).query(shapely.points(asked.points))
        inside = shapely.intersects_xy(shapes[zone], asked.points[point, 0], asked.points[point, 1])
        return point[inside], zone[inside]

    rings = shapely.get_rings(shapely.get_parts(asked.shapes))
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    edges = shapely.linestrings(numpy.stack([xy[:-1], xy[1:]], axis=1)[ring[1:] == ring[:-1]])
    sample, places, addresses = (shapely.points(xy) for xy in (asked.points[:SAMPLE], asked.places, asked.addresses))

    def distance():
        return nearest(edges, sample)

    def nearest(candidates, given):
        tree = shapely.STRtree(candidates)
        (point, _), metres = tree.query_nearest(given, return_distance=True, all_matches=False)
        return metres[numpy.argsort(point)]

    asked.membership(membership)
    asked.write(asked.time("signed distance", len(sample), distance), "<f8", "distance")
    asked.write(asked.time("nearest place", len(addresses), lambda: nearest(places, addresses)), "<f8", "place-distance")


def of_geopandas(asked):
    points = geopandas.GeoDataFrame(geometry=shapely.points(asked.points), crs=2154)
    zones = geopandas.GeoDataFrame({"zone": range(len(asked.shapes))}, geometry=asked.shapes, crs=2154)

    def membership():
        for frame in (points, zones):
            frame.geometry.values._sindex = None
        found = geopandas.sjoin(points, zones, predicate="intersects")
        return found.index.to_numpy(), found.zone.to_numpy()

    asked.membership(membership)


def tables(asked):
    points = pandas.DataFrame({"id": range(len(asked.points)), "x": asked.points[:, 0], "y": asked.points[:, 1]})
    return points, pandas.DataFrame({"zone": range(len(asked.shapes)), "wkb": list(asked.wkb)})


def of_duckdb(asked):
    from points import duckdb_with_spatial

    positions, zones = tables(asked)
    base = duckdb_with_spatial(1)
    base.execute("CREATE TABLE p AS SELECT id, ST_Point(x, y) g FROM positions")
    base.execute("CREATE TABLE q AS SELECT zone, ST_GeomFromWKB(wkb) g FROM zones")
    base.execute("CREATE TABLE b AS SELECT zone, ST_Boundary(g) g FROM q")

    def ask(query):
        return lambda: list(base.execute(query).fetchnumpy().values())

    asked.membership(ask("SELECT p.id, q.zone FROM p JOIN q ON ST_Intersects(q.g, p.g)"))
    near = "SELECT p.id, min(ST_Distance(p.g, b.g)) d FROM p JOIN b ON ST_DWithin(p.g, b.g, 500) GROUP BY 1"
    point, metres = asked.time("signed distance", len(asked.points), ask(near))
    distances = numpy.full(len(asked.points), numpy.nan)
    distances[point] = metres
    asked.write(distances, "<f8", "distance")


def of_sedonadb(asked):
    import sedonadb

    positions, _ = tables(asked)
    base = sedonadb.connect()
    base.sql("SET datafusion.execution.target_partitions = 1").to_pandas()
    base.create_data_frame(positions).to_view("raw", overwrite=True)
    base.sql("SELECT id, ST_SetSRID(ST_Point(x, y), 2154) g FROM raw").to_memtable().to_view("p", overwrite=True)
    zones = geopandas.GeoDataFrame({"zone": range(len(asked.shapes))}, geometry=asked.shapes, crs=2154)
    base.create_data_frame(zones).to_view("q", overwrite=True)

    def membership():
        found = base.sql("SELECT p.id, q.zone FROM p JOIN q ON ST_Intersects(q.geometry, p.g)").to_pandas()
        return found.id.to_numpy(), found.zone.to_numpy()

    asked.membership(membership)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rival", choices=["shapely", "geopandas", "duckdb", "sedonadb"])
    parser.add_argument("files", nargs=4)
    parser.add_argument("--tasks", type=Path, required=True)
    a = parser.parse_args()
    globals()[f"of_{a.rival}"](Questions(a.rival, *a.files, a.tasks))


if __name__ == "__main__":
    main()
