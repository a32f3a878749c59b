"""qpv beside its rivals, file to file, in one run: a CSV of points and a GeoJSON of perimeters in, a CSV out.

    python compare.py --qpv PROGRAM --perimeters QPV.geojson [--points POINTS.csv] [--rows 1000000]
                      [--rounds 3] [--threads 2]

For perimeters from outside; `Benchmarks/run` does the same with invented ones.

The rivals write id and code only; qpv writes all its verdict columns, the distance to the border among them. Rounds are
interleaved, each in another order, so that a slow minute of the machine falls on all; the table gives medians. Before any time is printed the
answers are compared row by row: a code that differs from GEOS' (GeoPandas') further than 1 cm from a border ends the
run. Without --points a seeded set is made (`invented/points.py`). Last, unless --rows-once says no, the same rows three times over are audited, and the run fails when
qpv needs more than 200 MB for one or for three times the rows.
"""
import argparse
import os
import sys
import tempfile

MEMORY_MB = 200
# The same run with the ten qpv_ columns only: no position, no match.
SHORT = "qpv --columns verdict"
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from invented.points import write  # noqa: E402
from measured import HEAD, cells, middle, rounds, run  # noqa: E402


def codes(path, column, rows, known):
    """The rank of the code of each id, from 0; of a point in two perimeters the first, without any the number of codes."""
    import numpy
    import pandas

    table = pandas.read_csv(path, usecols=["id", column], dtype={"id": "int64", column: "str"})
    rank = pandas.Categorical(table[column], categories=known).codes.astype("int32")
    rank[rank < 0] = len(known)
    found = numpy.full(rows, numpy.iinfo("int32").max, "int32")
    numpy.minimum.at(found, table.id.to_numpy() - 1, rank)
    return found


def check(outputs, rows, perimeters):
    import geopandas
    import numpy
    import pandas

    known = sorted(geopandas.read_file(perimeters, ignore_geometry=True).code_qp)
    truth = codes(outputs["geopandas"], "code_qp", rows, known)
    for name in outputs:
        if not name.startswith("qpv") and name != "geopandas":
            wrong = (truth != codes(outputs[name], "code_qp", rows, known)).sum()
            print(f"{name}: {wrong} of {rows:,} differ from GEOS in the file's degrees")
    for name in ("qpv", SHORT):
        table = pandas.read_csv(outputs[name], usecols=["id", "qpv_code", "qpv_distance_m"])
        if len(table) != rows or (table.id.to_numpy() != numpy.arange(1, rows + 1)).any():
            sys.exit(f"{name}: rows are missing or out of order")
        wrong = truth != codes(outputs[name], "qpv_code", rows, known)
        far = (wrong & (table.qpv_distance_m.abs().to_numpy() > 0.01)).sum()
        print(
            f"{name}: {rows:,} rows in order, {table.qpv_code.notna().sum():,} inside, {wrong.sum()} differ from GEOS in "
            f"degrees, {far} beyond 1 cm; {table.qpv_distance_m.isna().sum()} without a distance"
        )
        if far or table.qpv_distance_m.isna().any():
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
    parser.add_argument("--rows-once", action="store_true", help="without the run over three times the rows")
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        points = a.points
        if points is None:
            points = os.path.join(folder, "points.csv")
            write(points, a.perimeters, a.rows, 20240101)
        with open(points, "rb") as file:
            rows = sum(1 for _ in file) - 1
        rivals = a.rivals.split(",")
        names = ["qpv", SHORT] + rivals
        outputs = {name: os.path.join(folder, f"{name}.csv") for name in names}
        commands = {
            name: [sys.executable, os.path.join(os.path.dirname(HERE), "rivals/points.py"), name, points, a.perimeters]
            + [outputs[name], "--threads", str(a.threads)]
            for name in rivals
        }
        commands["qpv"] = [a.qpv, "audit", points, "--lon", "lon", "--lat", "lat", "--radius", "0"]
        commands["qpv"] += ["--perimeters", a.perimeters, "--threads", str(a.threads), "-o", outputs["qpv"], "--quiet"]
        commands[SHORT] = [outputs[SHORT] if part == outputs["qpv"] else part for part in commands["qpv"]]
        commands[SHORT] += ["--columns", "verdict"]
        costs = rounds({name: commands[name] for name in names}, a.rounds, outputs)
        # Before the answers are compared: what this program holds by then would be counted as its child's peak.
        if not a.rows_once:
            many = os.path.join(folder, "many.csv")
            thrice(points, many)
            other = {points: many, outputs["qpv"]: os.path.join(folder, "many-out.csv")}
            thrice_run = run([other.get(part, part) for part in commands["qpv"]])
        check(outputs, rows, a.perimeters)
        base = middle(costs["qpv"])
        print(f"\n{rows:,} points, {a.threads} threads, medians of {a.rounds} interleaved rounds\n")
        print(f"| | {HEAD} | MB written | wall / qpv | processor / qpv |\n|---|--:|--:|--:|--:|--:|--:|--:|")
        for name in names:
            own = middle(costs[name])
            print(
                f"| {name} | {cells(costs[name])} | {os.path.getsize(outputs[name]) / 1e6:.0f} "
                f"| {own.wall / base.wall:.1f} | {own.processor / base.processor:.1f} |"
            )

        peak = base.memory
        if a.rows_once:
            if peak >= MEMORY_MB:
                sys.exit(f"more than {MEMORY_MB} MB")
            return
        wall, cpu, memory = thrice_run
        print(f"\n{3 * rows:,} points: {wall:.2f} s wall, {cpu:.2f} s processor, {memory:.0f} MB ({rows:,}: {peak:.0f} MB)")
        if max(peak, memory) >= MEMORY_MB:
            sys.exit(f"more than {MEMORY_MB} MB")


if __name__ == "__main__":
    main()
