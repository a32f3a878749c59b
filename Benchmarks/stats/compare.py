"""`qpv stats` beside pandas, in one run: an audited CSV in, the counts by age, sex, action, perimeter and commune out.

    python compare.py --qpv PROGRAM [--rows 1000000] [--rounds 5] [--threads 2]

Makes the file (generate.py), then counts it three ways, rounds interleaved: `qpv stats --disclosure none`, the same with the
default suppression, and pandas' groupby with the columns that it needs, ages computed from the birth dates. Every count of
every table of the report without disclosure control must be that of pandas, and every count shown by the other report
too; only then are times given. Then three times the rows: the run fails where qpv needs over a tenth more memory,
or where qpv is no faster than pandas. Needs pandas (see file-to-file/requirements.txt).
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from measured import run  # noqa: E402

BANDS = ["0 à 5 ans", "6 à 15 ans", "16 à 17 ans", "18 à 25 ans", "26 à 64 ans", "65 ans et plus", "Âge inconnu"]
SEXES = {"F": "women", "H": "men", "": "unknown"}
# The tables by group, and the column of the file that each is about.
GROUPS = {"by_action": "Action", "by_commune": "result_city", "by_perimeter": "qpv_code"}


def rival(path, out):
    """Counts of each group by age, sex, verdict and quality, as an analyst would: one groupby for each grouping."""
    import pandas

    day = pandas.Timestamp("2024-12-31")
    columns = ["Sexe", "Date de naissance", *GROUPS.values(), "qpv_verdict", "qpv_quality"]
    texts = {c: "category" for c in columns if c != "Date de naissance"}
    table = pandas.read_csv(path, usecols=columns, dtype=texts, keep_default_na=False)
    birth = pandas.to_datetime(table.pop("Date de naissance"), format="%d/%m/%Y", errors="coerce")
    before = birth.dt.month * 100 + birth.dt.day > day.month * 100 + day.day
    table["band"] = pandas.cut(
        day.year - birth.dt.year - before, [0, 6, 16, 18, 26, 65, 121], right=False, labels=BANDS[:-1]
    ).cat.add_categories(BANDS[-1]).fillna(BANDS[-1])
    parts = []
    for name, column in {"all": None, **GROUPS}.items():
        keys = ([column] if column else []) + ["band", "Sexe", "qpv_verdict", "qpv_quality"]
        counts = table.groupby(keys, observed=True).size().rename("n").reset_index()
        parts.append(counts.rename(columns={column: "group"}).assign(table=name))
    pandas.concat(parts).to_csv(out, index=False)


def truth(path):
    """The counts by table, group, band and sex; None stands for all, and each is a dictionary of classes."""
    import csv
    from collections import Counter, defaultdict

    found = defaultdict(Counter)
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            n = int(row["n"])
            verdict = row["qpv_verdict"]
            classes = ["n", verdict]
            if verdict in ("inside", "outside"):
                classes.append("decided")
            if verdict == "inside" and row["qpv_quality"] == "1":
                classes.append("inside_sure")
            for band in (row["band"], None):
                for sex in (SEXES[row["Sexe"]], None):
                    for name in classes:
                        found[row["table"], row["group"] or None, band, sex][name] += n
    return found


def compare(report, known):
    """How many counts of a report were compared, are hidden, differ; and how many counts of pandas are in no table."""
    with open(report) as file:
        sections = json.load(file)["sections"]
    tables = {b["name"]: b["rows"] for s in sections for b in s["blocks"] if b["type"] == "table"}
    compared = hidden = differ = 0
    seen = set()
    for name, rows in tables.items():
        table = name.removeprefix("age_sex_")
        table = table if table in GROUPS else "all"
        for row in rows:
            values = row["values"]
            group = values.get("code") or values.get("commune") or values.get("by_action")
            # Groups are totalled in a last row, which is all people.
            scope = (table, group)
            if table == "all" or (row["role"] == "total" and group == "Ensemble"):
                scope = ("all", None)
            band = values.get("age") if values.get("age") in BANDS else None
            for key, value in values.items():
                sex, _, kind = key.rpartition("_")
                if sex in ("women", "men", "unknown", "all"):
                    sex = None if sex == "all" else sex
                else:
                    sex, kind = {"Femmes": "women", "Hommes": "men", "Sexe inconnu": "unknown"}.get(values.get("sex")), key
                if kind not in ("n", "inside", "inside_sure", "outside", "decided", "uncertain", "not_located"):
                    continue
                place = (*scope, band, sex)
                seen.add(place)
                if value is None and row.get("status", {}).get(key) == "suppressed":
                    hidden += 1
                    continue
                compared += 1
                expected = known[place][kind] if place in known else 0
                if value != expected:
                    differ += 1
                    if differ <= 5:
                        print(f"{name} {scope} {band} {sex} {kind}: {value}, pandas {expected}")
    missing = sum(1 for key in known if key not in seen and not (key[0] == "by_perimeter" and key[1] is None))
    return compared, hidden, differ, missing


def main():
    if sys.argv[1:2] == ["rival"]:
        return rival(*sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qpv", required=True, help="the program, built with -c release")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    a = parser.parse_args()
    names = ["qpv stats --disclosure none", "qpv stats", "pandas"]
    with tempfile.TemporaryDirectory() as folder:

        def commands(rows):
            path = os.path.join(folder, f"{rows}.csv")
            generate = os.path.join(HERE, "generate.py")
            subprocess.run([sys.executable, generate, path, "--rows", str(rows)], check=True)
            out = {name: os.path.join(folder, f"{rows}-{i}{'.csv' if name == 'pandas' else '.json'}")
                   for i, name in enumerate(names)}
            own = [a.qpv, "stats", "-q", path, "--at", "2024-12-31", "--threads", str(a.threads), "-o"]
            return path, out, {
                names[0]: own + [out[names[0]], "--disclosure", "none"],
                names[1]: own + [out[names[1]]],
                names[2]: [sys.executable, os.path.abspath(__file__), "rival", path, out["pandas"]],
            }

        path, out, once = commands(a.rows)
        size = os.path.getsize(path) / 1e6
        runs = {name: [] for name in names}
        for _ in range(a.rounds):
            for name in names:
                runs[name].append(run(once[name]))
        # Before the answers are compared: what this program holds by then would be counted as its child's peak.
        _, _, thrice = commands(3 * a.rows)
        many = {name: run(thrice[name]) for name in names}
        failed = False
        known = truth(out["pandas"])
        for name in names[:2]:
            compared, hidden, differ, missing = compare(out[name], known)
            print(f"{name}: {compared:,} counts compared with pandas, {hidden:,} hidden, {differ} differ, "
                  f"{missing} groups of pandas in no table")
            # A table of details that cannot be protected is not published.
            failed |= differ > 0 or (name == names[0] and (missing > 0 or hidden > 0))
        if failed:
            sys.exit("the answers differ: no time is given")
    print(f"\n{a.rows:,} rows, {size:.0f} MB, {a.threads} threads, medians of {a.rounds} interleaved rounds; "
          f"once with three times the rows\n")
    print("| | wall s | min–max | processor s | MB | wall, 3× | MB, 3× | wall / qpv | processor / qpv |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    middle = {name: [statistics.median(r[i] for r in runs[name]) for i in (0, 1)] for name in names}
    for name in names:
        (wall, processor), walls = middle[name], [r.wall for r in runs[name]]
        print(f"| {name} | {wall:.2f} | {min(walls):.2f}–{max(walls):.2f} | {processor:.2f} "
              f"| {max(r.memory for r in runs[name]):.0f} | {many[name].wall:.2f} | {many[name].memory:.0f} "
              f"| {wall / middle[names[0]][0]:.1f} | {processor / middle[names[0]][1]:.1f} |")
    for name in names[:2]:
        peak = max(r.memory for r in runs[name])
        if many[name].memory > 1.1 * peak:
            sys.exit(f"{name}: {many[name].memory:.0f} MB for three times the rows, {peak:.0f} MB for once")
    if middle[names[0]][0] >= middle["pandas"][0]:
        sys.exit("slower than pandas")


if __name__ == "__main__":
    main()
