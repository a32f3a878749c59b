"""House numbers: forms of bis and ter, numbers that the base lacks, ranges."""

import words
from base import metres

from .draft import damage


@damage("number", 2)
def repetition(draft, rng, base):
    forms = words.REPETITIONS.get(draft.row.repetition if draft.row and draft.level == "housenumber" else "")
    if forms:
        draft.number = rng.choice(forms).format(n=draft.row.number)
    return bool(forms)


def absent(draft, number, position, tolerance, note):
    draft.number, draft.numbers, draft.level = str(number), [str(number)], "interpolated"
    draft.position, draft.tolerance = position, tolerance
    draft.notes.append(note)
    return True


def sides(street):
    """Numbers without suffix and their positions; a number at two places is not used."""
    found, twice = {}, set()
    for row in street.rows:
        if row.number in found and metres(found[row.number], row.position) > 60:
            twice.add(row.number)
        found.setdefault(row.number, row.position)
    return {n: p for n, p in found.items() if n not in twice and n > 0}


@damage("number", 1)
def absent_between(draft, rng, base):
    found = sides(draft.street)
    taken = {row.number for row in draft.street.rows}
    gaps = [
        (low, high)
        for parity in (0, 1)
        for numbers in [sorted(n for n in found if n % 2 == parity)]
        for low, high in zip(numbers, numbers[1:])
        if 4 <= high - low <= 12
        and metres(found[low], found[high]) <= 150
        and any(n not in taken for n in range(low + 2, high, 2))
    ]
    if not gaps:
        return False
    low, high = rng.choice(gaps)
    number = rng.choice([n for n in range(low + 2, high, 2) if n not in taken])
    share = (number - low) / (high - low)
    position = tuple(a + share * (b - a) for a, b in zip(found[low], found[high]))
    return absent(draft, number, position, max(50.0, metres(found[low], found[high]) / 2), f"between {low} and {high}")


@damage("number", 1)
def absent_beyond(draft, rng, base):
    found = sides(draft.street)
    taken = {row.number for row in draft.street.rows}
    if len(found) < 3 or len([s for s in base.by_key[draft.street.key] if s.town == draft.street.town]) > 1:
        return False
    parity = rng.choice((0, 1))
    same = sorted(n for n in found if n % 2 == parity)
    number = same[-1] + 2 * rng.randint(1, 3) if len(same) > 1 else 0
    if number <= max(taken):
        return False
    return absent(draft, number, found[same[-1]], 100.0, f"after {same[-1]}, the last of its side")


@damage("number", 1)
def number_range(draft, rng, base):
    found = sides(draft.street)
    number = draft.row.number if draft.row else 0
    if draft.level != "housenumber" or draft.row.repetition or number not in found or number + 2 not in found:
        return False
    draft.number = rng.choice(words.RANGES).format(a=number, b=number + 2)
    draft.numbers = [str(number), str(number + 2)]
    draft.tolerance = 50.0 + metres(found[number], found[number + 2])
    return True
