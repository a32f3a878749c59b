#!/usr/bin/env python3
"""Fits the probability that an answer of the geocoder is right, and says how well it holds on other streets.

    pip install numpy scipy
    python3 ../queries/generate.py --base BAN.csv --out queries.csv --seed 11
    geocoder-eval build base.qpvg BAN.csv
    geocoder-eval evidence base.qpvg queries.csv > evidence.csv
    geocoder-eval evidence base.qpvg queries.csv --postcode > columns.csv
    python3 ../queries/thin.py BAN.csv thin.csv; geocoder-eval build thin.qpvg thin.csv      # and the same two of thin.qpvg
    python3 fit.py --fit queries.csv evidence.csv --fit queries.csv columns.csv --fit … [--test queries.csv evidence.csv …]

A base that lacks one street in five shows what an answer is worth when the right one is not there. The rows whose `part` is "fit" are fitted, those whose `part` is "test" (other streets, never both) are measured; a --test
pair is measured whole, whatever its part, so that another base can be asked. Every set of queries weighs the same, `mix` as
much as ten. Prints the constants of Sources/Gazetteer/Match/Calibration.swift, then reliability tables; exits 1 when the
expected calibration error on streets that were not fitted is 0.05 or more.

A loss that no wrong answer shows keeps the weight 1, and a bias stays within ±10. Right means: the number asked in the street and commune asked; for a computed position or a street that street and commune;
for a commune that commune.
"""
import argparse
import csv
import re
import sys
import unicodedata
from collections import defaultdict

import numpy as np
from scipy.optimize import minimize

OUTCOMES = ["number", "otherSuffix", "computed", "streetOfNumber", "street", "municipality", "municipalityOfStreet"]
FIXED = ["set", "id", "result_type", "housenumber", "street", "city", "citycode", "outcome", "share", "score"]


def fold(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return " ".join(re.findall("[a-z0-9]+", text.replace("œ", "oe")))


def number_key(text):
    """Digits and suffix, "b" for "bis" and the like."""
    key = fold(text).replace(" ", "")
    return re.sub(r"^(\d+)(bis|ter|quater)$", lambda match: match[1] + match[2][0], key)


def city_key(text):
    return re.sub(r" \d+(er|e|eme)? arrondissement$", "", fold(text))


def is_right(query, answer):
    # A query about a street that does not exist still names its commune.
    cities = query["expected_city"] or query.get("query_city", "")
    if city_key(answer["city"]) not in {city_key(part) for part in cities.split("|") if part}:
        return False
    if answer["outcome"].startswith("municipality"):
        return True
    if fold(answer["street"]) not in {fold(part) for part in query["expected_street"].split("|") if part}:
        return False
    codes = [code for code in query.get("expected_citycode", "").split("|") if code]
    if codes and answer["citycode"] not in codes:
        return False
    numbers = {number_key(part) for part in query["expected_housenumber"].split("|") if part}
    return answer["outcome"] != "number" or not numbers or number_key(answer["housenumber"]) in numbers


class Sample:
    """Answers as arrays: losses, outcome, share, whether right, weight, part, set."""

    def __init__(self, queries, evidence):
        with open(queries, newline="", encoding="utf-8") as file:
            asked = {(row["set"], row["id"]): row for row in csv.DictReader(file)}
        with open(evidence, newline="", encoding="utf-8") as file:
            answers = list(csv.DictReader(file))
        self.names = [name for name in answers[0] if name not in FIXED]
        self.losses = np.array([[float(row[name]) for name in self.names] for row in answers])
        self.outcome = np.array([OUTCOMES.index(row["outcome"]) for row in answers])
        self.share = np.array([float(row["share"]) for row in answers])
        self.score = np.array([float(row["score"]) for row in answers])
        rows = [asked[row["set"], row["id"]] for row in answers]
        self.right = np.array([is_right(q, a) for q, a in zip(rows, answers)], dtype=float)
        self.set = np.array([row["set"] for row in rows])
        self.part = np.array([row.get("part", "") for row in rows])
        self.texts = [row["query"] for row in rows]
        sizes = defaultdict(int)
        for name in self.set:
            sizes[name] += 1
        self.weight = np.array([(10 if name == "mix" else 1) / sizes[name] for name in self.set])

    def only(self, keep):
        part = object.__new__(Sample)
        part.names = self.names
        for name in ("losses", "outcome", "share", "score", "right", "set", "part", "weight"):
            setattr(part, name, getattr(self, name)[keep])
        part.texts = [text for text, kept in zip(self.texts, keep) if kept]
        return part

    def probability(self, parameters):
        weights, biases = parameters[: len(self.names)], parameters[len(self.names):]
        return self.share / (1 + np.exp(self.losses @ weights - biases[self.outcome]))


def fit(sample):
    """Greatest likelihood; weights drawn towards those of the rank and never nothing, biases drawn towards 5."""
    count = len(sample.names)
    prior = np.concatenate([np.ones(count), np.full(len(OUTCOMES), 5.0)])

    def loss(parameters):
        p = np.clip(sample.probability(parameters), 1e-9, 1 - 1e-9)
        likelihood = sample.right * np.log(p) + (1 - sample.right) * np.log(1 - p)
        return -(sample.weight * likelihood).sum() / sample.weight.sum() + 1e-4 * ((parameters - prior) ** 2).sum()

    bounds = [(0.25, 4)] * count + [(-4, 10)] * len(OUTCOMES)
    return minimize(loss, prior, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000, "maxfun": 200000}).x


