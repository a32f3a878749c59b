/// The spellings that the tables make.
extension Lexicon {
    typealias Spelling = (form: String, entry: Entry)

    /// The lines of a table: the word, and its other spellings.
    static func lines(_ table: String) -> [(word: String, forms: [String])] {
        table.split(separator: "\n").map { line in
            let parts = line.split(separator: "|")
            return (String(parts[0]), parts.count > 1 ? parts[1].split(separator: " ").map(String.init) : [])
        }
    }

    /// Every spelling of the tables.
    static func spellings(_ typeNames: [String]) -> [Spelling] {
        var spellings: [Spelling] = []
        func add(_ forms: [String], _ text: String, _ flags: WordFlags, type: UInt8 = 0, value: Int32 = -1) {
            let entry = Entry(text: Array(text.utf8), flags: flags, type: type, value: value)
            for form in forms { spellings.append((form, entry)) }
        }
        for (number, line) in lines(types).enumerated() {
            let flags: WordFlags = doors.contains(line.word) ? [.type, .door] : .type
            add([line.word], line.word, flags, type: UInt8(number + 1))
            add(line.forms, line.word, flags.union(.expanded), type: UInt8(number + 1))
        }
        for line in lines(titles) { add(line.forms, line.word, .expanded) }
        for line in lines(dotted) { add(line.forms, line.word, [.expanded, .dotted]) }
        for door in doors where !typeNames.contains(door) { add([door], door, .door) }
        for (value, forms) in numbers {
            add(forms.split(separator: " ").map(String.init), "\(value)", [.number, .written], value: value)
        }
        for (value, forms) in ordinals {
            add(forms.split(separator: " ").map(String.init), "\(value)", [.number, .ordinal], value: value)
        }
        for stop in stops { add([stop], stop, .stop) }
        for suffix in suffixes { add([suffix], suffix, .suffix) }
        for head in noiseHeads { add([head], head, .noiseHead) }
        return spellings
    }
}
