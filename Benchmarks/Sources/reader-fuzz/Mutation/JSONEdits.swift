import Interchange
import Seeded

/// Edits of a tree of JSON values: half of them at any value, half near the root, where the names stand.
struct JSONEdits {
    private let all: JSONValue
    var random: SplitMix

    init(all: JSONValue, _ random: SplitMix) { (self.all, self.random) = (all, random) }

    mutating func edit(_ value: inout JSONValue) {
        if random.oneIn(2) {
            var at = random.below(Self.count(value))
            visit(&value, &at)
        } else {
            descend(&value)
        }
    }

    /// Edits the value with this number in the order of the text.
    private mutating func visit(_ value: inout JSONValue, _ at: inout Int) {
        if at == 0 { change(&value) }
        at -= 1
        guard at >= 0 else { return }
        switch value {
        case .array(var items):
            value = .null
            for i in items.indices where at >= 0 { visit(&items[i], &at) }
            value = .array(items)
        case .object(var object):
            value = .null
            for i in object.members.indices where at >= 0 {
                if at == 0, isFixed(object.members[i]) { at = -1 } else { visit(&object.members[i].value, &at) }
            }
            value = .object(object)
        default: break
        }
    }

    /// Goes down by chance and edits where it stops.
    private mutating func descend(_ value: inout JSONValue) {
        switch value {
        case .array(var items) where !items.isEmpty && !random.oneIn(6):
            let at = random.below(items.count)
            descend(&items[at])
            value = .array(items)
        case .object(var object) where !object.isEmpty && !random.oneIn(6):
            let at = random.below(object.count)
            if isFixed(object.members[at]) { return }
            descend(&object.members[at].value)
            value = .object(object)
        default: change(&value)
        }
    }

    /// Names and texts by which a reader knows what stands in an object: seldom changed.
    private static let structure: Set = [
        "type", "features", "geometry", "coordinates", "geometries", "sections", "blocks", "rows", "sheet", "figures",
        "outputs", "columns", "name", "values", "crs",
    ]

    /// Whether a member is to stay what it is: one whose text decides how the rest is read, most of the time.
    private mutating func isFixed(_ member: JSONObject.Member) -> Bool {
        member.value.string != nil && Self.structure.contains(member.name) && !random.oneIn(10)
    }

    private mutating func change(_ value: inout JSONValue) {
        if random.oneIn(40) { return value = other() }
        switch value {
        case .number(let text): value = .number(numeral(near: text))
        case .string(let text): value = .string(random.oneIn(3) ? damaged(text) : Bait.text(&random))
        case .bool(let isTrue): value = .bool(!isTrue)
        case .null: value = other()
        case .array(let items): value = .array(changed(items))
        case .object(let object): value = .object(changed(object))
        }
    }

    /// A number that JSON can write.
    private mutating func numeral(near text: String) -> String {
        let number = Bait.number(near: text, &random)
        let isFit = number.first.map { $0 == "-" || $0.isNumber } ?? false
        return isFit && number.last?.isNumber ?? false && !number.hasPrefix("00") ? number : text
    }

    /// A value from elsewhere in the file, or one of another type.
    private mutating func other() -> JSONValue {
        switch random.below(8) {
        case 0: return .null
        case 1: return .bool(random.oneIn(2))
        case 2: return .number(numeral(near: "1"))
        case 3: return .string(Bait.text(&random))
        case 4: return .array([])
        case 5: return .object(JSONObject())
        case 6: return (0..<random.few(upTo: 140)).reduce(.number("1")) { value, _ in .array([value]) }
        default:
            var at = random.below(Self.count(all))
            return Self.value(all, &at) ?? .null
        }
    }

    private mutating func changed(_ items: [JSONValue]) -> [JSONValue] {
        guard !items.isEmpty else { return [other()] }
        var items = items
        let at = random.below(items.count)
        // A list of numbers is a position: another length is no longer one.
        if items[0].double != nil, !random.oneIn(20) {
            items[at] = .number(numeral(near: items[at].text))
            return items
        }
        switch random.below(25) {
        case 0, 7, 8, 9: items.remove(at: at)
        case 1: items.insert(items[at], at: at)
        case 2: items.swapAt(at, random.below(items.count))
        case 3: items.reverse()
        case 4: items += Array(repeating: items[at], count: random.few(upTo: 400))
        case 5: items[at] = .array([items[at]])
        case 6: items = Array(items.prefix(at))
        case 10...13: items.insert(items[at], at: random.below(items.count))
        case 14...16: items.swapAt(at, random.below(items.count))
        default: edit(&items[at])
        }
        return items
    }

    private mutating func changed(_ object: JSONObject) -> JSONObject {
        guard !object.isEmpty else { return JSONObject([.init(Bait.text(&random), other())]) }
        var members = object.members
        let at = random.below(members.count)
        if Self.structure.contains(members[at].name), !random.oneIn(10) {
            edit(&members[at].value)
            return JSONObject(members)
        }
        switch random.below(6) {
        case 0: members.remove(at: at)
        case 1: members.append(.init(members[at].name, other()))
        case 2: members[at].name = random.pick(members).name
        case 3: members[at].name = damaged(members[at].name)
        case 4: members.swapAt(at, random.below(members.count))
        default: members.insert(.init(Bait.text(&random), other()), at: at)
        }
        return JSONObject(members)
    }

    /// A text with one of its characters changed.
    private mutating func damaged(_ text: String) -> String {
        var characters = Array(text)
        guard !characters.isEmpty else { return Bait.text(&random) }
        let at = random.below(characters.count)
        switch random.below(4) {
        case 0: characters.remove(at: at)
        case 1: characters.insert(characters[at], at: at)
        case 2: characters.insert(contentsOf: random.pick(Bait.texts), at: at)
        default: characters[at] = random.pick(Array("0129aAzZ -_.,/"))
        }
        return String(characters)
    }

    /// The number of values in a tree.
    private static func count(_ value: JSONValue) -> Int {
        switch value {
        case .array(let items): items.reduce(1) { $0 + count($1) }
        case .object(let object): object.members.reduce(1) { $0 + count($1.value) }
        default: 1
        }
    }

    /// The value with a number in the order of the text.
    private static func value(_ value: JSONValue, _ at: inout Int) -> JSONValue? {
        if at == 0 { return value }
        at -= 1
        switch value {
        case .array(let items): for item in items { if let found = Self.value(item, &at) { return found } }
        case .object(let object):
            for member in object.members { if let found = Self.value(member.value, &at) { return found } }
        default: break
        }
        return nil
    }
}
