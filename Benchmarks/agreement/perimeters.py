"""The real perimeter files: all of them load, and exactly the invalid ones are named, with reason, place and remedy.

    python perimeters.py --qpv PATH --shared FOLDER

The table of invalid polygons was made with GEOS 3.14.1; qpv may run on another version. Standard library only.
Exits with 1 when anything differs.
"""
import argparse
import csv
import json
import os
import subprocess
import sys

LAYERS = {
    "2015_geojson": ("data/qpv2015-official/derived_qpv2015_all_wgs84.geojson", 1514, []),
    "2024_geojson": (
        "data/qpv2024-simplified/qpv2024_simplified.geojson", 1609, ["QN09105I", "QN09113I", "QN09503I"]),
}
CROSSINGS = {"Self-intersection", "Ring Self-intersection"}


def qpv(program, *arguments, expected=0):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode != expected:
        sys.exit(f"{' '.join(arguments)}: exit {done.returncode}, not {expected}\n{done.stderr}")
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True)
    parser.add_argument("--shared", required=True, help="the folder of real data")
    a = parser.parse_args()
    faults = []
    print("| layer | perimeters | invalid | same as table | same reason and place | unusable |\n|---|--:|--:|--:|--:|---|")
    for layer, (file, count, unusable) in LAYERS.items():
        path = os.path.join(a.shared, file)
        with open(os.path.join(a.shared, "evalgeo/truth/invalid_polygons.csv"), newline="") as table:
            known = {row["code_qp"]: row for row in csv.DictReader(table) if row["layer"] == layer}
        info = qpv(a.qpv, "perimeters", "info", "--json", path)
        issues = qpv(a.qpv, "perimeters", "validate", "--json", path, expected=65 if unusable else 0)
        areas = {p["code"]: p["area_m2"] for p in info["perimeters"]}
        found = {i["perimeter"] for i in issues}
        dead = sorted({i["perimeter"] for i in issues if i["severity"] == "error"})
        same = 0
        for code in sorted(found & set(known)):
            own = [i for i in issues if i["perimeter"] == code]
            for i in own:
                if not i["message"] or not i["remedy"] or i["x"] is None or i["y"] is None:
                    faults.append(f"{layer} {code}: no message, remedy or place: {i}")
            reason = known[code]["reason"]
            x, y = map(float, known[code]["at"].split())
            same += any(i["message"] == reason and abs(i["x"] - x) + abs(i["y"] - y) < 2e-7 for i in own)
            # Which of several crossings is named first depends on the version of GEOS, a crossing stays one.
            if not any(i["message"] == reason or {i["message"], reason} <= CROSSINGS for i in own):
                faults.append(f"{layer} {code}: {[i['message'] for i in own]}, the table says {reason}")
            if known[code]["unit"] == "m2" and abs(areas[code] - float(known[code]["area_linework"])) > 0.06:
                faults.append(f"{layer} {code}: {areas[code]} m2, the table says {known[code]['area_linework']}")
        if len(areas) != count or len(info["perimeters"]) != count:
            faults.append(f"{layer}: {len(info['perimeters'])} perimeters, {len(areas)} codes, not {count}")
        if found != set(known):
            faults.append(f"{layer}: not in the table {sorted(found - set(known))}, missed {sorted(set(known) - found)}")
        if dead != unusable or any(areas[code] != 0 for code in unusable):
            faults.append(f"{layer}: unusable {dead}, not {unusable}")
        print(f"| {layer} | {len(info['perimeters']):,} | {len(found)} | {len(found & set(known))} | {same} | {', '.join(dead) or 'none'} |")
        if layer == "2015_geojson":
            print(f"QP084012: {areas['QP084012']:,.1f} m²", file=sys.stderr)
            if abs(areas["QP084012"] - 447_161) > 0.5:
                faults.append(f"QP084012 has {areas['QP084012']} m2, not 447,161")
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
