"""Membership, signed distance and nearest place in memory, on one thread: qpv's index beside its rivals, in one run.

    swift build -c release --package-path Benchmarks --product planar-bench
    python Benchmarks/in-memory/compare.py --bench Benchmarks/.build/release/planar-bench --shared $SHARED \
        --points $WORK/points_1m.csv [--rounds 3]

Points and perimeters (the 1,296 metropolitan ones of 2015) are in Lambert-93 for all; places and addresses are those of
evalgeo's nearest-place table. Every figure of a rival includes the index it builds, as it has no way to keep it; qpv's
index is reported apart and together. Rounds are interleaved, the table gives medians. Before any time is printed the
answers are compared: membership with GEOS point by point (a difference farther than 1 cm from a border ends the run),
distances with GEOS and with DuckDB to a micrometre, nearest places with a look at every place.

Shapely without a limit takes 11 s a million: it is asked about the first --sample points.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

import geopandas
import numpy
import pandas
import pyproj
import shapely
from scipy.spatial import cKDTree

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "file-to-file"))
project = pyproj.Transformer.from_crs(4326, 2154, always_xy=True).transform


def lambert(frame):
    return numpy.column_stack(project(frame.lon.to_numpy(), frame.lat.to_numpy()))


def write(path, shapes, points):
    """The file of planar-bench: see workload.py."""
    parts, zone = shapely.get_parts(shapes, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    vertices, ring = shapely.get_coordinates(rings, return_index=True)
    table = numpy.column_stack([zone[part], numpy.bincount(ring, minlength=len(rings))]).astype("<u4")
    with open(path, "wb") as file:
        file.write(b"QPVBENCH")
        file.write(numpy.array([len(shapes), len(rings), len(vertices), len(points)], "<u8").tobytes())
        for array in (table, vertices.astype("<f8"), points.astype("<f8")):
            file.write(numpy.ascontiguousarray(array).tobytes())


def edges(shapes):
    rings = shapely.get_rings(shapely.get_parts(shapes))
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    pairs = numpy.stack([xy[:-1][same], xy[1:][same]], axis=1)
    long = (pairs[:, 0] != pairs[:, 1]).any(axis=1)
    return pairs[long]


class Rivals:
    def __init__(self, shapes, points, sample, places, addresses):
        import sedonadb

        from rivals import duckdb_with_spatial

        self.wkb, self.xy, self.places, self.addresses = shapely.to_wkb(shapes), points, places, addresses
        self.sample = shapely.points(points[:sample])
        self.lines = shapely.linestrings(edges(shapes))
        self.shapes = geopandas.GeoDataFrame({"zone": range(len(shapes))}, geometry=shapes, crs=2154)
        self.frame = geopandas.GeoDataFrame(geometry=shapely.points(points), crs=2154)
        positions = pandas.DataFrame({"id": range(len(points)), "x": points[:, 0], "y": points[:, 1]})
        zones = pandas.DataFrame({"zone": range(len(shapes)), "wkb": list(self.wkb)})
        self.duck = duckdb_with_spatial(1)
        self.duck.execute("CREATE TABLE p AS SELECT id, ST_Point(x, y) g FROM positions")
        self.duck.execute("CREATE TABLE q AS SELECT zone, ST_GeomFromWKB(wkb) g FROM zones")
        self.duck.execute("CREATE TABLE b AS SELECT zone, ST_Boundary(g) g FROM q")
        self.sedona = sedonadb.connect()
        self.sedona.sql("SET datafusion.execution.target_partitions = 1").to_pandas()
        self.sedona.create_data_frame(positions).to_view("raw", overwrite=True)
        point = "SELECT id, ST_SetSRID(ST_Point(x, y), 2154) g FROM raw"
        self.sedona.sql(point).to_memtable().to_view("p", overwrite=True)
        self.sedona.create_data_frame(self.shapes).to_view("q", overwrite=True)

    def sedonadb_membership(self):
        return int(self.sedona.sql("SELECT count(*) n FROM p JOIN q ON ST_Intersects(q.geometry, p.g)").to_pandas().n[0])

    def duckdb_membership(self):
        return self.duck.execute("SELECT count(*) FROM p JOIN q ON ST_Intersects(q.g, p.g)").fetchone()[0]

    def shapely_membership(self):
        shapes = shapely.from_wkb(self.wkb)
        shapely.prepare(shapes)
        tree = shapely.STRtree(shapes)
        point, zone = tree.query(shapely.points(self.xy))
        return int(shapely.intersects_xy(shapes[zone], self.xy[point, 0], self.xy[point, 1]).sum())

    def geopandas_membership(self):
        for frame in (self.frame, self.shapes):
            frame.geometry.values._sindex = None
        return int(len(geopandas.sjoin(self.frame, self.shapes, predicate="intersects")))

    def shapely_distance(self):
        tree = shapely.STRtree(self.lines)
        (point, _), distance = tree.query_nearest(self.sample, return_distance=True, all_matches=False)
        return distance[numpy.argsort(point)]

    def duckdb_distance(self):
        found = self.duck.execute(
            "SELECT p.id, min(ST_Distance(p.g, b.g)) d FROM p JOIN b ON ST_DWithin(p.g, b.g, 500) GROUP BY 1"
        ).fetchnumpy()
        return found["id"], found["d"]

    def scipy_place(self):
        return cKDTree(self.places).query(self.addresses)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True, help="planar-bench, built with -c release")
    parser.add_argument("--shared", required=True)
    parser.add_argument("--points", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sample", type=int, default=100_000)
    a = parser.parse_args()
    official = "data/qpv2015-official/qp-politiquedelaville-shp/QP_METROPOLE_LB93.shp"
    shapes = geopandas.read_file(os.path.join(a.shared, official)).geometry.to_numpy()
    points = lambert(pandas.read_csv(a.points, usecols=["lon", "lat"]))
    places = lambert(pandas.read_csv(os.path.join(a.shared, "evalgeo/truth/facilities_1000.csv")))
    ban = os.path.join(a.shared, "data/ban-paris75")
    ban = next(os.path.join(ban, name) for name in sorted(os.listdir(ban)) if ".csv" in name)
    addresses = lambert(pandas.read_csv(ban, sep=";", usecols=["lon", "lat"]).dropna())

    with tempfile.TemporaryDirectory() as folder:
        files = [os.path.join(folder, name) for name in ("zones.bin", "places.bin", "addresses.bin")]
        for path, content in zip(files, [(shapes, points), (shapes[:0], places), (shapes[:0], addresses)]):
            write(path, *content)

        def qpv():
            text = subprocess.run([a.bench, *files, "--tasks", folder], check=True, capture_output=True, text=True).stdout
            lines = (line.split("\t") for line in text.splitlines())
            return {name: (float(wall), float(cpu)) for name, wall, cpu in lines}

        rivals = Rivals(shapes, points, a.sample, places, addresses)
        tasks = {name: getattr(rivals, name) for name in dir(rivals) if name.split("_")[-1] in ("membership", "distance", "place")}
        times, answers, own = {name: [] for name in tasks}, {}, []
        for _ in range(a.rounds):
            own.append(qpv())
            for name, task in tasks.items():
                start, cpu = time.perf_counter(), time.process_time()
                answers[name] = task()
                times[name].append((time.perf_counter() - start, time.process_time() - cpu))
        load = lambda name, kind: numpy.fromfile(os.path.join(folder, name + ".bin"), kind)
        check(shapes, points, places, addresses, answers, a.sample, load)
    report(times, own, len(points), a.sample, len(addresses))


def check(shapes, points, places, addresses, answers, sample, load):
    zone, distance = load("membership", "<i4"), load("distance", "<f8")
    shapely.prepare(shapes)
    point, owner = shapely.STRtree(shapes).query(shapely.points(points), predicate="intersects")
    truth = numpy.full(len(points), len(shapes))
    numpy.minimum.at(truth, point, owner)
    truth[truth == len(shapes)] = -1
    wrong = truth != zone
    far = wrong & (abs(distance) > 0.01)
    print(f"membership: {(zone >= 0).sum():,} of {len(points):,} inside, {wrong.sum()} differ from GEOS, {far.sum()} beyond 1 cm")
    for name in answers:
        if name.endswith("membership"):
            print(f"{name}: {answers[name]:,} pairs of {len(point):,}")
    worst = abs(abs(distance[:sample]) - answers["shapely_distance"]).max()
    rank, near = answers["duckdb_distance"]
    worst500 = abs(abs(distance[rank]) - near).max()
    print(f"distance: {worst:.1e} m from GEOS on {sample:,}; {worst500:.1e} m from DuckDB on {len(rank):,} within 500 m")
    sign = ((distance <= 0) != (zone >= 0)).sum()
    place, to_place = load("place", "<i4"), load("place-distance", "<f8")
    best = numpy.concatenate([
        numpy.hypot(a[:, None, 0] - places[None, :, 0], a[:, None, 1] - places[None, :, 1]).argmin(axis=1)
        for a in numpy.array_split(addresses, 40)
    ])
    other = (place != best).sum()
    print(f"nearest place: {other} of {len(addresses):,} differ from a look at all, "
          f"{abs(to_place - answers['scipy_place'][0]).max():.1e} m from scipy")
    if far.any() or worst > 1e-6 or worst500 > 1e-6 or sign or other:
        sys.exit("the answers differ: no time is given")


def report(times, own, points, sample, addresses):
    wall, cpu = ({name: statistics.median(run[name][i] for run in own) for name in own[0]} for i in (0, 1))
    print(f"\none thread, medians of {len(own)} interleaved rounds; building: trees {wall['build trees']:.3f} s, "
          f"grid {wall['build grid']:.3f} s (processor {cpu['build grid']:.3f})\n")
    print("| task | | wall s | processor s | a second of wall | wall / qpv | processor / qpv | wall / qpv with its index |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    tasks = (("membership", "membership", points), ("distance", "signed distance", points), ("place", "nearest place", addresses))
    for kind, task, count in tasks:
        build = 0 if kind == "place" else wall["build trees"] + wall["build grid"]
        print(f"| {task} | qpv | {wall[task]:.3f} | {cpu[task]:.3f} | {count / wall[task]:,.0f} | | | |")
        for name in times:
            if name.split("_")[-1] != kind:
                continue
            # As if asked about all points.
            scale = count / (sample if name == "shapely_distance" else count)
            theirs, processor = (scale * statistics.median(run[i] for run in times[name]) for i in (0, 1))
            label = name.split("_")[0] + (" within 500 m" if name == "duckdb_distance" else "")
            print(f"| | {label} | {theirs:.3f} | {processor:.3f} | {count / theirs:,.0f} | {theirs / wall[task]:.1f} "
                  f"| {processor / cpu[task]:.1f} | {theirs / (wall[task] + build):.1f} |")


if __name__ == "__main__":
    main()
