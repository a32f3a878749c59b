/// Text of a form or of a program: "n°voie=57 voie=Rue de Lancry cp=75010 ville=Paris", `{"numero": "57", …}`.
enum LabelledText {
    private enum Field { case number, suffix, type, street, postcode, city, other }

    private static let labels: [String: Field] = [
        "n": .number, "no": .number, "num": .number, "numero": .number, "nvoie": .number, "numvoie": .number,
        "numerovoie": .number, "numerodevoie": .number, "nrue": .number, "housenumber": .number, "numrue": .number,
        "indice": .suffix, "repetition": .suffix, "indicerepetition": .suffix, "rep": .suffix, "bister": .suffix,
        "typevoie": .type, "typedevoie": .type, "typvoie": .type,
        "voie": .street, "rue": .street, "libellevoie": .street, "nomvoie": .street, "nomdevoie": .street,
        "nomdelavoie": .street, "nomrue": .street, "adresse": .street, "adr": .street, "street": .street,
        "rueav": .street,
        "ruelavenue": .street, "adresse1": .street, "libelle": .street,
        "cp": .postcode, "codepostal": .postcode, "codpost": .postcode, "postcode": .postcode, "zip": .postcode,
        "postal": .postcode,
        "ville": .city, "commune": .city, "localite": .city, "city": .city, "libellecommune": .city, "town": .city,
        "pays": .other, "country": .other, "complement": .other, "etage": .other, "batiment": .other, "appt": .other,
        "insee": .other, "codeinsee": .other, "codecommune": .other, "nom": .other, "prenom": .other, "tel": .other,
    ]

    /// The address that two labelled parts and more make up, in the usual order; nil for other text.
    static func address(_ text: String) -> String? {
        guard text.contains(where: { $0 == "=" || $0 == ":" }) else { return nil }
        var parts: [(field: Field, start: String.Index, value: Range<String.Index>)] = []
        var from = text.startIndex
        for mark in text.indices where text[mark] == "=" || text[mark] == ":" {
            guard mark >= from, let (field, start) = label(text[from..<mark]) else { continue }
            if let last = parts.indices.last { parts[last].value = parts[last].value.lowerBound..<start }
            from = text.index(after: mark)
            parts.append((field, start, from..<text.endIndex))
        }
        guard parts.count >= 2 else { return nil }
        func value(_ field: Field) -> String {
            parts.filter { $0.field == field }.map { trimmed(text[$0.value]) }.joined(separator: " ")
        }
        let lead = trimmed(text[..<parts[0].start])
        let street = [lead, value(.number), value(.suffix), value(.type), value(.street)].filter { !$0.isEmpty }
        let place = [value(.postcode), value(.city)].filter { !$0.isEmpty }
        guard !value(.street).isEmpty || !place.isEmpty else { return nil }
        return (street.joined(separator: " ") + ", " + place.joined(separator: " "))
    }

    private static func trimmed(_ text: Substring) -> String {
        let marks: Set<Character> = [" ", "\"", "'", ",", ";", "{", "}", "|", "\n", "\t", "/", "&", "?"]
        return String(text.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
    }

    /// The longest label that ends here, of at most four words, and where it starts.
    private static func label(_ text: Substring) -> (Field, String.Index)? {
        var found: (Field, String.Index)?
        var key = ""
        var index = text.endIndex
        var words = 0
        var steps = 0
        while index > text.startIndex, words < 4, key.utf8.count < 40 {
            steps += 1
            if steps > 80 { break }
            let before = text.index(before: index)
            let character = text[before]
            if character == "," || character == ";" || character == "{" || character == "\n" { break }
            let letters = String(character.lowercased().unicodeScalars.compactMap(folded).map(Character.init))
            key = letters + key
            index = before
            let isStart =
                before == text.startIndex
                || !(text[text.index(before: before)].isLetter || text[text.index(before: before)].isNumber)
            if isStart, !letters.isEmpty {
                words += 1
                if let field = labels[key] { found = (field, before) }
            }
        }
        return found
    }

    private static func folded(_ scalar: UnicodeScalar) -> UnicodeScalar? {
        switch Fold.classify(scalar.value) {
        case .letters(let one, _): UnicodeScalar(one)
        case .digit(let digit): UnicodeScalar(digit)
        default: nil
        }
    }
}
