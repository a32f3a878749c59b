"""Membership, distance and nearest perimeter against the truth of GEOS, on real perimeters.

    python points.py --data $SHARED/data --out $WORK          (in $SHARED/evalgeo: makes points_1m.csv)
    python agreement.py --qpv PATH --shared $SHARED --points $WORK/points_1m.csv [--work FOLDER]
                        [--lambert93 qpv2015_lb93.geojson]

What is asserted, for 2015 and 2024:
  - membership of the 1,000,000 points: no disagreement farther than 1 cm from a border;
  - 20,000 signed distances within 1 mm, with the same nearest perimeter unless two are equally near;
  - the midpoints of 5,000 border edges, computed in degrees: a disagreement only within 1 cm, or within the sagitta of the
    edge, since an edge straight in degrees and one straight in metres are up to some centimetres apart;
  - with --lambert93 (written by lambert93.py): the 2015 perimeters in Lambert-93 and in WGS 84 give the same verdicts but
    within 1 cm of a border.
Standard library only. Exits with 1 when anything is farther off.
"""
import argparse
import csv
import gzip
import hashlib
import itertools
import os
import subprocess
import sys
import tempfile

SHA256 = "7f3df0051b54bf5351aab2d8da9cbd2d87eab85bbc99e572b2c1b4e3ed68e98f"
CENTIMETRE = 0.01
LAYERS = {
    "2015_geojson": "data/qpv2015-official/derived_qpv2015_all_wgs84.geojson",
    "2024_geojson": "data/qpv2024-simplified/qpv2024_simplified.geojson",
}
faults = []


def audit(program, points, perimeters, out):
    command = [program, "audit", points, "--lon", "lon", "--lat", "lat", "--radius", "0", "--quiet"]
    command += ["--perimeters", perimeters, "-o", out]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")


