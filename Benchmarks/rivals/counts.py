"""The counts of `qpv stats` with pandas, as an analyst would: one groupby for each grouping.

    counts.py AUDITED OUT
"""
import sys

import pandas

BANDS = ["0 à 5 ans", "6 à 15 ans", "16 à 17 ans", "18 à 25 ans", "26 à 64 ans", "65 ans et plus", "Âge inconnu"]
GROUPS = {"by_action": "Action", "by_commune": "result_city", "by_perimeter": "qpv_code"}


def main(path, out):
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


if __name__ == "__main__":
    main(*sys.argv[1:])
