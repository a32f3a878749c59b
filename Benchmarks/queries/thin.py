#!/usr/bin/env python3
"""Leaves one street in five out of a base: queries about these have no right answer at the street.

    thin.py BASE.csv OUT.csv

A geocoder that is sure of itself on such queries is sure of nothing. Which streets go depends on commune and name alone.
"""
import csv
import gzip
import hashlib
import re
import sys

from base import fold


def opened(path):
    return gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8", newline="")


def main():
    source, target = sys.argv[1:]
    with opened(source) as file, open(target, "w", encoding="utf-8", newline="") as out:
        separator = ";" if ";" in file.readline() else ","
        file.seek(0)
        rows = csv.DictReader(file, delimiter=separator)
        writer = csv.DictWriter(out, rows.fieldnames, delimiter=separator, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            # Arrondissements count as one commune, and a street of several postcodes as one.
            key = f"{re.sub(' [0-9]+er? Arrondissement$', '', row['nom_commune'])}|{fold(row['nom_voie'])}|thin"
            if hashlib.sha256(key.encode()).digest()[0] % 5:
                writer.writerow(row)


main()
