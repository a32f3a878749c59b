/// Which columns make one address, where a file has several: of the seat and of the management, of the home and of the work.
extension ColumnNames {
    private static let parts: Set<ColumnRole> = [
        .address, .complement, .housenumber, .suffix, .streetType, .street, .postcode, .city, .citycode,
    ]

    /// Reads a word that nobody knows as the owner of an address, where it stands in the headings of several of its parts:
    /// `cli_adresse`, `cli_cp`.
    mutating func readOwners() {
        for isFirst in [true, false] {
            var found: [String: [(column: Int, heading: HeadingWords, role: ColumnRole)]] = [:]
            for column in header.indices where roles[column] == nil && !isOwn(column) {
                guard let (word, heading) = words[column].owned(byFirst: isFirst),
                    // "cli_num" is the number of a house beside "cli_rue" only.
                    let role = heading.words == ["number"]
                        ? .housenumber : ColumnVocabulary.role(heading, contents[column]),
                    Self.parts.contains(role), fits(column, role)
                else { continue }
                found[word, default: []].append((column, heading, role))
            }
            for columns in found.values {
                let all = Set(columns.map(\.role))
                guard all.count > 1, !all.isDisjoint(with: [.postcode, .city, .citycode]) else { continue }
                for (column, heading, role) in columns where heading.words != ["number"] || all.contains(.street) {
                    (words[column], roles[column]) = (heading, role)
                }
            }
        }
        // "N° du client" is no number of a house, "num_client" beside "rue_client" is.
        let streets = Set(header.indices.filter { roles[$0] == .street }.map { words[$0].owner })
        for column in header.indices where words[column].words == ["number"] && !words[column].owner.isEmpty {
            if streets.contains(words[column].owner), (words[column].numbers.last ?? 1) < 2 {
                roles[column] = .housenumber
            }
        }
    }

    /// Chooses the address that is read where the file has several, each with its own owner: one that is filled and has a town goes
    /// before others, then nobody's, then that of a person, an establishment, a seat, and others.
    ///
    /// Columns of an owner without an address or a street belong to the address that is read.
    mutating func chooseAddress() {
        var columns: [String: [Int]] = [:]
        let seconds = secondTowns
        for column in header.indices where roles[column].map(Self.parts.contains) ?? false && !isOwn(column) {
            let line = words[column].numbers.last ?? 1
            let isSecond = line > 1 && seconds.contains(Line(owner: words[column].owner, number: line))
            if isSecond {
                ofOtherAddresses.insert(column)
            } else {
                columns[words[column].owner, default: []].append(column)
            }
        }
        if columns.count < 2 { return }
        func roots(_ owner: String) -> [Int] {
            columns[owner]!.filter { roles[$0] == .address || roles[$0] == .street }
        }
        let rooted = columns.keys.filter { !roots($0).isEmpty }
        guard rooted.count > 1 else { return }
        func hasTown(_ columns: [Int]) -> Bool {
            columns.contains {
                roles[$0] == .postcode || roles[$0] == .city || roles[$0] == .citycode
                    || roles[$0] == .address && contents[$0].filled > 0 && namesTowns($0)
            }
        }
        let isTownShared = hasTown(columns.filter { !rooted.contains($0.key) }.flatMap(\.value))
        func filled(_ owner: String) -> Int { roots(owner).map { contents[$0].filled }.max() ?? 0 }
        let most = rooted.map(filled).max() ?? 0
        let orders = rooted.map { owner in
            let first = roots(owner)[0]
            let isSparse = contents[first].rows > 0 && filled(owner) * 4 < most
            return [
                isSparse ? 1 : 0, isTownShared || hasTown(columns[owner]!) ? 0 : 1, words[first].ownerRank, first,
            ]
        }
        let first = orders.min { $0.lexicographicallyPrecedes($1) }!.last!
        for owner in rooted where owner != words[first].owner { ofOtherAddresses.formUnion(columns[owner]!) }
    }

    private struct Line: Hashable {
        let owner: String
        let number: Int
    }

    /// The numbers of further addresses: `adresse2`, `cp2`, `ville2` beside `cp1` or `cp`.
    private var secondTowns: Set<Line> {
        var lines: [ColumnRole: Set<Line>] = [:]
        for column in header.indices {
            guard let role = roles[column], [.postcode, .city, .citycode].contains(role) else { continue }
            lines[role, default: []].insert(Line(owner: words[column].owner, number: words[column].numbers.last ?? 1))
        }
        return Set(
            lines.values.flatMap { all in
                all.filter { $0.number > 1 && all.contains(Line(owner: $0.owner, number: 1)) }
            })
    }
}
