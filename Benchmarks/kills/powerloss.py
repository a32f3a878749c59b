#!/usr/bin/env python3
"""Cuts the power under every command that writes: is each output then the old one, the new one, or absent?

    python powerloss.py --qpv PROGRAM [--points 100] [--seed 1] [--only NAME]

Nothing is cut: the writes, syncs and renames of a run are recorded by strace, and replayed up to a point. At that point, three times,

- the bytes of a file are those of its last sync, and of what was written since a part, drawn anew: none, all, or so many writes;
- the names in a folder are those of its last sync, and of what was done since a part, drawn too.

So a name may be on the disk before the bytes, as file systems do that do not keep the order. From that state the outputs
are judged as kills.py judges them. Exits 1 when one is neither old, new nor absent, or `qpv verify` is content with files
of two runs.
"""
import argparse
import os
import random
import re
import tempfile

from commands import COMMANDS, Place, finish, judge

CALLS = ("openat,creat,write,pwrite64,writev,ftruncate,fsync,fdatasync,syncfs,sync,linkat,link,rename,renameat,renameat2,"
         "unlink,unlinkat,mkdir,mkdirat,rmdir,close,dup,dup2,dup3,fcntl,lseek,copy_file_range,sendfile")
LINE = re.compile(r"^(\d+)\s+(\w+)\((.*)\)\s+= (-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


def decoded(text):
    return bytes.fromhex(text.replace("\\x", ""))


class File:
    """The bytes of a file on the disk, and the writes since its last sync."""

    def __init__(self, content=b""):
        self.synced, self.writes = content, []

    def sync(self):
        self.synced, self.writes = self.content(len(self.writes)), []

    def content(self, count):
        content = bytearray(self.synced)
        for write in self.writes[:count]:
            if write[0] == "cut":
                del content[write[1]:]
                content.extend(bytes(write[1] - len(content)))
            else:
                _, offset, data = write
                content.extend(bytes(max(0, offset - len(content))))
                content[offset:offset + len(data)] = data
        return bytes(content)

    @property
    def size(self):
        return len(self.content(len(self.writes)))


class Disk:
    """The names below a folder, on the disk, and what was done with them since the last sync of their folders."""

    def __init__(self, top, files):
        self.top = top
        self.names = {os.path.join(top, name): File(content) for name, content in files.items()}
        self.synced = dict(self.names)
        self.steps = []
        self.open = {}

    def inside(self, path):
        path = os.path.normpath(path)
        return path if path == self.top or path.startswith(self.top + os.sep) else None

    def do(self, step):
        self.apply(self.names, step)
        self.steps.append(step)

    @staticmethod
    def apply(names, step):
        kind, source, target, file = step
        if kind == "name":
            names[target] = file
        elif kind == "remove":
            names.pop(source, None)
        else:
            for path in [path for path in names if path == source or path.startswith(source + os.sep)]:
                names[target + path[len(source):]] = names.pop(path)

    def sync_folder(self, folder):
        """A folder's own names are on the disk; names in other folders may come later."""
        rest = []
        for step in self.steps:
            place = os.path.dirname(step[2] or step[1])
            if place == folder:
                self.apply(self.synced, step)
            else:
                rest.append(step)
        self.steps = rest

    def sync_all(self):
        self.synced, self.steps = dict(self.names), []
        for file in [*self.names.values(), *(entry[0] for entry in self.open.values())]:
            if isinstance(file, File):
                file.sync()

    def after_loss(self, generator):
        names = dict(self.synced)
        for step in self.steps[:generator.choice([0, len(self.steps), generator.randint(0, len(self.steps))])]:
            self.apply(names, step)
        contents = {}
        for path, file in names.items():
            count = len(file.writes)
            contents[os.path.relpath(path, self.top)] = file.content(
                generator.choice([0, count, generator.randint(0, count)]))
        return contents


def events(log):
    """The calls of a log that came to their end, in the order of their ends: name, arguments, result."""
    begun = {}
    for line in log:
        process = line.split(" ", 1)[0]
        if "<unfinished ...>" in line:
            begun[process] = line.split("<unfinished ...>")[0].rstrip()
            continue
        resumed = re.match(r"^(\d+)\s+<\.\.\. \w+ resumed>(.*)", line)
        if resumed:
            line = begun.pop(process, "") + resumed.group(2)
        found = LINE.match(line)
        if found and int(found.group(4)) >= 0:
            yield found.group(2), found.group(3), int(found.group(4))


def replay(disk, name, text, result, cwd):
    """Does what a call did; true when it changed something."""
    texts = [decoded(found[0]) for found in TEXT.findall(text)]
    paths = [os.path.join(cwd, item.decode(errors="replace")) for item in texts]
    number = re.match(r"\s*(\d+)", text)
    own = int(number.group(1)) if number else None
    if name in ("openat", "creat"):
        path = disk.inside(paths[0])
        if path is None:
            disk.open.pop(result, None)
        elif "O_TMPFILE" in text:
            disk.open[result] = [File(), 0]
        elif "O_DIRECTORY" in text:
            disk.open[result] = [path, 0]
        else:
            if path not in disk.names and ("O_CREAT" in text or name == "creat"):
                disk.do(("name", None, path, File()))
            file = disk.names.get(path)
            if file is None:
                disk.open.pop(result, None)
                return False
            if "O_TRUNC" in text or name == "creat":
                file.writes.append(("cut", 0))
            disk.open[result] = [file, 0]
        return False
    if name == "close":
        disk.open.pop(own, None)
        return False
    if name in ("dup", "dup2", "dup3") or (name == "fcntl" and "F_DUPFD" in text):
        if own in disk.open:
            disk.open[result] = disk.open[own]
        return False
    entry = disk.open.get(own)
    if name == "lseek":
        if entry:
            entry[1] = result
        return False
    if name in ("write", "pwrite64", "writev", "ftruncate", "copy_file_range", "sendfile"):
        if entry is None or not isinstance(entry[0], File):
            return False
        file = entry[0]
        if name in ("copy_file_range", "sendfile"):
            raise SystemExit(f"{name} is not replayed")
        if name == "ftruncate":
            file.writes.append(("cut", int(text.split(",")[1])))
            return True
        data = b"".join(texts)[:result]
        offset = int(text.rsplit(",", 1)[1]) if name == "pwrite64" else entry[1]
        file.writes.append(("write", offset, data))
        if name != "pwrite64":
            entry[1] += result
        return True
    if name in ("fsync", "fdatasync"):
        if entry is None:
            return False
        if isinstance(entry[0], File):
            entry[0].sync()
        else:
            disk.sync_folder(entry[0])
        return True
    if name in ("syncfs", "sync"):
        if name == "sync" or entry is not None:
            disk.sync_all()
        return True
    if name in ("link", "linkat"):
        target = disk.inside(paths[1])
        if target is None:
            return False
        descriptor = re.search(r"/fd/(\d+)$", paths[0])
        file = disk.open[int(descriptor.group(1))][0] if descriptor else disk.names[disk.inside(paths[0])]
        disk.do(("name", None, target, file))
        return True
    if name.startswith("rename"):
        source, target = disk.inside(paths[0]), disk.inside(paths[1])
        if source is None or target is None:
            return False
        disk.do(("move", source, target, None))
        return True
    if name in ("unlink", "unlinkat", "rmdir"):
        path = disk.inside(paths[0])
        if path in disk.names:
            disk.do(("remove", path, None, None))
            return True
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--qpv", required=True)
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only")
    options = parser.parse_args()
    generator = random.Random(options.seed)
    faults, points, mixed = [], 0, 0
    states = {"old": 0, "new": 0}
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        place = Place(options.qpv, os.path.join(folder, "work"))
        top = os.path.join(place.folder, "out")
        for name, (first, line, outputs) in COMMANDS.items():
            if options.only and options.only != name:
                continue
            for hasOld in [False, True] if first else [False]:
                place.empty()
                if hasOld:
                    place.run(first)
                old = place.files()
                log = os.path.join(folder, "log")
                traced = place.start(line, ["strace", "-f", "-xx", "-s", "100000000", "-o", log, "-e", f"trace={CALLS}"])
                errors = traced.communicate()[1]
                if traced.returncode not in (0, 1):
                    raise SystemExit(f"{line}: {traced.returncode} {errors.decode()}")
                new = place.files()
                with open(log, encoding="ascii", errors="replace") as text:
                    calls = list(events(text))
                disk = Disk(top, old)
                changing = [replay(disk, *call, place.folder) for call in calls]
                whole = {os.path.relpath(path, top): file.content(len(file.writes)) for path, file in disk.names.items()}
                if whole != new:
                    raise SystemExit(f"{name}: the replay of the whole run gives other files: "
                                     f"{sorted(set(whole) ^ set(new))}")
                places = [i for i, changes in enumerate(changing) if changes]
                # Most points lie in the writing: half are drawn from the last tenth, where names are given.
                chosen = set(places[-4:]) | {generator.choice(places) for _ in range(options.points // 2)}
                chosen |= {generator.choice(places[-max(20, len(places) // 10):]) for _ in range(options.points // 2)}
                disk = Disk(top, old)
                for i, call in enumerate(calls):
                    replay(disk, *call, place.folder)
                    if i not in chosen:
                        continue
                    for _ in range(3):
                        place.empty()
                        state = disk.after_loss(generator)
                        place.write(state)
                        points += 1
                        wrong, isMixed = judge(place, outputs, old, new)
                        mixed += isMixed
                        states["new" if all(state.get(n) == c for n, c in new.items()) else "old"] += 1
                        faults += [f"{name}, after call {i} ({call[0]}): {fault}" for fault in wrong]
    finish(faults, f"{points} points: {states['old']} before the outputs were whole, {states['new']} after, {mixed} with "
                   "files of two runs (all told)")


if __name__ == "__main__":
    main()
