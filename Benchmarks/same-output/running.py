"""Runs one program over the groups and records all that each command line leaves behind."""
import hashlib
import os
import re
import shutil
import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import command_lines
import steps

# No command line of the list takes nearly as long, also on a busy machine.
LIMIT_SECONDS = 600


class Written(NamedTuple):
    """A file after a command line that made, changed or removed it."""

    digest: str | None
    mode: str


class Record(NamedTuple):
    """What came of one command line."""

    exit: str
    stdout: str
    stderr: str
    files: dict


class Store:
    """Contents by their SHA-256, in a folder."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)

    def put(self, content):
        digest = hashlib.sha256(content).hexdigest()
        path = os.path.join(self.folder, digest)
        if not os.path.exists(path):
            with open(f"{path}.{os.getpid()}.{id(content)}", "wb") as file:
                file.write(content)
            os.replace(file.name, path)
        return digest

    def get(self, digest):
        with open(os.path.join(self.folder, digest), "rb") as file:
            return file.read()


class Runner:
    """Runs groups in folders below one root; the paths are the same for every program.

    - root: an empty folder.
    - samples: folders that each group's folder gets a copy of.
    - shared: the folder of real data, or None.
    """

    def __init__(self, root, samples, shared, store):
        self.root, self.samples, self.shared, self.store = root, samples, shared, store
        self.work = os.path.join(root, "work")
        self.program = os.path.join(root, "bin", "qpv")
        # The steps that failed, by line number, with the reason.
        self.failed = {}

    def run(self, program, groups, processes):
        """The records of all command lines, by line number."""
        shutil.rmtree(self.work, ignore_errors=True)
        os.makedirs(os.path.dirname(self.program), exist_ok=True)
        # A copy, so that both programs have one path, and find no sample beside them.
        shutil.copy(program, self.program)
        records = {}
        with ThreadPoolExecutor(processes) as pool:
            try:
                for part in pool.map(self._group, groups):
                    records.update(part)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        return records

    def _group(self, group):
        folder = os.path.join(self.work, re.sub(r"\W+", "-", group.name))
        for name in ("home", "tmp"):
            os.makedirs(os.path.join(folder, name))
        for sample in self.samples:
            shutil.copytree(sample, os.path.join(folder, os.path.basename(sample)))
        records, seen = {}, self._look(folder)
        for line in group.lines:
            if line.is_step:
                try:
                    steps.take(line.text, folder, self.shared)
                except Exception as fault:  # What it reads may be a file that the program did not write.
                    self.failed[line.number] = repr(fault)
                seen = self._look(folder)
                continue
            code, stdout, stderr = self._start(command_lines.parse(line.text, self.shared), folder)
            before, seen = seen, self._look(folder)
            files = {name: self._written(folder, name) for name in seen if seen[name] != before.get(name)}
            files |= {name: Written(None, "") for name in before if name not in seen}
            records[line.number] = Record(code, self.store.put(stdout), self.store.put(stderr), files)
        shutil.rmtree(folder)
        return records

    def _start(self, command, folder):
        place = os.path.join(folder, command.folder)
        environment = {
            "PATH": os.environ["PATH"], "HOME": f"{folder}/home", "TMPDIR": f"{folder}/tmp",
            "SWIFT_BACKTRACE": "enable=no",
        } | command.environment
        words = [self.program, *command.words]
        redirections = [f"{sign}{path}" for sign, path in command.streams.items()]
        if redirections:
            words = ["/bin/sh", "-c", f'exec "$0" "$@" {" ".join(redirections)}', *words]
        content = None
        if command.pipe:
            with open(os.path.join(place, command.pipe), "rb") as file:
                content = file.read()
        source = {"input": content} if command.pipe else {"stdin": subprocess.DEVNULL}
        try:
            done = subprocess.run(
                words, cwd=place, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                timeout=LIMIT_SECONDS, **source)
        except subprocess.TimeoutExpired as late:
            return f"none within {LIMIT_SECONDS} s", late.stdout or b"", late.stderr or b""
        return str(done.returncode), done.stdout, done.stderr

    def _look(self, folder):
        """The files and folders below a folder, each with what changes when it is written."""
        found = {}
        for place, folders, files in os.walk(folder):
            for name in folders + files:
                path = os.path.join(place, name)
                status = os.lstat(path)
                relative = os.path.relpath(path, folder)
                if stat.S_ISDIR(status.st_mode):
                    found[relative + "/"] = status.st_mode
                else:
                    found[relative] = (status.st_mode, status.st_size, status.st_mtime_ns, status.st_ino)
        return found

    def _written(self, folder, name):
        path = os.path.join(folder, name.rstrip("/"))
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            content = b"link to " + os.readlink(path).encode()
        elif stat.S_ISREG(status.st_mode):
            with open(path, "rb") as file:
                content = file.read()
        else:
            content = b""
        return Written(self.store.put(content), stat.filemode(status.st_mode))
