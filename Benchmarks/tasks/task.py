"""A task that qpv and its rivals are timed at, and the check of their answers."""
import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

from invented.world import World

RIVALS = Path(__file__).resolve().parent.parent / "rivals"


class Faults(list):
    """Wrong answers: the first few in words, and the number of all."""

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
    # Number of questions that a command answers.
    rows: int
    # The command of each program, qpv first, and the file that it writes.
    commands: dict[str, list[str]]
    outputs: dict[str, Path]
    # Gives a sentence about the answers, and their faults. Called in another process.
    check: Callable[[], tuple[str, Faults]]
    # Programs whose answers are on standard output.
    printed: set[str] = field(default_factory=set)
    # MB that qpv may need.
    most_memory: float = 200

    def lines(self, costs, log):
        """The questions and costs by line of the table and by program. `log` gives the file that a program printed to."""
        return {self.name: {program: (self.rows, of) for program, of in costs.items()}}


@dataclass
class Setting:
    """The programs, the files and the options of a run."""

    qpv: str
    bench: str
    # The Python of the rivals' environment; None without rivals.
    python: str | None
    threads: int
    folder: Path
    world: World | None = None
    # Three files of planar-bench and the perimeters in them; empty for the invented ones.
    workload: list[str] = field(default_factory=list)

    @property
    def gazetteer(self):
        return self.folder / "base.qpvg"

    def out(self, name):
        return self.folder / name

    def rivals(self, script, **arguments):
        """The commands of rivals by name; empty without rivals."""
        if not self.python:
            return {}
        return {name: [self.python, str(RIVALS / script), *map(str, a)] for name, a in arguments.items()}


def records(path, delimiter=","):
    """The rows of a CSV, each a dictionary."""
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=delimiter)
