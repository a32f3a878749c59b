"""Reads commands.txt: groups of command lines, and what each line asks for beside the program's own words."""
import os
import re
import shlex
from typing import NamedTuple


class Line(NamedTuple):
    """One line of a group: a command line of qpv, or a step that makes an input (it begins with `!`)."""

    number: int
    text: str

    @property
    def is_step(self):
        return self.text.startswith("!")


class Group(NamedTuple):
    """Lines that run one after the other in one folder."""

    name: str
    needs: list
    lines: list

    def missing(self, shared):
        """The first thing that the group needs and the machine lacks; None when it can run."""
        for program in self.needs:
            if not any(os.access(os.path.join(p, program), os.X_OK) for p in os.environ["PATH"].split(":")):
                return program
        for line in self.lines:
            for path in re.findall(r"\{shared\}[^\s\"',]*", line.text):
                if not shared or not os.path.exists(path.replace("{shared}", shared)):
                    return path
        return None


class Command(NamedTuple):
    """A command line, taken apart."""

    words: list
    environment: dict
    folder: str
    pipe: str | None
    streams: dict


def read(path):
    """The groups of a file."""
    groups = []
    for number, raw in enumerate(open(path, encoding="utf-8"), 1):
        text = raw.strip()
        if not text or text.startswith("#"):
            continue
        header = re.fullmatch(r"\[(.+?)\](?: needs (.+))?", text)
        if header:
            groups.append(Group(header[1], (header[2] or "").split(), []))
        elif not groups:
            raise SystemExit(f"{path}:{number}: a line before the first [group]")
        else:
            groups[-1].lines.append(Line(number, text))
    names = [group.name for group in groups]
    if len(set(names)) < len(names):
        raise SystemExit(f"{path}: two groups have one name")
    return groups


def parse(text, shared):
    """Takes a command line apart.

    Before the program's words may stand `cd FOLDER &&`, `cat FILE |` and NAME=value; among them <FILE, >FILE, 2>FILE,
    and the same with &- for a stream that is closed.
    """
    words = shlex.split(text.replace("{shared}", shared or "{shared}"))
    folder, pipe, environment, streams = ".", None, {}, {}
    if words[:1] == ["cd"] and words[2:3] == ["&&"]:
        folder, words = words[1], words[3:]
    if words[:1] == ["cat"] and words[2:3] == ["|"]:
        pipe, words = words[1], words[3:]
    while words and re.match(r"[A-Z][A-Z_]*=", words[0]):
        name, value = words.pop(0).split("=", 1)
        environment[name] = value
    rest = []
    for word in words:
        redirection = re.fullmatch(r"(<|>|2>)(&-|[\w./-]+)", word)
        if redirection:
            streams[redirection[1]] = redirection[2]
        else:
            rest.append(word)
    return Command(rest, environment, folder, pipe, streams)
