"""What one process costs: shared by the benchmarks, which put this folder on their path. Standard library only."""
import os
import sys
import time
from typing import NamedTuple


class Cost(NamedTuple):
    """Wall and processor seconds, and the peak memory in MB, of one process."""

    wall: float
    processor: float
    memory: float


def run(command, output=os.devnull):
    """Runs a command, its stdout and stderr into a file, and gives its cost; ends the program where it fails.

    What this program holds when it starts the command can be counted as the command's peak: measure before much is read.
    """
    start = time.perf_counter()
    with open(output, "wb") as target:
        redirect = [(os.POSIX_SPAWN_DUP2, target.fileno(), n) for n in (1, 2)]
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=redirect)
        _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
