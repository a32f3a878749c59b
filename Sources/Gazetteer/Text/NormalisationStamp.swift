/// A checksum of everything that decides which words a compiled gazetteer holds for a name.
///
/// A gazetteer compiled with another lexicon holds other words than those that queries are brought to: it would match
/// badly without a sign. The stamp stands in the head of the file and is compared at opening.
enum NormalisationStamp {
    static let current = of(Lexicon.spellings(Lexicon.shared.typeNames))

    /// The stamp of a lexicon with these spellings and of the rules of ``WordList`` and ``Phonetic``.
    ///
    /// Spellings that stand for themselves and only mark noise in queries are left out: a file stays good when such a
    /// word is added.
    static func of(_ spellings: [Lexicon.Spelling]) -> UInt64 {
        let deciding: WordFlags = [.stop, .type, .dotted, .number]
        var lines = spellings.compactMap { form, entry -> String? in
            let flags = entry.flags.intersection(deciding)
            let text = String(decoding: entry.text, as: UTF8.self)
            return text == form && flags.isEmpty
                ? nil : "\(form) \(text) \(flags.rawValue) \(entry.type) \(entry.value)"
        }
        lines.sort()
        for name in probes {
            var list = WordList()
            list.read(name)
            let (words, stops, type) = StreetName.split(list)
            for word in words {
                let sound = word.withUnsafeBufferPointer { Phonetic.key($0) }
                lines.append("\(PageWords.hash(word)) \(sound)")
            }
            lines.append("\(name): \(stops) \(type) \(CommuneName.text(list, list.words.indices))")
        }
        return Checksum.of(Array(lines.joined(separator: "\n").utf8))
    }

    /// Names that use each rule by which names are brought to words.
    private static let probes = [
        "Rue du 8 Mai 45", "Rond-Point de l'Europe", "Rd Pt Foch", "Quai des Quatre-Vingt-Un", "Allée vingt et une",
        "Rue Henri IV", "XXe Avenue", "3ème Rue", "1er Chemin", "Rue A. Carrel", "R. R. Queneau", "N.-D. des Œillets",
        "Straße ŷ Þ", "12bis Grande Rue", "Rue de la", "Le Cours", "Saint-Denis-en-Val (Haut)", "VernierParis 75006",
        "Rue du Philosophe Xavier Gueydan aux Yvelines", "Cave0u", "Rue 0012", "Paris 1er Arrondissement", "l’Hay/Rose",
    ]
}
