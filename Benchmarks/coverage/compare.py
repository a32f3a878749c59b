"""`qpv coverage` of real perimeters beside GeoPandas file to file, and the discs alone beside Shapely in memory, in one run.

    swift build -c release --product qpv && swift build -c release --package-path Benchmarks --scratch-path .build --disable-build-manifest-caching --product coverage-bench
    python Benchmarks/coverage/compare.py --qpv .build/release/qpv --bench .build/release/coverage-bench \
        --shared $SHARED [--rounds 7]

Needs geopandas (see rivals/requirements.txt). Paris: 200 places, areas and the 158,048 addresses within 300 and 500 m.
Occitanie: 1,888 pharmacies, areas. All read the same national file of perimeters (2024); both keep the départements
asked. GeoPandas does what an analyst would write: read, to_crs(2154), make_valid, buffer, union_all, intersection, sjoin,
sjoin_nearest. qpv runs twice: with the addresses as the same CSV that GeoPandas reads (--points), and from a compiled gazetteer,
whose making is reported apart.

Before any time is printed every share is compared with the tables of truth: qpv's to a thousandth of a point, its addresses
exactly; GeoPandas' with the shares that its own polygons for circles must give. Rounds are interleaved, medians are given.
In memory both build an index of the places and look at near ones only: Shapely buffers and unites them perimeter by perimeter.
Exits with 1 when a share differs.
"""
import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from measured import HEAD, cells, middle, rounds, run  # noqa: E402

OCCITANIE = ["009", "011", "012", "030", "031", "032", "034", "046", "048", "065", "066", "081", "082"]
SCENES = {"paris": (["075"], "facilities_200.csv"), "occitanie": (OCCITANIE, "facilities_pharmacies_occitanie.csv")}
RADII = (300, 500)


def in_memory(qpv, places, departements, radius, rounds):
    import geopandas
    import pandas
    import shapely

    zones = geopandas.read_file(qpv)[["code_qp", "geometry"]]
    zones = zones[zones.code_qp.str[2:5].isin(departements)].to_crs(2154)
    shapes = shapely.make_valid(zones.geometry.values)
    frame = pandas.read_csv(places)
    frame = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(frame.lon, frame.lat), crs=4326).to_crs(2154)
    x, y = frame.geometry.x.to_numpy(), frame.geometry.y.to_numpy()

    def covered():
        total = 0.0
        tree = shapely.STRtree(shapely.points(x, y))
        for shape in shapes:
            near = tree.query(shape, predicate="dwithin", distance=radius)
            if len(near):
                union = shapely.union_all(shapely.buffer(shapely.points(x[near], y[near]), radius, quad_segs=16))
                total += shapely.area(shapely.intersection(shape, union))
        return total

    covered()
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        result = covered()
        seconds.append(time.perf_counter() - start)
    return result, statistics.median(seconds)


def rows(path, **options):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, **options))


def check_qpv(path, truth):
    """The farthest share from the truth, and addresses that differ."""

    def number(text):
        return float(text.replace("\u202f", "").replace(" ", "").replace(",", "."))

    worst, faults, found = 0.0, 0, 0
    for row in rows(path, delimiter=";"):
        cells = list(row.values())
        # The first columns are those of the table "coverage": code, name, category, distance, then state and basis.
        code, radius, known = cells[0], int(number(cells[3])) if cells[3] else 0, truth.get(cells[0])
        if known is None or cells[2] != "toutes":
            continue
        found += 1
        worst = max(worst, abs(number(cells[10]) / number(cells[9]) - float(known[f"share_{radius}"])))
        if cells[12] and "addresses" in known:
            faults += int(number(cells[12])) != int(known["addresses"])
            faults += int(number(cells[13])) != int(known[f"addr_{radius}"])
    return worst, faults + (found != len(truth) * len(RADII))


