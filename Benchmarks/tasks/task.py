"""One question, asked of qpv and of its rivals: what runs, what is written, and whether the answers are right."""
import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

from invented.world import World

RIVALS = Path(__file__).resolve().parent.parent / "rivals"


class Faults(list):
    """What is wrong with answers: the first few in words, all of them counted."""

    MOST = 5

    def __init__(self):
        super().__init__()
        self.count = 0

    def add(self, text):
        self.count += 1
        if len(self) < self.MOST:
            self.append(text)

    def join(self, others):
        for other in others:
            self.count += other.count
            self.extend(other[: self.MOST - len(self)])


@dataclass
class Task:
    name: str
    # How many questions a command answers.
    rows: int
    # By program, qpv first; and the file that each writes.
    commands: dict[str, list[str]]
    outputs: dict[str, Path]
    # A sentence about the answers in the outputs, and their faults; called in another process.
    check: Callable[[], tuple[str, Faults]]
    # The programs whose output is what they print.
    printed: set[str] = field(default_factory=set)
    # MB that qpv may need.
    most_memory: float = 200

    def lines(self, costs, log):
        """Questions and costs by line of the table and by program; `log` gives what a program printed in a round."""
        return {self.name: {program: (self.rows, of) for program, of in costs.items()}}


@dataclass
class Setting:
    """Where the tasks find everything."""

    qpv: str
    bench: str
    # The interpreter that has the rivals; None without them.
    python: str | None
    threads: int
    folder: Path
    world: World | None = None
    # Files of planar-bench made by workload.py, and the perimeters in them, in the place of the invented ones.
    workload: list[str] = field(default_factory=list)

    @property
    def gazetteer(self):
        return self.folder / "base.qpvg"

    def out(self, name):
        return self.folder / name

    def rivals(self, script, **arguments):
        """The commands of rivals by name, none without their interpreter."""
        if not self.python:
            return {}
        return {name: [self.python, str(RIVALS / script), *map(str, a)] for name, a in arguments.items()}


def records(path, delimiter=","):
    """The rows of a CSV, each a dictionary."""
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=delimiter)
