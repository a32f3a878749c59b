#!/usr/bin/env python3
"""Two builds of qpv over one list of command lines: is every byte that they give the same?

    python compare.py --before PROGRAM --after PROGRAM [--only PATTERN] [--shared FOLDER] [--lines 30] [--processes 2]
    python compare.py --list [--only PATTERN]

The command lines are those of commands.txt, beside this file. For each are compared: the exit code, standard output,
standard error, and every file and folder that it makes, changes or removes: name, bytes, permissions; provenances too.
Bytes are compared as they are. When an archive (.xlsx, .zip), a gzip file or a GeoPackage differs, its members or its
SQL are compared without the time stamps in them. If they are the same, that is reported and counted apart, and is no
difference.

Both programs run in folders of the same paths, one program after the other, so that no path has to be masked. Each
group of command lines has a folder of its own, with copies of geodata/ and inputs/, an empty home, a place for
temporary files that is watched as well, and no variables of the user. Groups run two at a time.

--only PATTERN   the command lines, or the groups, that hold this text (* stands for anything)
--shared FOLDER  the folder of real data ({shared} in commands.txt); QPV_SHARED unless given; without it the groups
                 that need it are skipped with a message
--lines N        how many lines of a difference are shown
--keep FOLDER    keeps what was recorded in a folder that is not there yet: records.json, and contents named by their
                 SHA-256

Differences that are meant stand in expected.txt, each with its reason; expected.py says how they are written. The exit
code is 0 when there is no difference but expected ones, 1 otherwise. An expected difference that does not occur is
reported.
"""
import argparse
import json
import os
import re
import shutil
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import command_lines  # noqa: E402
import expected  # noqa: E402
from contents import Difference  # noqa: E402
from running import Runner, Store  # noqa: E402


def parts(record):
    """The parts of a record that are compared, each as (content's digest, permissions)."""
    return {
        "exit": (record.exit, ""), "stdout": (record.stdout, ""), "stderr": (record.stderr, ""),
    } | {name: tuple(written) for name, written in sorted(record.files.items())}


class Comparison:
    """What differs, by command line."""

    def __init__(self, store, entries, most_lines):
        self.store, self.entries, self.most_lines = store, entries, most_lines
        self.counts = dict.fromkeys(("the same", "expected", "different", "packing", "failed"), 0)

    def line(self, group, line, before, after):
        """Compares one command line and prints its differences."""
        found, reasons, is_expected = [], [], True
        one, two = parts(before), parts(after)
        for part in list(one) + [name for name in two if name not in one]:
            if one.get(part) == two.get(part):
                continue
            shown, is_difference = self._shown(part, one.get(part), two.get(part), line)
            if not shown:
                continue
            entry = next((e for e in self.entries if not e.replacement and e.covers(part, line.text)), None)
            if entry and is_difference:
                entry.used.add(line.number)
                reasons.append(f"expected difference of {part}: {entry.reason}")
            elif is_difference:
                is_expected = False
            found.append((part, shown, entry if is_difference else None, is_difference))
        real = [difference for difference in found if difference[3]]
        self.counts["packing"] += bool(found) and not real
        self.counts["the same" if not real else "expected" if is_expected else "different"] += 1
        if found:
            print(f"\n[{group.name}] line {line.number}: {line.text}")
        for part, shown, entry, _ in found:
            if not entry:
                print(f"  {part}:")
                print("\n".join(f"    {text}" for text in shown))
        for reason in reasons:
            print(f"  {reason}")

    def _shown(self, part, before, after, line):
        """The lines that show a difference, none when there is none; and whether it is one, not a matter of packing."""
        if before is None or after is None:
            return ["written before, not after" if after is None else "written after, not before"], True
        if part == "exit":
            return [f"{before[0]} before, {after[0]} after"], True
        shown = [] if before[1] == after[1] else [f"permissions {before[1]} before, {after[1]} after"]
        if None in (before[0], after[0]):
            return ["removed after, not before" if before[0] else "removed before, not after"], True
        old, new = (self.store.get(digest) for digest, _ in (before, after))
        for entry in self.entries:
            if entry.replacement and entry.replacement[0] in old:
                old = old.replace(*entry.replacement)
                entry.used.add(line.number)
        if old == new:
            return shown, True
        difference = Difference(old, new)
        if difference.is_packing:
            text = "other bytes, the same content: time stamps or packing"
            return shown + [text], bool(shown)
        rest = len(difference.lines) - self.most_lines
        shown += [text[:200] for text in difference.lines[: self.most_lines]]
        return shown + ([f"... and {rest} lines more"] if rest > 0 else []), True


