"""Several faults at once, as real cells have them: other kinds applied one after the other."""
from kinds import KINDS, kind


def mixed(name, *choices):
    """A kind made of one kind out of each choice. Choices apply to the parts in order."""
    @kind(name)
    def write(w, a, rng, base):
        for names in choices:
            chosen = [n for n in rng.sample(names, len(names))]
            for n in chosen:
                before = dict(w.__dict__, finish=list(w.finish))
                if KINDS[n].write(w, a, rng, base):
                    break
                w.__dict__.update(before)
            else:
                return None
        return w


SUFFIX = ["bis glued", "bis as a letter apart", "bis glued in capitals", "number then a comma", "number with its sign"]
SHORT = ["way abbreviated by the norm", "way abbreviated by people"]
LETTERS = ["capitals without accents", "small letters without accents"]
PLACE = ["residence before", "building before", "flat before", "floor before", "host before"]
TOWN = [
    "postcode in brackets after the town", "town before the postcode", "CEDEX after the town",
    "country after the town", "comma after the street", "hyphen after the street",
]
END = ["telephone at the end", "remark at the end", "date of birth at the end", "person at the end"]
SLIPS = ["neighbouring key", "letter left out", "letter doubled", "letters swapped"]
TITLES = ["title abbreviated", "first name as an initial", "articles left out"]

mixed("office list in capitals", SUFFIX, SHORT, ["capitals without accents"])
mixed("office list with a complement", PLACE, SHORT, ["capitals without accents"])
mixed("form filled on a telephone", SLIPS, ["small letters without accents"], ["no postcode"])
mixed("short way, capitals, comma", SHORT, ["capitals without accents"], ["comma after the street"])
mixed("fault and complement", SLIPS, PLACE)
mixed("fault, complement and capitals", SLIPS, PLACE, LETTERS)
mixed("fault and wrong postcode", SLIPS, ["a wrong digit at the end of the postcode"])
mixed("by ear and no postcode", ["written by ear, one sound"], ["no postcode"])
mixed("by ear and in capitals", ["written by ear, one sound"], ["capitals without accents"])
mixed("no way, no articles, no accents", ["way and article left out"], LETTERS)
mixed("complement before, remark at the end", PLACE, END)
mixed("short forms in another order", SHORT, ["town first", "town and postcode first", "number at the end"])
mixed("short title, small letters, no postcode", TITLES, ["small letters without accents"], ["no postcode"])
mixed("scan in capitals", ["one letter misread"], ["capitals without accents"])
mixed("damaged accents and short way", SHORT, ["accents as question marks", "UTF-8 read as Windows-1252"])
mixed("complement, short way, town moved", PLACE, SHORT, TOWN, LETTERS)
