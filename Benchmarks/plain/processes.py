"""Work in processes of their own: on all processors, and without a trace in the memory of the one that asks.

A program started by a process that holds much would be charged with its memory: see measured.py.
"""
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

_work = None


def _call(*arguments):
    return _work(*arguments)


def spread(work, items):
    """The results of a function, which may be a closure, for each of some items; at most one a processor at a time."""
    global _work
    _work = work
    with ProcessPoolExecutor(min(len(items), os.cpu_count() or 1), mp_context=get_context("fork")) as pool:
        return list(pool.map(_call, items))


def apart(work):
    """The result of a function that is called in another process."""
    return spread(lambda _: work(), [0])[0]
