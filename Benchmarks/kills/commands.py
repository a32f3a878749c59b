"""The command lines of every command that writes, over the embedded sample."""
import os
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
GEODATA = os.path.join(os.path.dirname(os.path.dirname(HERE)), "geodata")

# What is written before the command is asked, by commands that are not killed.
BEFORE = [
    "audit -q geodata/beneficiaires.csv -o audite.csv",
    "audit -q geodata/actions.csv --address-columns lieu_adresse,lieu_code_postal,lieu_commune -o actions.csv",
]

# Each with its outputs; the first line of a pair makes what stood there before, the second is killed.
COMMANDS = {
    "audit": ("audit -q geodata/residences.csv --address-columns residence,commune -o out/a.csv",
              "audit -q geodata/beneficiaires.csv -o out/a.csv", ["a.csv"]),
    "geocode": ("geocode -q geodata/residences.csv --address-columns residence,commune -o out/g.csv",
                "geocode -q geodata/beneficiaires.csv -o out/g.csv", ["g.csv"]),
    "stats": ("stats -q audite.csv --at 2023-12-31 -o out/s.html -o out/s.json -o out/s.xlsx",
              "stats -q audite.csv --at 2024-12-31 -o out/s.html -o out/s.json -o out/s.xlsx",
              ["s.html", "s.json", "s.xlsx"]),
    "actions": ("actions -q geodata/actions.csv --radius 30 -o out/ac.html --rows out/ac.csv",
                "actions -q geodata/actions.csv -o out/ac.html --rows out/ac.csv", ["ac.html", "ac.csv"]),
    "residences": ("residences -q geodata/residences.csv --radius 30 -o out/r.html --rows out/r.csv",
                   "residences -q geodata/residences.csv -o out/r.html --rows out/r.csv", ["r.html", "r.csv"]),
    "coverage": ("coverage -q --places geodata/lieux.csv --within 300 -o out/c.html",
                 "coverage -q --places geodata/lieux.csv -o out/c.html", ["c.html"]),
    "nearest": ("nearest -q geodata/beneficiaires.csv --places geodata/lieux.csv -k 1 -o out/n.csv",
                "nearest -q geodata/beneficiaires.csv --places geodata/lieux.csv -k 3 -o out/n.csv", ["n.csv"]),
    "map": ("map -q -o out/m.html", "map -q --places geodata/lieux.csv -o out/m.html", ["m.html"]),
    "addresses": ("addresses -q QN09904N -o out/l.csv", "addresses -q QN09903I -o out/l.csv", ["l.csv"]),
    "sheet": ("sheet -q QN09903I -o out/f.html", "sheet -q QN09903I --places geodata/lieux.csv -o out/f.html",
              ["f.html"]),
    "sheets": (None, "sheet -q --all --places geodata/lieux.csv -o out/fiches", ["fiches"]),
    "compare": ("compare -q geodata/perimetres-2024.geojson geodata/perimetres-2015.geojson -o out/v.csv",
                "compare -q geodata/perimetres-2015.geojson geodata/perimetres-2024.geojson -o out/v.csv", ["v.csv"]),
    "convert": ("perimeters convert -q geodata/perimetres-2015.geojson -o out/p.gpkg",
                "perimeters convert -q geodata/perimetres-2024.geojson -o out/p.gpkg", ["p.gpkg"]),
    "gazetteer": ("gazetteer build -q small.csv -o out/b.qpvg",
                  "gazetteer build -q geodata/adresses.csv -o out/b.qpvg", ["b.qpvg"]),
}


class Place:
    """A folder in which commands run."""

    def __init__(self, program, folder):
        self.program = os.path.abspath(program)
        self.folder = folder
        os.makedirs(os.path.join(folder, "tmp"))
        shutil.copytree(GEODATA, os.path.join(folder, "geodata"))
        with open(os.path.join(GEODATA, "adresses.csv"), "rb") as whole:
            lines = whole.read().splitlines(keepends=True)
        with open(os.path.join(folder, "small.csv"), "wb") as small:
            small.writelines(lines[:200])
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": folder, "TMPDIR": os.path.join(folder, "tmp"), "LC_ALL": "C.UTF-8",
        }
        for line in BEFORE:
            self.run(line)

    def start(self, line, before=()):
        return subprocess.Popen(
            [*before, self.program, *line.split()], cwd=self.folder, env=self.environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def run(self, line):
        process = self.start(line)
        errors = process.communicate()[1].decode()
        if process.returncode not in (0, 1):
            raise SystemExit(f"{line}: exit {process.returncode}\n{errors}")

    def verify(self, output):
        process = self.start(f"verify -q out/{output}")
        process.communicate()
        return process.returncode

    def empty(self):
        shutil.rmtree(os.path.join(self.folder, "out"), ignore_errors=True)
        os.makedirs(os.path.join(self.folder, "out"))

    def files(self, below="out"):
        """Every file below a folder, by its path in it."""
        found = {}
        top = os.path.join(self.folder, below)
        for folder, _, names in os.walk(top):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    found[os.path.relpath(path, top)] = file.read()
        return found

    def write(self, files, below="out"):
        for name, content in files.items():
            path = os.path.join(self.folder, below, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)


def is_hidden(name):
    """Whether a name is one that the program gives to what is not complete."""
    return any(part.startswith(".") for part in name.split("/"))


def judge(place, outputs, old, new):
    """What is wrong with the outputs after a run that did not end, and whether they are of different runs.

    Each file under its own name is the old one, the new one, or absent. Files of different runs are told by `verify`.
    """
    faults, mixed = [], False
    found = place.files()
    for name, content in found.items():
        if not is_hidden(name) and content not in (old.get(name), new.get(name)):
            faults.append(f"{name} is neither the old file nor the new one")
    for output in outputs:
        states = set()
        for name in set(old) | set(new):
            if name.split("/")[0] != output and not name.startswith(output + "."):
                continue
            content = found.get(name)
            if old.get(name) != new.get(name):
                states.add("new" if content == new.get(name) else "old")
        code = place.verify(output)
        exists = os.path.exists(os.path.join(place.folder, "out", output))
        if len(states) > 1:
            mixed = True
            if code == 0:
                faults.append(f"{output}: verify is content with files of two runs")
        elif exists and output.endswith(".qpvg"):
            info = place.start(f"gazetteer info --verify out/{output}")
            info.communicate()
            if info.returncode != 0:
                faults.append(f"{output}: not sound")
        elif exists and code not in (0, 65):
            faults.append(f"{output}: verify says {code}")
    return faults, mixed


def finish(faults, summary):
    """Prints the faults and what was seen, and exits: with 1 when there are some."""
    for fault in faults[:40]:
        print(fault)
    print(f"{summary}, {len(faults)} faults")
    raise SystemExit(1 if faults else 0)
