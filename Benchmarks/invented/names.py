"""Invented names of communes and streets: random syllables, and the street names that are found everywhere."""

SYLLABLES = (
    "ba be bou bri ca cha che cla cou da de dou fa fi for ga gran gui ha jo la le li lou ma mar mer mon mou na no oi "
    "pa pé pi pla pon ra re ri ro rou sa se si sou ta te ti tou va ve vi ville gny court ac ay eil ard ert in on ois "
    "eux ette elle"
).split()
TYPES = (
    ["Rue"] * 60 + ["Chemin"] * 12 + ["Route"] * 8 + ["Impasse"] * 8 + ["Avenue"] * 6 + ["Allée"] * 6 + ["Place"] * 3
    + ["Boulevard"] * 2
)
ARTICLES = ["de la ", "du ", "des ", "de ", "de l'", "", "", ""]
EVERYWHERE = [
    "Rue de l'Église", "Place de l'Église", "Grande Rue", "Rue du Moulin", "Place de la Mairie", "Rue du Château",
    "Rue des Écoles", "Rue de la Gare", "Rue de la Mairie", "Rue Principale", "Rue du Stade", "Rue de la Fontaine",
    "Rue Victor Hugo", "Rue des Lilas", "Rue du Cimetière", "Rue de la Paix", "Rue Jean Moulin", "Rue Pasteur",
    "Impasse des Lilas", "Chemin de la Fontaine", "Route de Paris", "Rue Jean Jaurès", "Rue du 8 Mai 1945",
    "Rue du 11 Novembre", "Rue de Verdun", "Rue des Jardins", "Rue Neuve", "Rue Haute", "Rue Basse", "Rue du Lavoir",
]


class Names:
    """Draws names from the random numbers of its owner; one commune in ten gets a name that others have too."""

    def __init__(self, random, homonyms):
        self.random = random
        self.names = [self.word(random.choice((2, 2, 3))) for _ in range(6000)]
        # Names of streets by rank: the first are common, the last rare.
        self.ranks = [1 / (rank + 20) for rank in range(len(self.names))]
        self.homonyms = [self.own_name() for _ in range(homonyms)]

    def word(self, count):
        return "".join(self.random.choice(SYLLABLES) for _ in range(count)).capitalize()

    def own_name(self):
        r = self.random
        tail = r.choice(("", "", "", "-sur-" + self.word(2), "-les-" + self.word(2), "-" + self.word(2)))
        return r.choice(("", "", "", "", "Saint-")) + self.word(r.choice((2, 3, 3))) + tail

    def commune(self):
        return self.random.choice(self.homonyms) if self.random.random() < 0.1 else self.own_name()

    def streets(self, count):
        """Names of a commune's streets, each once, sorted; at most `count`."""
        r = self.random
        names = set(r.sample(EVERYWHERE, min(count, 8)))
        firsts = r.choices(self.names, self.ranks, k=count)
        seconds = r.choices(self.names, self.ranks, k=count)
        for first, second in zip(firsts, seconds):
            if len(names) >= count:
                break
            name = f"{r.choice(TYPES)} {r.choice(ARTICLES)}{first if r.random() < 0.75 else self.word(3)}"
            names.add(name + (" " + second if r.random() < 0.35 else ""))
        return sorted(names)
