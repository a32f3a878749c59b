"""Addresses as an office types them, and the address of the base that each means.

Most rows have the text of the base, some of it in capitals. The others come from `queries/generate.py`: half of them have one
fault or more, one in twelve has no answer in the base.
"""
import csv
import random
import subprocess
import sys
import unicodedata
from pathlib import Path

GENERATE = Path(__file__).resolve().parent.parent / "queries/generate.py"


def capitals(text):
    letters = unicodedata.normalize("NFD", text.upper())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def plain(addresses, count, seed):
    """Rows without a fault, in the columns of the truth."""
    r = random.Random(f"{seed} plain")
    with open(addresses, encoding="utf-8", newline="") as file:
        rows = r.sample(list(csv.DictReader(file, delimiter=";")), count)
    for number, row in enumerate(rows):
        style = r.choice((str, str, str.upper, capitals))
        house = f"{row['numero']}{row['rep'] and ' '}{row['rep']}"
        text = f"{house} {row['nom_voie']}{r.choice((' ', ', '))}{row['code_postal']} {row['nom_commune']}"
        yield {"set": "plain", "id": f"plain-{number:05d}", "query": style(text), "id_ban": row["id"]}


def write(path, truth, addresses, plain_count, mixed_count, seed):
    """Writes the rows (id;adresse), shuffled, and their truth in the columns of the query generator; gives their number."""
    generate = [sys.executable, GENERATE, "--base", addresses, "--out", truth, "--seed", str(seed)]
    subprocess.run([*generate, "--sets", "mix", "--per-set", str(mixed_count)], check=True)
    with open(truth, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [*reader, *plain(addresses, plain_count, seed)]
    random.Random(f"{seed} order").shuffle(rows)
    with open(truth, "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, reader.fieldnames, restval="", lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";", lineterminator="\n")
        table.writerow(("id", "adresse"))
        table.writerows((row["id"], row["query"]) for row in rows)
    return len(rows)