def reliability(name, probability, sample, weight):
    """The table by tenths, and the expected calibration error: the mean gap of a tenth, by its weight."""
    print(f"\n**{name}** ({len(probability):,} answers)\n")
    print("| score | answers | mean score | right |\n|---|--:|--:|--:|")
    error = 0.0
    for tenth in range(10):
        keep = (np.minimum((probability * 10).astype(int), 9) == tenth)
        if not keep.any():
            continue
        part = weight[keep].sum()
        mean = (weight[keep] * probability[keep]).sum() / part
        right = (weight[keep] * sample.right[keep]).sum() / part
        error += part / weight.sum() * abs(mean - right)
        print(f"| {tenth / 10:.1f}–{tenth / 10 + 0.1:.1f} | {keep.sum():,} | {mean:.3f} | {right:.3f} |")
    print(f"\nexpected calibration error {error:.4f}")
    return error


def swift(sample, parameters):
    """The numbers as they stand in Calibration.swift."""
    count = len(sample.names)
    for name, value in zip(OUTCOMES, parameters[count:]):
        print(f"        case .{name}: {value:.2f}")
    for name, value in zip(sample.names, parameters[:count]):
        print(f"        losses[.{name}] = {value:.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", nargs=2, action="append", default=[], metavar=("QUERIES", "EVIDENCE"))
    parser.add_argument("--test", nargs=2, action="append", default=[], metavar=("QUERIES", "EVIDENCE"))
    parser.add_argument("--wrong", type=int, default=0, help="print so many wrong answers with a score of 0.8 and more")
    options = parser.parse_args()
    errors = []
    parameters = None
    if options.fit:
        samples = [Sample(*pair) for pair in options.fit]
        whole = samples[0]
        for other in samples[1:]:
            for name in ("losses", "outcome", "share", "score", "right", "set", "part", "weight"):
                setattr(whole, name, np.concatenate([getattr(whole, name), getattr(other, name)]))
            whole.texts += other.texts
        parameters = fit(whole.only(whole.part == "fit"))
        swift(whole, parameters)
        test = whole.only(whole.part == "test")
        for title, weight in (("every set weighs the same", test.weight), ("every query weighs the same", np.ones(len(test.right)))):
            errors.append(reliability(f"streets not fitted, {title}", test.probability(parameters), test, weight))
        mix = test.only(test.set == "mix")
        errors.append(reliability("an office's file: the set mix, streets not fitted", mix.probability(parameters), mix, mix.weight))
        for number, outcome in enumerate(OUTCOMES):
            part = test.only(test.outcome == number)
            if len(part.right):
                p = part.probability(parameters)
                print(f"{outcome}: {len(part.right)} answers, mean score {p.mean():.3f}, right {part.right.mean():.3f}")
    for pair in options.test:
        sample = Sample(*pair)
        probability = sample.score if parameters is None else sample.probability(parameters)
        errors.append(reliability(f"{pair[0]}", probability, sample, np.ones(len(sample.right))))
        if options.wrong:
            order = [i for i in np.argsort(-probability) if not sample.right[i] and probability[i] >= 0.8]
            for i in order[: options.wrong]:
                print(f"  {probability[i]:.3f} {sample.set[i]}: {sample.texts[i]}")
    if max(errors) >= 0.05:
        sys.exit("the expected calibration error is 0.05 or more")


main()
