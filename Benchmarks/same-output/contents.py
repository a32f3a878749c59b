"""How two contents differ: bytes first, then text by lines, archives by members, GeoPackages by their SQL."""
import difflib
import gzip
import io
import re
import sqlite3
import zipfile

# Archives and GeoPackages may carry the moment at which they were made.
MOMENT = re.compile(rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?")
WIDTH = 160


def difference(before, after):
    """The lines that show how two contents that are not the same bytes differ: a unified diff, not shortened."""
    kind = _kind(before) if _kind(before) == _kind(after) else None
    try:
        one, two = (_unpacked(kind, content) for content in (before, after))
    except (zipfile.BadZipFile, sqlite3.Error, OSError, EOFError):
        one, two = {"": before}, {"": after}
    lines = []
    for name in list(one) + [name for name in two if name not in one]:
        first, second = one.get(name), two.get(name)
        if first != second:
            lines += [f"member {name}"] if name else []
            lines += _diff(first, second)
    return lines or ["other bytes, the same content: time stamps or packing"]


def _kind(content):
    for start, kind in ((b"PK\x03\x04", "zip"), (b"SQLite format 3\0", "sqlite"), (b"\x1f\x8b", "gzip")):
        if content.startswith(start):
            return kind
    return None


def _unpacked(kind, content):
    """The members of an archive or the like, without the moments at which they were made; else the content."""
    if kind is None:
        return {"": content}
    if kind == "gzip":
        return {"": gzip.decompress(content)}
    if kind == "zip":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: MOMENT.sub(b"(moment)", archive.read(name)) for name in archive.namelist()}
    with sqlite3.connect(":memory:") as database:
        database.deserialize(content)
        return {"": MOMENT.sub(b"(moment)", "\n".join(database.iterdump()).encode())}


def _diff(before, after):
    if before is None or after is None:
        return ["only before" if after is None else "only after"]
    if _is_text(before) and _is_text(after):
        lines = list(difflib.unified_diff(_lines(before), _lines(after), "before", "after", lineterm="", n=1))
        if lines:
            return lines
    at = next((i for i, pair in enumerate(zip(before, after)) if pair[0] != pair[1]), min(len(before), len(after)))
    near = slice(max(0, at - 8), at + 24)
    return [
        f"{len(before)} bytes before, {len(after)} after, the first difference at {at}", f"-{before[near]!r}",
        f"+{after[near]!r}",
    ]


def _is_text(content):
    return b"\0" not in content[:4096]


def _lines(content):
    """The lines of a text, long ones in pieces, all that cannot be seen spelled out."""
    text = content.decode("utf-8", "backslashreplace").replace("\ufeff", "\\ufeff")
    lines = []
    for line in text.split("\n"):
        pieces = [line]
        if len(line) > WIDTH:
            parts = re.split(r"(?<=[,;>}])", line)
            pieces = [piece for part in parts for piece in re.findall(r".{1,%d}" % WIDTH, part)]
        lines += [piece.replace("\r", "\\r").replace("\x1b", "\\e") for piece in pieces]
    return lines[:-1] if text.endswith("\n") else lines + ["\\ no newline at the end"]
