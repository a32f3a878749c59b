"""Time and memory of processes. The benchmarks put this folder on their path. Standard library only."""
import contextlib
import os
import statistics
import sys
import time
from typing import NamedTuple

# The columns of `cells`.
HEAD = "wall s, median | min–max | processor s | peak MB"


class Cost(NamedTuple):
    """Wall and processor seconds, and the peak memory in MB, of one process."""

    wall: float
    processor: float
    memory: float


def run(command, output=os.devnull, errors=None):
    """Runs a command, its stdout and stderr into a file or two, and gives its cost; ends the program where it fails.

    What this program holds when it starts the command can be counted as the command's peak: measure before much is read.
    """
    command, errors = list(map(str, command)), errors or output
    start = time.perf_counter()
    with open(output, "wb") as out, open(errors, "wb") if errors != output else contextlib.nullcontext(out) as err:
        redirect = [(os.POSIX_SPAWN_DUP2, target.fileno(), n) for target, n in ((out, 1), (err, 2))]
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=redirect)
        _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        with open(errors, "rb") as said:
            sys.exit(f"failed: {' '.join(command)}\n{said.read()[-2000:].decode(errors='replace')}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def rounds(commands, count, outputs=None, logs=None, warm_up=True):
    """Runs commands in interleaved rounds after a warm-up, and gives the costs of each by its name.

    Every round begins with another command, so that a slow minute of the machine falls on all. `outputs` are the files that
    the commands write. They are removed before each run, since the page cache of one output makes writing the next one
    slower; those of the last round stay. `logs` gives the file for stdout and stderr of a command and a round.
    """
    names, outputs = list(commands), outputs or {}
    costs = {name: [] for name in names}
    for turn in range(-warm_up, count):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            for other, output in outputs.items():
                if os.path.exists(output) and (turn + 1 < count or other == name):
                    os.remove(output)
            cost = run(commands[name], logs(name, turn) if logs else os.devnull)
            if turn >= 0:
                costs[name].append(cost)
    return costs


def middle(costs):
    """The medians of wall and processor seconds, and the greatest peak memory."""
    return Cost(
        statistics.median(c.wall for c in costs), statistics.median(c.processor for c in costs),
        max(c.memory for c in costs))


def cells(costs):
    """The costs of one command as cells of a Markdown table."""
    wall, processor, memory = middle(costs)
    walls = [c.wall for c in costs]
    digits = 3 if min(walls) >= 0.1 else 5
    return f"{wall:.{digits}f} | {min(walls):.{digits}f}–{max(walls):.{digits}f} | {processor:.{digits}f} | {memory:.0f}"
