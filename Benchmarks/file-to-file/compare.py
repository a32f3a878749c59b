"""qpv beside its rivals, file to file, in one run: a CSV of points and a GeoJSON of perimeters in, a CSV out.

    python compare.py --qpv PROGRAM --perimeters QPV.geojson [--points POINTS.csv] [--rows 1000000]
                      [--rounds 3] [--threads 2]

The rivals write id and code only; qpv writes all its verdict columns, the distance to the border among them. Rounds are
interleaved, so that a slow minute of the machine falls on all; the table gives medians. Before any time is printed the
answers are compared row by row: a code that differs from GEOS' (GeoPandas') further than 1 cm from a border ends the
run. Without --points a seeded set is made: half uniform over the perimeters' boxes, widened by 500 m, half within
about 100 m of a border. Last, the same rows three times over are audited, and the run fails when qpv needs more than
200 MB for one or for three times the rows.
"""
import argparse
import csv
import os
import statistics
import sys
import tempfile
import time

MEMORY_MB = 200
HERE = os.path.dirname(os.path.abspath(__file__))


def make_points(perimeters, rows, path, seed=20240101):
    import geopandas
    import numpy
    import shapely

    shapes = geopandas.read_file(perimeters).geometry.to_numpy()
    shapes = shapes[shapely.area(shapes) > 0]
    random = numpy.random.default_rng(seed)
    half = rows // 2
    boxes = shapely.bounds(shapes)[random.integers(0, len(shapes), half)]
    t = random.uniform(0, 1, (half, 2))
    anywhere = boxes[:, :2] - 0.005 + t * (boxes[:, 2:] - boxes[:, :2] + 0.01)
    vertices = shapely.get_coordinates(shapes)
    near = vertices[random.integers(0, len(vertices), rows - half)] + random.uniform(-0.001, 0.001, (rows - half, 2))
    points = numpy.round(numpy.vstack([anywhere, near])[random.permutation(rows)], 7)
    with open(path, "w") as file:
        file.write("id,lon,lat\n")
        file.writelines(f"{i + 1},{x:.7f},{y:.7f}\n" for i, (x, y) in enumerate(points.tolist()))


def run(command):
    """Wall and processor seconds, and peak memory in MB, of one process."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as nothing:
        redirect = [(os.POSIX_SPAWN_DUP2, nothing.fileno(), n) for n in (1, 2)]
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=redirect)
        _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def codes(path, column):
    """Code by id; of a point in two perimeters, the alphabetically first."""
    found = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            code, known = row[column], found.get(row["id"])
            found[row["id"]] = min(code, known) if known and code else code or known or ""
    return found


def check(outputs, rows):
    truth = codes(outputs["geopandas"], "code_qp")
    for name in outputs:
        if name != "qpv":
            given = codes(outputs[name], "code_qp")
            wrong = sum(truth[i] != given.get(i) for i in truth)
            print(f"{name}: {len(given):,} ids, {wrong} differ from GEOS in the file's degrees")
    inside, wrong, far = 0, 0, 0
    with open(outputs["qpv"], newline="") as file:
        for n, row in enumerate(csv.DictReader(file)):
            if int(row["id"]) != n + 1:
                sys.exit(f"qpv: row {n + 1} is out of order")
            inside += row["qpv_code"] != ""
            if row["qpv_code"] != truth[row["id"]]:
                wrong += 1
                far += abs(float(row["qpv_distance_m"])) > 0.01
    print(f"qpv: {n + 1:,} rows in order, {inside:,} inside, {wrong} differ from GEOS in degrees, {far} beyond 1 cm")
    if n + 1 != rows or far:
        sys.exit("the answers differ: no time is given")


def thrice(points, path):
    """The same rows three times under one header."""
    with open(points, "rb") as source, open(path, "wb") as target:
        target.write(source.readline())
        start = source.tell()
        for _ in range(3):
            source.seek(start)
            while block := source.read(1 << 20):
                target.write(block)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True, help="the program, built with -c release")
    parser.add_argument("--perimeters", required=True)
    parser.add_argument("--points")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rivals", default="geopandas,duckdb,sedonadb", help="geopandas is the judge, and always runs")
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        points = a.points
        if points is None:
            points = os.path.join(folder, "points.csv")
            make_points(a.perimeters, a.rows, points)
        with open(points, "rb") as file:
            rows = sum(1 for _ in file) - 1
        names = ["qpv"] + [r for r in a.rivals.split(",")]
        outputs = {name: os.path.join(folder, f"{name}.csv") for name in names}
        commands = {
            name: [sys.executable, os.path.join(HERE, "rivals.py"), name, points, a.perimeters, outputs[name]]
            + ["--threads", str(a.threads)]
            for name in names[1:]
        }
        commands["qpv"] = [a.qpv, "audit", points, "--lon", "lon", "--lat", "lat", "--radius", "0"]
        commands["qpv"] += ["--perimeters", a.perimeters, "--threads", str(a.threads), "-o", outputs["qpv"], "--quiet"]
        times = {name: [] for name in names}
        for _ in range(a.rounds):
            for name in names:
                times[name].append(run(commands[name]))
        # Before the answers are compared: what this program holds by then would be counted as its child's peak.
        many = os.path.join(folder, "many.csv")
        thrice(points, many)
        other = {points: many, outputs["qpv"]: os.path.join(folder, "many-out.csv")}
        thrice_run = run([other.get(part, part) for part in commands["qpv"]])
        check(outputs, rows)
        base = statistics.median(t[0] for t in times["qpv"])
        print(f"\n{rows:,} points, {a.threads} threads, medians of {a.rounds} interleaved rounds\n")
        print("| | wall s | min–max | processor s | peak memory MB | wall / qpv |\n|---|--:|--:|--:|--:|--:|")
        for name in names:
            wall, cpu, memory = zip(*times[name])
            m = statistics.median(wall)
            print(
                f"| {name} | {m:.2f} | {min(wall):.2f}–{max(wall):.2f} | {statistics.median(cpu):.2f} "
                f"| {max(memory):.0f} | {m / base:.1f} |"
            )

        wall, cpu, memory = thrice_run
        peak = max(t[2] for t in times["qpv"])
        print(f"\n{3 * rows:,} points: {wall:.2f} s wall, {cpu:.2f} s processor, {memory:.0f} MB ({rows:,}: {peak:.0f} MB)")
        if max(peak, memory) >= MEMORY_MB:
            sys.exit(f"more than {MEMORY_MB} MB")


if __name__ == "__main__":
    main()
