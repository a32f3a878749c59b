"""`qpv coverage` of real perimeters beside GeoPandas file to file, and the discs alone beside Shapely in memory, in one run.

    swift build -c release --product qpv && swift build -c release --package-path Benchmarks --product planar-bench
    python Benchmarks/coverage/compare.py --qpv .build/release/qpv --bench Benchmarks/.build/release/planar-bench \
        --shared $SHARED [--rounds 7]

Needs geopandas (see file-to-file/requirements.txt). Paris: 200 places, areas and the 158,048 addresses within 300 and 500 m.
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

OCCITANIE = ["009", "011", "012", "030", "031", "032", "034", "046", "048", "065", "066", "081", "082"]
SCENES = {"paris": (["075"], "facilities_200.csv"), "occitanie": (OCCITANIE, "facilities_pharmacies_occitanie.csv")}
RADII = (300, 500)


def rival(scene, qpv, places, addresses, out):
    import geopandas
    import pandas

    def points(frame):
        return geopandas.GeoDataFrame(
            frame, geometry=geopandas.points_from_xy(frame.lon, frame.lat), crs=4326).to_crs(2154)

    near = points(pandas.read_csv(places))
    zones = geopandas.read_file(qpv)[["code_qp", "geometry"]]
    zones = zones[zones.code_qp.str[2:5].isin(SCENES[scene][0])].to_crs(2154).reset_index(drop=True)
    zones["geometry"] = zones.make_valid()
    result = pandas.DataFrame({"code": zones.code_qp})
    if addresses:
        homes = points(pandas.read_csv(addresses, sep=";", usecols=["id", "lon", "lat"]).dropna())
        inside = geopandas.sjoin(homes, zones, predicate="within")
        result["addresses"] = inside.groupby("code_qp").size().reindex(zones.code_qp).fillna(0).to_numpy()
    for radius in RADII:
        result[f"share_{radius}"] = zones.intersection(near.buffer(radius).union_all()).area / zones.area
        if addresses:
            found = geopandas.sjoin_nearest(inside[["geometry", "code_qp"]], near[["geometry"]], max_distance=radius)
            found = found[~found.index.duplicated()]
            result[f"addr_{radius}"] = found.groupby("code_qp").size().reindex(zones.code_qp).fillna(0).to_numpy()
    result.to_csv(out, index=False, float_format="%.6f")


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


def timed(command):
    start = time.perf_counter()
    with open(os.devnull, "wb") as nothing:
        redirect = [(os.POSIX_SPAWN_DUP2, nothing.fileno(), n) for n in (1, 2)]
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=redirect)
        _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


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
    if sys.argv[1:2] == ["rival"]:
        return rival(*sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True, help="the program, built with -c release")
    parser.add_argument("--bench", required=True, help="planar-bench, built with -c release")
    parser.add_argument("--shared", required=True, help="the folder of real data")
    parser.add_argument("--rounds", type=int, default=7)
    a = parser.parse_args()
    perimeters = os.path.join(a.shared, "data/qpv2024-simplified/qpv2024_simplified.geojson")
    addresses = os.path.join(a.shared, "data/ban-paris75/adresses-75.csv.gz")
    failed = False
    with tempfile.TemporaryDirectory() as work:
        gazetteer = os.path.join(work, "ban.qpvg")
        built = timed([a.qpv, "gazetteer", "build", "-q", addresses, "-o", gazetteer])
        print(f"gazetteer of Paris, made once: {built[0]:.2f} s\n")
        print("| file to file | median s | range | of GeoPandas' | CPU s | peak MB | farthest share | address counts that differ |")
        print("|---|---:|---:|---:|---:|---:|---:|---:|")
        for scene, (departements, name) in SCENES.items():
            places = os.path.join(a.shared, "evalgeo/truth", name)
            truth = {r["code_qp"]: r for r in rows(
                os.path.join(a.shared, f"evalgeo/truth/coverage_{scene}_2024_geojson.csv"))}
            common = [a.qpv, "coverage", "--places", places, "--perimeters", perimeters, "--within", "300,500",
                      "--table", "coverage", "-q", "--departements", ",".join(d[1:] for d in SCENES[scene][0])]
            paris = scene == "paris"
            runs = {"geopandas": [sys.executable, os.path.abspath(__file__), "rival", scene, perimeters, places,
                                  addresses if paris else "", os.path.join(work, "geopandas.csv")]}
            kinds = {"qpv, gazetteer": ["--gazetteer", gazetteer],
                     "qpv, CSV of addresses": ["--points", addresses]} if paris else {"qpv": ["--area-only"]}
            for kind, more in kinds.items():
                runs[kind] = common + more + ["-o", os.path.join(work, f"{kind}.csv")]
            times = {kind: [] for kind in runs}
            for _ in range(a.rounds):
                for kind, command in runs.items():
                    times[kind].append(timed(command))
            medians = {}
            for kind, all_times in times.items():
                path = os.path.join(work, f"{kind}.csv")
                worst, faults = (check_rival if kind == "geopandas" else check_qpv)(path, truth)
                failed |= worst > 1e-5 or faults > 0
                wall = [t[0] for t in all_times]
                medians[kind] = statistics.median(wall)
                print(f"| {scene}, {kind} | {medians[kind]:.3f} | {min(wall):.3f}-{max(wall):.3f} | "
                      f"{medians[kind] / medians['geopandas']:.2f} | "
                      f"{statistics.median(t[1] for t in all_times):.2f} | {max(t[2] for t in all_times):.0f} | "
                      f"{worst:.1e} | {faults if paris else '-'} |", flush=True)
        print("\n| in memory | perimeters | places | radius | qpv ms | Shapely ms | qpv m² | Shapely m² (64-gons) |")
        print("|---|---:|---:|---:|---:|---:|---:|---:|")
        for scene, (departements, name) in SCENES.items():
            places = os.path.join(a.shared, "evalgeo/truth", name)
            for radius in RADII:
                mine, theirs = [], []
                for _ in range(3):
                    done = subprocess.run(
                        [a.bench, "--coverage", perimeters, places, "--departements", ",".join(departements),
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