def rows(path, *columns):
    """The columns asked for of each row, as tuples."""
    with open(path, newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        places = [header.index(c) for c in columns]
        for row in reader:
            yield tuple(row[p] for p in places)


def membership(layer, out, truth):
    wrong, largest, inside, count = [], 0.0, 0, 0
    for n, (i, code, distance) in enumerate(rows(out, "id", "qpv_code", "qpv_distance_m"), 1):
        count = n
        if i != str(n):
            sys.exit(f"{layer}: row {n} is out of order")
        inside += code != ""
        if code != truth.get(i, ""):
            wrong.append((i, code, truth.get(i, ""), float(distance)))
            largest = max(largest, abs(float(distance)))
    for i, code, known, distance in wrong:
        if abs(distance) > CENTIMETRE:
            faults.append(f"{layer}: point {i} is in {code or 'none'}, truth {known or 'none'}, {distance} m from a border")
    expected = sum(code != "" for code in truth.values())
    print(f"| {layer} | {count:,} points | {inside:,} inside (truth {expected:,}) | {len(wrong)} differ | farthest {largest:.3f} m |")
    if count != 1_000_000:
        faults.append(f"{layer}: {count} rows")


def distances(layer, out, table):
    known = {r[0]: r[1:] for r in rows(table, "id", f"nearest_{layer}", f"sdist_m_{layer}")}
    largest, ties, count = 0.0, 0, 0
    for i, nearest, distance in rows(out, "id", "qpv_nearest_code", "qpv_distance_m"):
        if i not in known:
            continue
        count += 1
        difference = abs(float(distance) - float(known[i][1]))
        # On the border itself the sign means nothing.
        difference = min(difference, abs(abs(float(distance)) - abs(float(known[i][1]))) + abs(float(distance)))
        largest = max(largest, difference)
        if difference > 0.001:
            faults.append(f"{layer}: point {i} is {distance} m from the border, truth {known[i][1]}")
        ties += nearest != known[i][0]
    print(f"| {layer} | {count:,} distances | largest difference {largest * 1000:.2f} mm | other code at the same distance: {ties} |")
    if count != 20_000:
        faults.append(f"{layer}: {count} distances")


def midpoints(layer, program, folder, table):
    out = os.path.join(folder, f"midpoints_{layer}.csv")
    audit(program, table, os.path.join(folder, f"{layer}.geojson"), out)
    disagreements, beyond, farthest, wrong_farthest, count = 0, 0, 0.0, 0.0, 0
    for owner, exact, code, distance in rows(out, "code_qp", "exact", "qpv_code", "qpv_distance_m"):
        count += 1
        distance = abs(float(distance))
        farthest = max(farthest, distance)
        # Another perimeter that holds the point too, and comes first, hides the owner.
        agrees = code != owner if exact == "E" else code == owner or "" < code < owner
        if not agrees:
            disagreements += 1
            wrong_farthest = max(wrong_farthest, distance)
            beyond += distance > CENTIMETRE
    print(
        f"| {layer} | {count:,} midpoints | {disagreements:,} on the other side, farthest {wrong_farthest * 1000:.0f} mm, "
        f"{beyond} beyond 1 cm | farthest of all from the border {farthest * 1000:.0f} mm |")
    # The bound over all edges of both layers is 56 mm (18 mm in 2015).
    if wrong_farthest > 0.056:
        faults.append(f"{layer}: a midpoint is {wrong_farthest} m on the other side")


def two_systems(first, second):
    columns = ("id", "qpv_verdict", "qpv_code", "qpv_distance_m")
    differ, farthest, largest, count = 0, 0.0, 0.0, 0
    for a, b in itertools.zip_longest(rows(first, *columns), rows(second, *columns)):
        count += 1
        far = max(abs(float(a[3])), abs(float(b[3]))) if a[3] and b[3] else None
        if a[3] and b[3] and abs(float(a[3])) < 5000:
            largest = max(largest, abs(float(a[3]) - float(b[3])))
        if a[:3] != b[:3]:
            differ += 1
            farthest = max(farthest, far)
            if far > CENTIMETRE:
                faults.append(f"2015 in two systems: {a} and {b}")
    print(f"| 2015, WGS 84 and Lambert-93 | {count:,} points | {differ} differ | farthest {farthest:.3f} m | "
          f"distances up to 5 km differ by {largest * 1000:.0f} mm at most |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True, help="the program, built with -c release")
    parser.add_argument("--shared", required=True, help="the folder of real data")
    parser.add_argument("--points", required=True, help="points_1m.csv, made by evalgeo/points.py")
    parser.add_argument("--lambert93", help="the 2015 perimeters in EPSG:2154, written by lambert93.py")
    a = parser.parse_args()
    with open(a.points, "rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != SHA256:
            sys.exit("these are not the points that the truth was made for")
    truth = os.path.join(a.shared, "evalgeo/truth")
    with tempfile.TemporaryDirectory() as folder:
        outputs = {}
        for layer, perimeters in LAYERS.items():
            os.symlink(os.path.abspath(os.path.join(a.shared, perimeters)), os.path.join(folder, f"{layer}.geojson"))
            outputs[layer] = os.path.join(folder, f"{layer}.csv")
            audit(a.qpv, a.points, os.path.join(folder, f"{layer}.geojson"), outputs[layer])
            with gzip.open(os.path.join(truth, "points_1m_codes.csv.gz"), "rt", newline="") as file:
                codes = {row["id"]: row[f"code_{layer}"] for row in csv.DictReader(file)}
            membership(layer, outputs[layer], codes)
            distances(layer, outputs[layer], os.path.join(truth, "points_1m_distance20k.csv"))
            midpoints(layer, a.qpv, folder, os.path.join(truth, f"boundary_midpoints_{layer}.csv"))
        if a.lambert93:
            out = os.path.join(folder, "lambert93.csv")
            audit(a.qpv, a.points, a.lambert93, out)
            two_systems(outputs["2015_geojson"], out)
    for fault in faults[:50]:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
