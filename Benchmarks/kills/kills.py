#!/usr/bin/env python3
"""Kills every command that writes, at random moments: is each output the old one, the new one, or absent?

    python kills.py --qpv PROGRAM [--count 1000] [--seed 1] [--signal KILL]

A run is killed after a time drawn between its start and a little more than it takes. Half of the runs find outputs of an
earlier run in their place. Afterwards:

- each file under its own name has the bytes of the earlier run or those of the whole run;
- files of two runs (a kill between two names) are told by `qpv verify`, and counted;
- the next run that is not killed leaves the outputs of the whole run and nothing else, neither beside them nor in the
  folder of temporary files.

Exits 1 when one of these is not so. Nothing is measured but counts.
"""
import argparse
import os
import random
import signal
import tempfile
import time

from commands import COMMANDS, Place, finish, is_hidden, judge


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--qpv", required=True)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--signal", default="KILL")
    options = parser.parse_args()
    number = getattr(signal, "SIG" + options.signal)
    generator = random.Random(options.seed)
    faults, killed, unfinished, mixed = [], 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        place = Place(options.qpv, os.path.join(folder, "work"))
        expected = {}
        for name, (first, line, outputs) in COMMANDS.items():
            place.empty()
            if first:
                place.run(first)
            old = place.files()
            start = time.monotonic()
            place.run(line)
            took = time.monotonic() - start
            expected[name] = (old, place.files(), took)
        for i in range(options.count):
            name = list(COMMANDS)[i % len(COMMANDS)]
            first, line, outputs = COMMANDS[name]
            old, new, took = expected[name]
            place.empty()
            before = old if generator.random() < 0.5 else {}
            if first is None:
                before = {}
            place.write(before)
            process = place.start(line)
            time.sleep(generator.uniform(0, took * 1.1))
            process.send_signal(number)
            process.communicate()
            if process.returncode < 0:
                killed += 1
            left = place.files()
            unfinished += any(is_hidden(path) for path in left)
            wrong, isMixed = judge(place, outputs, before, new)
            mixed += isMixed
            # A folder of sheets is never written into.
            if not (first is None and os.path.exists(os.path.join(place.folder, "out", outputs[0]))):
                place.run(line)
                if place.files() != new:
                    wrong.append("after the next run: " + ", ".join(sorted(set(place.files()) ^ set(new))))
                if os.listdir(os.path.join(place.folder, "tmp")):
                    wrong.append("left: " + ", ".join(os.listdir(os.path.join(place.folder, "tmp"))))
            faults += [f"{name}, run {i} of seed {options.seed}: {fault}" for fault in wrong]
    finish(faults, f"{options.count} runs, {killed} killed before their end, {unfinished} left a hidden file, "
                   f"{mixed} left files of two runs (all told)")


if __name__ == "__main__":
    main()
