"""What one `qpv check` costs, all told: the process, the perimeters of France, the gazetteer of Paris, one answer.

    python one-address.py --qpv PATH [--qpv PATH …] --perimeters QPV.geojson --ban adresses-75.csv.gz [--runs 20]

User and system time of the whole process, medians, programs interleaved; also of parts of it. Standard library only.
"""
import argparse
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from measured import middle, rounds  # noqa: E402

ADDRESS = "12 rue de Rivoli 75004 Paris"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True, action="append", help="a program built with -c release")
    parser.add_argument("--perimeters", required=True)
    parser.add_argument("--ban", required=True)
    parser.add_argument("--runs", type=int, default=20)
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = {}
        for number, qpv in enumerate(a.qpv):
            gazetteer = os.path.join(folder, f"paris-{number}.qpvg")
            subprocess.run([qpv, "gazetteer", "build", a.ban, "-o", gazetteer], check=True, capture_output=True)
            check = [qpv, "check", ADDRESS, "--perimeters", a.perimeters, "--gazetteer", gazetteer]
            answer = subprocess.run(check, capture_output=True, text=True, check=True).stdout
            if "12 Rue de Rivoli 75004 Paris (housenumber)" not in answer:
                sys.exit(f"another answer:\n{answer}")
            name = os.path.basename(qpv) if len(a.qpv) > 1 else "qpv"
            commands[f"{name}: start (--version)"] = [qpv, "--version"]
            commands[f"{name}: start, gazetteer, match (explain)"] = [qpv, "explain", ADDRESS, "--gazetteer", gazetteer]
            commands[f"{name}: all (check)"] = check
        costs = rounds(commands, a.runs)
    print("| | processor ms, median | min | wall ms, median | peak memory MB |\n|---|--:|--:|--:|--:|")
    for name, measured in costs.items():
        wall, processor, memory = middle(measured)
        least = min(cost.processor for cost in measured)
        print(f"| {name} | {processor * 1e3:.1f} | {least * 1e3:.1f} | {wall * 1e3:.1f} | {memory:.0f} |")


if __name__ == "__main__":
    main()
