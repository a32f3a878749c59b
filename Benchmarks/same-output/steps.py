"""The steps of commands.txt: inputs that are made before a command line reads them. Standard library only."""
import csv
import gzip
import io
import os
import re
import shlex
import shutil
import zipfile
from xml.sax.saxutils import escape

# Of a time that never changes, so that archives made twice are the same bytes.
MOMENT = (2024, 1, 1, 0, 0, 0)


def take(text, folder, shared):
    """Carries out a step such as `! copy geodata/lieux.csv lieux.csv` in a folder."""
    name, *words = shlex.split(text.removeprefix("!").replace("{shared}", shared or ""))
    STEPS[name](lambda path: os.path.join(folder, path), *words)


def _read(path):
    with open(path, "rb") as file:
        return file.read()


def _write(path, content):
    with open(path, "wb") as file:
        file.write(content)


def _bytes(text):
    r"""A text as UTF-8, with \n, \r, \t, \0, \\ and \xHH (one byte)."""
    plain = {"n": b"\n", "r": b"\r", "t": b"\t", "0": b"\0", "\\": b"\\"}
    parts = re.split(r"\\(x[0-9a-fA-F]{2}|.)", text)
    return b"".join(
        part.encode() if rank % 2 == 0 else plain.get(part) or bytes.fromhex(part[1:])
        for rank, part in enumerate(parts))


def copy(at, source, target):
    shutil.copyfile(at(source), at(target))


def write(at, target, text):
    _write(at(target), _bytes(text))


def replace(at, source, target, *pairs):
    content = _read(at(source))
    for old, new in zip(pairs[::2], pairs[1::2]):
        if _bytes(old) not in content:
            raise ValueError(f"{source} does not hold {old}")
        content = content.replace(_bytes(old), _bytes(new))
    _write(at(target), content)


def head(at, source, target, lines):
    _write(at(target), b"".join(_read(at(source)).splitlines(keepends=True)[: int(lines)]))


def cut(at, source, target, length):
    _write(at(target), _read(at(source))[: int(length)])


def flip(at, source, target, offset):
    content = bytearray(_read(at(source)))
    content[int(offset)] ^= 0x40
    _write(at(target), content)


def recode(at, source, target, encoding):
    _write(at(target), _read(at(source)).decode("utf-8").encode(encoding))


def make_folder(at, target):
    os.makedirs(at(target))


def link(at, target, name):
    os.symlink(target, at(name))


def mode(at, target, octal):
    os.chmod(at(target), int(octal, 8))


def compress(at, source, target):
    _write(at(target), gzip.compress(_read(at(source)), mtime=0))


def archive(at, target, *members):
    """MEMBER=FILE for each member."""
    with zipfile.ZipFile(at(target), "w", zipfile.ZIP_DEFLATED) as made:
        for member in members:
            name, source = member.split("=", 1)
            made.writestr(zipfile.ZipInfo(name, MOMENT), _read(at(source)), zipfile.ZIP_DEFLATED)


def positions(at, target, rows):
    """A CSV of positions around the sample's perimeters, from a fixed seed."""
    state, lines = 20240101, ["id;lon;lat"]
    for row in range(int(rows)):
        numbers = []
        for low, high in ((22_150_000, 22_300_000), (461_250_000, 461_450_000)):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            numbers.append(low + (state >> 33) % (high - low))
        lines.append(f"{row};{numbers[0] / 1e7:.7f};{numbers[1] / 1e7:.7f}")
    _write(at(target), ("\n".join(lines) + "\n").encode())


def workbook(at, target, *sheets):
    """NAME=CSV for each sheet; the CSV is separated by `;`, cells that are numbers are written as numbers.

    A name that begins with a dot is a hidden sheet; a CSV of Windows-1252 is taken too.
    """
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    named, parts, pointers = [], {}, []
    for rank, sheet in enumerate(sheets, 1):
        name, source = sheet.split("=", 1)
        content = _read(at(source))
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252")
        table = csv.reader(io.StringIO(text, newline=""), delimiter=";")
        rows = [_row(cells, number) for number, cells in enumerate(table, 1) if cells]
        state = "hidden" if name.startswith(".") else "visible"
        named.append(f'<sheet name="{escape(name.lstrip("."))}" sheetId="{rank}" state="{state}" r:id="r{rank}"/>')
        pointers.append(f'<Relationship Id="r{rank}" Type="{kinds}/worksheet" Target="worksheets/sheet{rank}.xml"/>')
        parts[f"xl/worksheets/sheet{rank}.xml"] = f"<worksheet><sheetData>{''.join(rows)}</sheetData></worksheet>"
    parts["[Content_Types].xml"] = "<Types/>"
    parts["_rels/.rels"] = (
        f'<Relationships><Relationship Id="w" Type="{kinds}/officeDocument" Target="/xl/workbook.xml"/>'
        "</Relationships>")
    parts["xl/workbook.xml"] = f'<workbook xmlns:r="{kinds}"><sheets>{"".join(named)}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{''.join(pointers)}</Relationships>"
    with zipfile.ZipFile(at(target), "w") as made:
        for name, text in parts.items():
            made.writestr(zipfile.ZipInfo(name, MOMENT), text)


def _row(cells, number):
    written = []
    for cell in cells:
        if re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", cell):
            written.append(f"<c><v>{cell}</v></c>")
        else:
            written.append(f'<c t="str"><v>{escape(cell)}</v></c>' if cell else "<c/>")
    return f'<row r="{number}">{"".join(written)}</row>'


STEPS = {
    "copy": copy, "write": write, "replace": replace, "head": head, "cut": cut, "flip": flip, "recode": recode,
    "folder": make_folder, "link": link, "mode": mode, "gzip": compress, "zip": archive, "positions": positions,
    "workbook": workbook,
}
