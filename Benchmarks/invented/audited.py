"""A seeded file as `qpv audit` writes one: invented people, actions, perimeters and communes.

    python audited.py OUT.csv [--rows 1000000] [--actions 200] [--people N] [--seed 2024]

Sixty communes, forty perimeters; one sex in fifty and one birth date in fifty are missing. With --people the column Dossier
repeats: rows are drawn from so many people, each with one sex, birth date and address. Standard library only.
"""
import argparse
import datetime
import random

TAIL = ",".join(
    "qpv_verdict qpv_code qpv_name qpv_probability qpv_quality qpv_distance_m qpv_nearest_code qpv_reason qpv_addresses "
    "qpv_addresses_inside longitude latitude result_label result_score result_city".split())
VERDICTS = ["inside,1", "inside,2", "outside,1", "outside,2", "uncertain,3", "not_located,3"]
SHARES = [30, 5, 50, 5, 8, 2]


def skewed(r, power, below):
    """A whole number from 0, the small ones oftener: of a beta distribution (1, power)."""
    return int((1 - r.random() ** (1 / power)) * below)


def person(r):
    """The cells of a person before the action, and those after."""
    birth = datetime.date(1934, 1, 1) + datetime.timedelta(days=int(r.random() * 33_000))
    sex = r.choice("FH") if r.random() >= 0.02 else ""
    born = f"{birth.day:02}/{birth.month:02}/{birth.year}" if r.random() >= 0.02 else ""
    verdict, quality = r.choices(VERDICTS, SHARES)[0].split(",")
    perimeter, number, commune = 1 + int(r.random() * 40), 1 + int(r.random() * 199), skewed(r, 3, 60)
    inside = verdict == "inside"
    code, name = (f"QN{perimeter:06}F", f"Quartier Inventé {perimeter}") if inside else ("", "")
    street = f"{number} Rue Inventée {perimeter}"
    return f"{sex},{born}", (
        f"{street.upper()},99{commune:03},COMMUNE {commune},{verdict},{code},{name},{int(inside)}.000,{quality},"
        f"{'-' if inside else ''}{number}.{perimeter:03},QN{perimeter:06}F,{verdict},1,{int(inside)},2.{number:06},"
        f"46.{perimeter:06},{street} 99{commune:03} Commune {commune},0.990,Commune {commune}\n")


def write(path, rows, seed, actions=200, people=None):
    r = random.Random(seed)
    known = [person(r) for _ in range(people or 0)]
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"Dossier,Sexe,Date de naissance,Action,Adresse,CP,Commune,{TAIL}\n")
        for row in range(rows):
            who = r.randrange(people) if people else row
            before, after = known[who] if people else person(r)
            file.write(f"D{who:07},{before},Action imaginaire {skewed(r, 2, actions) + 1},{after}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--actions", type=int, default=200)
    parser.add_argument("--people", type=int)
    parser.add_argument("--seed", type=int, default=2024)
    a = parser.parse_args()
    write(a.out, a.rows, a.seed, a.actions, a.people)


if __name__ == "__main__":
    main()
