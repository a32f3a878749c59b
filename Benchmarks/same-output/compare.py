#!/usr/bin/env python3
"""Two builds of qpv over one list of command lines: is every byte that they give the same?

    python compare.py --before PROGRAM --after PROGRAM [--only PATTERN] [--shared FOLDER] [--lines 30] [--processes 2]
    python compare.py --list [--only PATTERN]

The command lines are those of commands.txt, beside this file. For each are compared: the exit code, standard output,
standard error, and every file and folder that it makes, changes or removes: name, bytes, permissions; provenances too.
Bytes are compared as they are: no output of qpv carries a time stamp, not even workbooks and GeoPackages. When a
workbook, an archive, a gzip file or a GeoPackage differs, the report shows how its members or its SQL differ. If they
are the same but for time stamps and packing, the report says so. It is a difference all the same.

A line may read what an earlier line of its group wrote. When that differs, the later line differs too, at least in the
SHA-256 of its input: look at the first difference of a group first.

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
import signal
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import command_lines  # noqa: E402
import expected  # noqa: E402
from comparison import Comparison  # noqa: E402
from running import Runner, Store  # noqa: E402


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
    # A program that is ended removes what it has made, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
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
    print(
        f"\n{len(texts)} command lines in {time.monotonic() - start:.0f} s: {counts['the same']} the same, "
        f"{counts['expected']} with expected differences, {counts['different']} different, {skipped} skipped; "
        f"{counts['failed']} steps failed; {len(unused)} expected differences do not occur")
    return 1 if counts["different"] or counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
