"""Types and names of streets: shortened, left out, swapped, figures for words."""

import re

import words
from base import fold
from words import ARTICLES, FIRST_NAMES, RANKS, TITLES

from .draft import cased, core_words, damage, is_name_word, like, replace_word


@damage("type", 8)
def type_abbreviated(draft, rng, base):
    forms = words.TYPES.get(draft.street.type)
    if not forms or not draft.type:
        return False
    draft.type = cased(rng, rng.choice(forms))
    return True


@damage("type", 1.5)
def type_missing(draft, rng, base):
    if not draft.type or len(draft.street.words) < 1 or all(len(w) < 4 for w in draft.street.words):
        return False
    draft.type = ""
    draft.core = (
        re.sub(r"^(?:(?:de la|de l['’]|du|des|de|d['’])\s*)", "", draft.core, flags=re.I)
        if rng.random() < 0.6
        else draft.core
    )
    return True


@damage("type", 1)
def type_wrong(draft, rng, base):
    others = words.WRONG_TYPES.get(draft.street.type)
    if not others or not draft.type:
        return False
    draft.type = like(rng.choice(others), draft.type)
    return True


def abbreviated(draft, rng, forms):
    found = [(i, w) for i, w in enumerate(core_words(draft)) if fold(w) in forms]
    for i, word in found:
        replace_word(draft, i, like(rng.choice(forms[fold(word)]), word))
    return bool(found)


@damage("name", 3)
def title_abbreviated(draft, rng, base):
    return abbreviated(draft, rng, TITLES)


@damage("name", 1)
def word_abbreviated(draft, rng, base):
    return abbreviated(draft, rng, words.WORDS)


@damage("name", 2)
def saint(draft, rng, base):
    found = re.search(r"\b(saint)(e?)([ -])(?=\w)", draft.core, flags=re.I)
    if not found:
        return False
    feminine = found[2].lower()
    form = rng.choice(
        (
            f"St{feminine} ",
            f"St{feminine}-",
            f"St{feminine}. ",
            f"ST{feminine.upper()} ",
            f"st{feminine} ",
            f"saint{feminine}",
            "Ste " if feminine else "S. ",
        )
    )
    draft.core = draft.core[: found.start()] + form + draft.core[found.end() :]
    return form != found[0]


@damage("name", 2)
def first_name_dropped(draft, rng, base):
    tokens = draft.core.split()
    heads = [i for i, w in enumerate(tokens[:-1]) if all(p in FIRST_NAMES for p in fold(w).split())]
    if not heads:
        return False
    kept = [w for i, w in enumerate(tokens) if i not in heads]
    kept = kept[1:] if fold(kept[0]) == "et" else kept
    draft.core = " ".join(kept)
    return any(is_name_word(w) for w in kept) and not re.match(r"([IVX]+|Ier|1er)\b", draft.core)


@damage("name", 2)
def last_name_only(draft, rng, base):
    tokens = draft.core.split()
    if len(tokens) < 3 or not any(fold(w) in RANKS or fold(w) in FIRST_NAMES for w in tokens[:-1]):
        return False
    keep = 2 if fold(tokens[-2]) in ARTICLES - {"et"} else 1
    draft.core = " ".join(tokens[-keep:])
    return len(draft.core) > 3 and is_name_word(tokens[-1]) and not tokens[-1][0].isdigit()


@damage("name", 3)
def articles_dropped(draft, rng, base):
    core = re.sub(
        r"\b(?:de la|de l['’]|du|des|de|d['’]|la|le|les|l['’]|aux?|à la|à l['’]|et)(?:\s+|(?<=['’]))",
        "",
        draft.core,
        flags=re.I,
    ).strip()
    changed = core != draft.core and any(is_name_word(w) for w in core.split())
    draft.core = core if changed else draft.core
    return changed


@damage("name", 2)
def initials(draft, rng, base):
    tokens = draft.core.split()
    found = [i for i, w in enumerate(tokens[:-1]) if all(p in FIRST_NAMES for p in fold(w).split())]
    for i in found:
        letters = [p[0].upper() for p in tokens[i].split("-") if p]
        tokens[i] = rng.choice(
            (".-".join(letters) + ".", " ".join(letters), "".join(letters), ".".join(letters) + ".", "-".join(letters))
        )
    draft.core = " ".join(tokens)
    return bool(found)


@damage("name", 1)
def swapped_words(draft, rng, base):
    tokens = draft.core.split()
    named = [i for i, w in enumerate(tokens) if is_name_word(w)]
    if (
        len(named) != 2
        or named[1] - named[0] != 1
        or tokens[named[0]].lower() == tokens[named[1]].lower()
        or "'" in draft.core
        or "’" in draft.core
    ):
        return False
    if fold(tokens[named[0]]) in RANKS | {"saint", "sainte"} or any(c.isdigit() for c in draft.core):
        return False
    i, j = named
    tokens[i], tokens[j] = tokens[j], tokens[i]
    draft.core = " ".join(tokens)
    return True


@damage("name", 1.5)
def numeral(draft, rng, base):
    tokens = draft.core.split()
    for i, word in enumerate(tokens):
        after = fold(tokens[i + 1]) if i + 1 < len(tokens) else ""
        if word.upper() in words.ROMANS and i and word.isupper():
            tokens[i] = rng.choice((str(words.ROMANS[word]), words.UNITS[words.ROMANS[word]], word.lower()))
        elif word.isdigit() and 1 <= int(word) <= 31 and after in words.MONTHS:
            choices = [words.UNITS[int(word)].capitalize(), words.UNITS[int(word)].upper()]
            tokens[i] = rng.choice(choices)
            if after in words.SHORT_MONTHS and rng.random() < 0.3:
                tokens[i], tokens[i + 1] = word, words.SHORT_MONTHS[after]
            if i + 2 < len(tokens) and re.fullmatch(r"19\d\d", tokens[i + 2]) and rng.random() < 0.6:
                tokens[i] = word
                tokens[i + 2 :] = rng.choice(([tokens[i + 2][2:]], []))
        elif fold(word) in ("1er", "premier", "ier"):
            tokens[i] = rng.choice([w for w in ("1er", "Premier", "1 er", "Ier", "1°") if fold(w) != fold(word)])
        elif fold(word) in {fold(u) for u in words.UNITS[2:17]} and fold(word) != "neuf":
            tokens[i] = str([fold(u) for u in words.UNITS].index(fold(word)))
        elif fold(word) == "neuf" and i < len(tokens) - 1:
            tokens[i] = "9"
        else:
            continue
        draft.core = " ".join(tokens)
        return True
    return False


@damage("name", 1.5)
def truncated(draft, rng, base):
    tokens = core_words(draft)
    last = tokens[-1]
    if draft.type and len(fold(draft.type)) >= 6 and rng.random() < 0.4:
        draft.type = draft.type[: rng.randint(4, len(draft.type) - 1)] + rng.choice(("", "."))
        return True
    if len(tokens) < 2 or len(last) < 5 or not last.isalpha():
        return False
    replace_word(
        draft, len(tokens) - 1, last[: rng.randint(3 if len(tokens) > 2 else 4, len(last) - 1)] + rng.choice(("", "."))
    )
    return True
