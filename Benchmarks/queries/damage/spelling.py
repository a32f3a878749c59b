"""Spelling: keyboard, ear, scanner, apostrophes, hyphens, spaces."""

import re

import words
from base import edits, fold
from words import ARTICLES

from .draft import core_words, damage, is_name_word, like, replace_word


def place_for_change(draft, rng, shortest=4):
    """A word of the name (or, seldom, the type) to be damaged, drawn by length: how to read it and how to put it back."""
    choices = [
        (len(w) - 2, i, w)
        for i, w in enumerate(core_words(draft))
        if len(w) >= shortest and w.isalpha() and fold(w) not in ARTICLES
    ]
    if len(draft.type) >= 4 and draft.type.isalpha() and (not choices or rng.random() < 0.12):
        return draft.type, lambda new: setattr(draft, "type", new)
    if not choices:
        return None, None
    _, index, word = rng.choices(choices, [c[0] for c in choices])[0]
    return word, lambda new: replace_word(draft, index, new)


def mistyped(word, rng):
    for _ in range(20):
        i = rng.randrange(0 if rng.random() < 0.15 else 1, len(word))
        letter = fold(word[i]) or word[i]
        near = words.KEYBOARD.get(letter[0], "e") + words.ACROSS.get(letter[0], "")
        kind = rng.choice(
            ("insert", "double", "delete", "delete", "substitute", "substitute", "transpose", "transpose")
        )
        if kind == "insert":
            new = word[:i] + rng.choice(near) + word[i:]
        elif kind == "double":
            new = word[:i] + word[i].lower() + word[i:]
        elif kind == "delete":
            new = word[:i] + word[i + 1 :]
        elif kind == "substitute":
            new = word[:i] + like(rng.choice(near), word[i]) + word[i + 1 :]
        else:
            new = word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :]
        if fold(new) != fold(word):
            return like(new, word) if word.isupper() or kind == "transpose" and i == 0 else new
    return None


@damage("spelling", 8)
def typo_one(draft, rng, base):
    word, put = place_for_change(draft, rng)
    new = word and mistyped(word, rng)
    if not new:
        return False
    put(new)
    return True


@damage("spelling", 2)
def typo_two(draft, rng, base):
    if sum(len(w) for w in core_words(draft) if is_name_word(w)) < 6:
        return False
    before = draft.core
    done = typo_one(draft, rng, base) and typo_one(draft, rng, base)
    return done and edits(fold(before), fold(draft.core)) > 0


@damage("spelling", 1.5)
def ocr(draft, rng, base):
    changed = 0
    if draft.row and rng.random() < 0.15:
        pair = rng.choice(words.OCR_DIGITS)
        if pair[0] in draft.number and len(draft.number) > 1 and draft.number.isdigit():
            draft.number = draft.number.replace(pair[0], pair[1], 1)
            changed = 1
    pairs = [
        p for p in words.OCR if p[0] in draft.core and fold(draft.core.replace(p[0], p[1], 1)) != fold(draft.core)
    ] or []
    for old, new in rng.sample(pairs, min(len(pairs), rng.choice((1, 1, 2)))):
        spots = [m.start() for m in re.finditer(re.escape(old), draft.core)]
        if spots:
            i = rng.choice(spots)
            draft.core, changed = draft.core[:i] + new + draft.core[i + len(old) :], 1
    return bool(changed)


@damage("spelling", 5)
def phonetic(draft, rng, base):
    before = fold(draft.core)
    for _ in range(rng.choice((1, 1, 2))):
        word, put = place_for_change(draft, rng)
        if not word or word == draft.type:
            continue
        plain = fold(word).replace(" ", "")
        found = [re.sub(pattern, new, plain, count=1) for pattern, new in words.PHONETIC if re.search(pattern, plain)]
        found = [f for f in found if len(f) > 2 and f != plain]
        if found:
            put(like(rng.choice(found), word))
    return fold(draft.core) != before


@damage("spelling", 2)
def apostrophe_lost(draft, rng, base):
    spots = [m.start() for m in re.finditer("['’]", draft.core)]
    if not spots:
        return False
    draft.core = re.sub("['’] ?", rng.choice((" ", " ", "", "' ", "`", "´", "-")), draft.core)
    return True


@damage("spelling", 1)
def apostrophe_typographic(draft, rng, base):
    if not re.search("['’]", draft.core):
        return False
    draft.core = re.sub("['’]", lambda m: "’" if m[0] == "'" else rng.choice("'ʼ‘"), draft.core)
    return True


@damage("spelling", 3)
def hyphen_lost(draft, rng, base):
    if "-" not in draft.core:
        return False
    draft.core = draft.core.replace("-", rng.choice((" ", " ", " - ", "") if draft.core.count("-") == 1 else (" ",)))
    return True


@damage("spelling", 2)
def hyphen_added(draft, rng, base):
    if " " not in draft.core.strip():
        return False
    draft.core = draft.core.replace(" ", "-") if rng.random() < 0.6 else re.sub(r" (?=\S+$)", "-", draft.core)
    if draft.type and rng.random() < 0.15:
        draft.spoken = draft.type, draft.core
        draft.type, draft.core = "", f"{draft.type}-{draft.core}"
    return True


@damage("spelling", 1)
def glued_words(draft, rng, base):
    draft.spoken = draft.type, draft.core
    kind = rng.choice(("all", "camel", "number", "core", "type"))
    street = f"{draft.type} {draft.core}".strip()
    if kind == "number" and draft.number.isdigit():
        draft.order = draft.order.replace("{number} {street}", "{number}{street}")
    elif kind == "core" and " " in draft.core:
        draft.core = draft.core.replace(" ", "")
    elif kind == "type" and draft.type:
        draft.type, draft.core = "", draft.type + draft.core
    elif kind == "camel" and " " in street:
        draft.type, draft.core = "", "".join(w[:1].upper() + w[1:] for w in street.split())
    elif kind == "all" and " " in street:
        draft.type, draft.core = "", street.replace(" ", "").lower()
    else:
        return False
    return True


@damage("spelling", 1)
def split_words(draft, rng, base):
    found = [(i, w) for i, w in enumerate(core_words(draft)) if len(w) >= 6 and w.isalpha()]
    if not found:
        return False
    i, word = rng.choice(found)
    cut = rng.randint(3, len(word) - 2)
    replace_word(draft, i, word[:cut] + " " + like(word[cut:], rng.choice((word, word.lower()))))
    return True
