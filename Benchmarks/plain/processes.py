"""Functions called in other processes: on all processors, and without use of this process's memory.

The memory of this process is counted as the peak of the programs that it starts: see measured.py.
"""
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

_work = None


def _call(*arguments):
    return _work(*arguments)


def spread(work, items):
    """The results of a function, which may be a closure, for each item; one process a processor."""
    global _work
    _work = work
    with ProcessPoolExecutor(min(len(items), os.cpu_count() or 1), mp_context=get_context("fork")) as pool:
        return list(pool.map(_call, items))


def apart(work):
    """The result of a function that is called in another process."""
    return spread(lambda _: work(), [0])[0]