def check_rival(path, truth):
    worst, faults = 0.0, 0
    for row in rows(path):
        known = truth[row["code"]]
        for radius in RADII:
            worst = max(worst, abs(float(row[f"share_{radius}"]) - float(known[f"share_{radius}_q16"])))
            if "addresses" in row:
                faults += float(row[f"addr_{radius}"]) != float(known[f"addr_{radius}"])
    return worst, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True, help="the program, built with -c release")
    parser.add_argument("--bench", required=True, help="coverage-bench, built with -c release")
    parser.add_argument("--shared", required=True, help="the folder of real data")
    parser.add_argument("--rounds", type=int, default=7)
    a = parser.parse_args()
    perimeters = os.path.join(a.shared, "data/qpv2024-simplified/qpv2024_simplified.geojson")
    addresses = os.path.join(a.shared, "data/ban-paris75/adresses-75.csv.gz")
    failed = False
    with tempfile.TemporaryDirectory() as work:
        gazetteer = os.path.join(work, "ban.qpvg")
        built = run([a.qpv, "gazetteer", "build", "-q", addresses, "-o", gazetteer])
        print(f"gazetteer of Paris, made once: {built.wall:.2f} s\n")
        print(f"| file to file | {HEAD} | of GeoPandas' | farthest share | address counts that differ |")
        print("|---|---:|---:|---:|---:|---:|---:|---:|")
        for scene, (departements, name) in SCENES.items():
            places = os.path.join(a.shared, "evalgeo/truth", name)
            truth = {r["code_qp"]: r for r in rows(
                os.path.join(a.shared, f"evalgeo/truth/coverage_{scene}_2024_geojson.csv"))}
            common = [a.qpv, "coverage", "--places", places, "--perimeters", perimeters, "--within", "300,500",
                      "--table", "coverage", "-q", "--departements", ",".join(d[1:] for d in SCENES[scene][0])]
            paris = scene == "paris"
            runs = {"geopandas": [sys.executable, os.path.join(os.path.dirname(HERE), "rivals/vector.py"), "coverage",
                                  perimeters, places, addresses if paris else "", os.path.join(work, "geopandas.csv"),
                                  ",".join(departements)]}
            kinds = {"qpv, gazetteer": ["--gazetteer", gazetteer],
                     "qpv, CSV of addresses": ["--points", addresses]} if paris else {"qpv": ["--area-only"]}
            for kind, more in kinds.items():
                runs[kind] = common + more + ["-o", os.path.join(work, f"{kind}.csv")]
            costs = rounds(runs, a.rounds)
            for kind, measured in costs.items():
                path = os.path.join(work, f"{kind}.csv")
                worst, faults = (check_rival if kind == "geopandas" else check_qpv)(path, truth)
                failed |= worst > 1e-5 or faults > 0
                ratio = middle(measured).wall / middle(costs["geopandas"]).wall
                print(f"| {scene}, {kind} | {cells(measured)} | {ratio:.2f} | {worst:.1e} | {faults if paris else '-'} |",
                      flush=True)
        print("\n| in memory | perimeters | places | radius | qpv ms | Shapely ms | qpv m² | Shapely m² (64-gons) |")
        print("|---|---:|---:|---:|---:|---:|---:|---:|")
        for scene, (departements, name) in SCENES.items():
            places = os.path.join(a.shared, "evalgeo/truth", name)
            for radius in RADII:
                mine, theirs = [], []
                for _ in range(3):
                    done = subprocess.run(
                        [a.bench, perimeters, places, "--departements", ",".join(departements),
                         "--radius", str(radius), "--rounds", "15"], check=True, capture_output=True, text=True)
                    count, points, area, median, _ = done.stdout.split("\t")
                    mine.append(float(median))
                    other, seconds = in_memory(perimeters, places, departements, radius, 15)
                    theirs.append(seconds)
                failed |= not 0 <= 1 - other / float(area) < 0.005
                print(f"| {scene} | {count} | {points} | {radius} | {statistics.median(mine) * 1e3:.2f} | "
                      f"{statistics.median(theirs) * 1e3:.2f} | {float(area):.1f} | {other:.1f} |", flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
