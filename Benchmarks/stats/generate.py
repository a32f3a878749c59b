"""A seeded file as `qpv audit` writes one: invented people, actions, perimeters and communes.

    python generate.py OUT.csv [--rows 1000000] [--actions 200] [--people N] [--seed 2024]

Sixty communes, forty perimeters; one sex in fifty and one birth date in fifty are missing. With --people the column Dossier
repeats: rows are drawn from so many people, each with one sex, birth date and address. Needs numpy.
"""
import argparse

import numpy

TAIL = ",".join(
    "qpv_verdict qpv_code qpv_name qpv_probability qpv_quality qpv_distance_m qpv_nearest_code qpv_reason qpv_addresses "
    "qpv_addresses_inside longitude latitude result_label result_score result_city".split())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--actions", type=int, default=200)
    parser.add_argument("--people", type=int)
    parser.add_argument("--seed", type=int, default=2024)
    a = parser.parse_args()
    random = numpy.random.default_rng(a.seed)
    people = a.people or a.rows
    births = (numpy.datetime64("1934-01-01") + random.integers(0, 33_000, people)).astype(str).tolist()
    births = [f"{d[8:]}/{d[5:7]}/{d[:4]}" for d in births]
    noted = random.random((2, people)) >= 0.02
    sexes = random.choice(["F", "H"], people).tolist()
    verdicts = random.choice(
        ["inside,1", "inside,2", "outside,1", "outside,2", "uncertain,3", "not_located,4"], people,
        p=[0.3, 0.05, 0.5, 0.05, 0.08, 0.02]).tolist()
    perimeters = random.integers(1, 41, people).tolist()
    communes = (random.beta(1, 3, people) * 60).astype(int).tolist()
    numbers = random.integers(1, 200, people).tolist()
    with open(a.out, "w") as file:
        file.write(f"Dossier,Sexe,Date de naissance,Action,Adresse,CP,Commune,{TAIL}\n")
        who = random.integers(0, people, a.rows).tolist() if a.people else range(a.rows)
        actions = (random.beta(1, 2, a.rows) * a.actions).astype(int).tolist()
        for person, action in zip(who, actions):
            verdict, quality = verdicts[person].split(",")
            commune, number, perimeter = communes[person], numbers[person], perimeters[person]
            inside = verdict == "inside"
            code = f"QN{perimeter:06}F" if inside else ""
            street = f"{number} Rue Inventée {perimeter}"
            file.write(
                f"D{person:07},{sexes[person] if noted[0][person] else ''},{births[person] if noted[1][person] else ''},"
                f"Action imaginaire {action + 1},{street.upper()},99{commune:03},COMMUNE {commune},"
                f"{verdict},{code},{f'Quartier Inventé {perimeter}' if inside else ''},{int(inside)}.000,{quality},"
                f"{'-' if inside else ''}{number}.{perimeter:03},QN{perimeter:06}F,{verdict},1,{int(inside)},2.{number:06},"
                f"46.{perimeter:06},{street} 99{commune:03} Commune {commune},0.990,Commune {commune}\n")


if __name__ == "__main__":
    main()
