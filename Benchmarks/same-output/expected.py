"""Reads expected.txt: differences that are meant, each with its reason."""
import re
import shlex


class Entry:
    """Differences of some parts of some command lines, or a text that stands for another one.

    - used: numbers of the command lines in which it occurred.
    """

    def __init__(self, number, reason, parts=(), pattern="", replacement=None):
        self.number, self.reason, self.parts, self.pattern = number, reason, parts, pattern
        self.replacement, self.used = replacement, set()

    def covers(self, part, text):
        """Whether a difference of a part (exit, stdout, stderr, or a file's name) of a command line is expected."""
        wanted = any(name == "all" or _matches(name, part) for name in self.parts)
        return wanted and _matches(self.pattern, text)


    def is_about(self, texts, are_all):
        """Whether these command lines, all or some of the list, should have shown the difference."""
        return are_all if self.replacement else any(_matches(self.pattern, text) for text in texts)


def read(path):
    """The entries of a file; a wrong line ends the program.

        = The reason, one line, for all entries until the next reason.
        PART, PART | PATTERN          PART: all, exit, stdout, stderr, or a file's name; * stands for anything in both
        replace "old text" "new text"
    """
    entries, reason = [], None
    try:
        lines = open(path, encoding="utf-8").read().split("\n")
    except FileNotFoundError:
        return []
    for number, raw in enumerate(lines, 1):
        text = raw.strip()
        if not text or text.startswith("#"):
            continue
        if text.startswith("= "):
            reason = text[2:].strip()
            continue
        if not reason:
            raise SystemExit(f"{path}:{number}: an entry without a reason: write \"= reason\" above it")
        if text.startswith("replace "):
            words = shlex.split(text)
            if len(words) != 3:
                raise SystemExit(f"{path}:{number}: expected replace \"old\" \"new\"")
            entries.append(Entry(number, reason, replacement=(words[1].encode(), words[2].encode())))
            continue
        parts, bar, pattern = text.partition(" | ")
        if not bar:
            raise SystemExit(f"{path}:{number}: expected PARTS | PATTERN")
        entries.append(Entry(number, reason, [part.strip() for part in parts.split(",")], pattern.strip()))
    return entries


def _matches(pattern, text):
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text, re.DOTALL) is not None
