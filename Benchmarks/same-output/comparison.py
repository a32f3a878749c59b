"""Compares the records of two programs and prints the differences by command line."""
from contents import difference


def parts(record):
    """The parts of a record that are compared, each as (content's digest, permissions)."""
    return {
        "exit": (record.exit, ""), "stdout": (record.stdout, ""), "stderr": (record.stderr, ""),
    } | {name: tuple(written) for name, written in sorted(record.files.items())}


class Comparison:
    """What differs, by command line."""

    def __init__(self, store, entries, most_lines):
        self.store, self.entries, self.most_lines = store, entries, most_lines
        self.counts = dict.fromkeys(("the same", "expected", "different", "failed"), 0)

    def line(self, group, line, before, after):
        """Compares one command line and prints its differences."""
        found, expected_ones = [], []
        one, two = parts(before), parts(after)
        for part in list(one) + [name for name in two if name not in one]:
            if one.get(part) == two.get(part):
                continue
            shown = self._shown(part, one.get(part), two.get(part), line)
            if not shown:
                continue
            entry = next((e for e in self.entries if not e.replacement and e.covers(part, line.text)), None)
            if entry:
                entry.used.add(line.number)
                expected_ones.append(f"expected difference of {part}: {entry.reason}")
            else:
                found += [f"{part}:"] + [f"  {text}" for text in shown]
        self.counts["different" if found else "expected" if expected_ones else "the same"] += 1
        if found or expected_ones:
            print(f"\n[{group.name}] line {line.number}: {line.text}")
            print("\n".join(f"  {text}" for text in found + expected_ones))

    def _shown(self, part, before, after, line):
        """The lines that show a difference; none when a replacement explains it."""
        if before is None or after is None:
            return ["written before, not after" if after is None else "written after, not before"]
        if part == "exit":
            return [f"{before[0]} before, {after[0]} after"]
        shown = [] if before[1] == after[1] else [f"permissions {before[1]} before, {after[1]} after"]
        if None in (before[0], after[0]):
            return ["removed after, not before" if before[0] else "removed before, not after"]
        old, new = (self.store.get(digest) for digest, _ in (before, after))
        for entry in self.entries:
            if entry.replacement and entry.replacement[0] in old:
                old = old.replace(*entry.replacement)
                entry.used.add(line.number)
        if old == new:
            return shown
        lines = difference(old, new)
        rest = len(lines) - self.most_lines
        shown += [text[:200] for text in lines[: self.most_lines]]
        return shown + ([f"... and {rest} lines more"] if rest > 0 else [])