def chosen(groups, only):
    """The groups with the lines to be compared: (group, numbers)."""
    found = []
    for group in groups:
        wanted = re.compile(".*".join(map(re.escape, (only or "").split("*"))))
        numbers = {
            line.number for line in group.lines
            if not line.is_step and (wanted.search(group.name) or wanted.search(line.text))
        }
        if numbers:
            # What a line of the group has made is there for the next ones; later ones are not needed.
            lines = [line for line in group.lines if line.number <= max(numbers)]
            found.append((group._replace(lines=lines), numbers))
    return found


def keep(path, before, after):
    """Writes the records of both programs by the line number in commands.txt."""
    with open(path, "w", encoding="utf-8") as file:
        json.dump({
            name: {number: record._asdict() for number, record in sorted(records.items())}
            for name, records in (("before", before), ("after", after))
        }, file, indent=1)


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__.split("\n\n")[0], epilog="See the beginning of this file for more.")
    arguments.add_argument("--before", metavar="PROGRAM")
    arguments.add_argument("--after", metavar="PROGRAM")
    arguments.add_argument("--only", metavar="PATTERN")
    arguments.add_argument("--list", action="store_true", help="print the command lines")
    arguments.add_argument("--shared", metavar="FOLDER", default=os.environ.get("QPV_SHARED"))
    arguments.add_argument("--lines", type=int, default=30)
    arguments.add_argument("--processes", type=int, default=2, choices=(1, 2))
    arguments.add_argument("--keep", metavar="FOLDER")
    options = arguments.parse_args()
    shared = os.path.abspath(options.shared) if options.shared else None

    ready = []
    skipped = 0
    for group, numbers in chosen(command_lines.read(os.path.join(HERE, "commands.txt")), options.only):
        missing = group.missing(shared)
        if missing:
            skipped += len(numbers)
            print(f"skipped: [{group.name}], {len(numbers)} command lines: there is no {missing}")
        else:
            ready.append((group, numbers))
    if options.list:
        for group, numbers in ready:
            print(f"[{group.name}]")
            print("".join(f"  {line.text}\n" for line in group.lines if line.number in numbers), end="")
        print(f"{sum(len(numbers) for _, numbers in ready)} command lines")
        return 0
    if not options.before or not options.after:
        arguments.error("--before and --after name the two programs")
    entries = expected.read(os.path.join(HERE, "expected.txt"))

    start = time.monotonic()
    root = options.keep or tempfile.mkdtemp(prefix="qpv-same-output-")
    try:
        if options.keep:
            os.makedirs(root)
        store = Store(os.path.join(root, "contents"))
        samples = [os.path.join(HERE, "../../geodata"), os.path.join(HERE, "inputs")]
        runner = Runner(os.path.abspath(root), [os.path.normpath(sample) for sample in samples], shared, store)
        groups = [group for group, _ in ready]
        before, after = (
            runner.run(program, groups, options.processes) for program in (options.before, options.after))
        if options.keep:
            keep(os.path.join(root, "records.json"), before, after)
        comparison = Comparison(store, entries, options.lines)
        for group, numbers in ready:
            for line in group.lines:
                if line.number in runner.failed:
                    print(f"\n[{group.name}] line {line.number}: {line.text}")
                    print(f"  fails: {runner.failed[line.number]}")
                    comparison.counts["failed"] += 1
                if line.number in numbers:
                    comparison.line(group, line, before[line.number], after[line.number])
    finally:
        if not options.keep:
            shutil.rmtree(root, ignore_errors=True)

    texts = [line.text for group, numbers in ready for line in group.lines if line.number in numbers]
    unused = [entry for entry in entries if not entry.used and entry.is_about(texts, not options.only)]
    for entry in unused:
        print(f"\nexpected.txt:{entry.number}: this difference does not occur: {entry.reason}")
    for entry in entries:
        if entry.replacement and entry.used:
            old, new = (text.decode() for text in entry.replacement)
            print(f"\nin {len(entry.used)} command lines {old} was taken for {new}: {entry.reason}")
    counts = comparison.counts
    same = f"{counts['the same']} the same"
    if counts["packing"]:
        same += f" ({counts['packing']} of them but for time stamps or packing)"
    print(
        f"\n{len(texts)} command lines in {time.monotonic() - start:.0f} s: {same}, "
        f"{counts['expected']} with expected differences, {counts['different']} different, {skipped} skipped; "
        f"{counts['failed']} steps failed; {len(unused)} expected differences do not occur")
    return 1 if counts["different"] or counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
