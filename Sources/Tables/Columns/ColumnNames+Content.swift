import Foundation

/// What the columns of a file hold, where their headings leave it open.
extension ColumnNames {
    /// How many rows are looked at.
    public static let sampleRows = 500

    /// The column whose cells look like addresses most, from half of them on, from a quarter under a heading that says place;
    /// nil for none.
    ///
    /// A column that few rows fill is none, unless its heading says so: it holds remarks.
    package var addressByContent: Int? {
        let likely = header.indices.filter { column in
            let content = contents[column], heading = words[column]
            let saysSo = heading.saysPlace || heading.set.contains("address")
            return content.filled > 0 && !ofOtherAddresses.contains(column)
                && content.addresses >= (saysSo ? 0.25 : 0.5) && !heading.set.contains("birth")
                && (saysSo || content.filled * 4 >= content.rows)
        }
        let most = likely.map { contents[$0].filled }.max() ?? 0
        return likely.max { a, b in
            func order(_ column: Int) -> [Double] {
                let content = contents[column], heading = words[column]
                return [
                    content.isSparse(beside: most) ? 0 : 1, heading.set.contains("address") ? 1 : 0,
                    heading.saysPlace ? 1 : 0, content.addresses, Double(-column),
                ]
            }
            return order(a).lexicographicallyPrecedes(order(b))
        }
    }

    /// Whether the cells of a column may be the codes of communes, and its heading speaks of nobody's birth.
    package func mayHoldCodes(_ column: Int) -> Bool {
        contents[column].filled > 1 && contents[column].codes >= 0.9 && mayBelong(column)
    }

    /// Whether the cells of a column may be the names of communes.
    package func mayHoldTowns(_ column: Int) -> Bool {
        contents[column].filled > 1 && contents[column].names >= 0.9
            && words[column].set.isDisjoint(with: ["name", "prenom", "prenoms"]) && mayBelong(column)
    }

    private func mayBelong(_ column: Int) -> Bool {
        !ofOtherAddresses.contains(column) && !isOwn(column)
            && words[column].set.isDisjoint(with: ["birth", "born", "date", "naf", "ape", "siret", "siren"])
    }

    /// Whether a heading says nothing, or has a word of codes of communes.
    package func allowsCodes(_ column: Int) -> Bool {
        words[column].saysNothing || !words[column].set.isDisjoint(with: ["cp", "post", "insee", "town", "zip"])
    }

    /// Whether a heading has a word of a commune's INSEE code.
    package func saysINSEE(_ column: Int) -> Bool { words[column].set.contains("insee") }

    /// Whether the cells of a column that stands before another one are numbers of houses under a heading that says no other thing.
    package func mayHoldNumbers(_ column: Int, before street: Int) -> Bool {
        column == street - 1 && contents[column].filled > 1 && contents[column].numbers >= 0.9
            && !contents[column].countsRows && roles[column] == nil && mayBelong(column) && !saysCount(column)
    }

    private func saysCount(_ column: Int) -> Bool {
        !words[column].set.isDisjoint(with: [
            "nb", "nbre", "nombre", "total", "id", "annee", "age", "etage", "share", "code", "lot", "rang", "ordre",
        ])
    }

    /// Whether a column of addresses has so few filled cells that another one with so many goes before it.
    package func isSparse(_ column: Int, beside other: Int) -> Bool {
        contents[column].isSparse(beside: contents[other].filled)
    }

    /// A column whose heading says nothing, and whose cells are postcodes.
    package var postcodeByContent: Int? {
        header.indices.first { words[$0].saysNothing && contents[$0].filled > 1 && contents[$0].postcodes >= 0.9 }
    }

    /// A column of postcodes with towns, whatever its heading.
    package var townByContent: Int? {
        header.indices.first { contents[$0].filled > 0 && contents[$0].postcodesAndTowns >= 0.8 }
    }

    /// A column of both coordinates, by its cells; by a heading that says so where there are no cells.
    package var pairOfCoordinates: Int? {
        header.indices.first { contents[$0].filled > 0 && contents[$0].pairs >= 0.5 }
    }

    /// Whether cells of a column are degrees with minutes.
    package func isSexagesimal(_ column: Int) -> Bool { contents[column].sexagesimal > 0 }

    /// Whether the cells of a column are numbers from -180 to 180.
    package func isDegrees(_ column: Int) -> Bool { contents[column].filled > 0 && contents[column].degrees >= 0.9 }

    /// Whether cells of a column of addresses name the town, by its postcode; true where nothing is known of the cells.
    package func namesTowns(_ column: Int) -> Bool {
        contents[column].filled == 0 || contents[column].withPostcodes >= 0.5
    }

    /// Whether few cells of a column of addresses have a number; false where nothing is known of the cells.
    package func lacksNumbers(_ column: Int) -> Bool {
        contents[column].filled > 0 && contents[column].withDigits < 0.3
    }

    /// Whether the cells of a column are house numbers, and do not count the rows.
    package func isHouseNumber(_ column: Int) -> Bool {
        contents[column].filled > 0 && contents[column].numbers >= 0.8 && !contents[column].countsRows
    }

    /// Whether a heading says "number", and not of what.
    package func isBareNumber(_ column: Int) -> Bool { words[column].set == ["number"] }

    /// Whether a heading says that the numbers are those of the odd or the even side.
    package func isOfOneSide(_ column: Int) -> Bool { !words[column].set.isDisjoint(with: ["pair", "odd"]) }

    /// Whether a heading gives the letters of two sexes, such as `H/F`.
    package func isSexes(_ column: Int) -> Bool {
        ["h_f", "f_h", "m_f", "f_m", "homme_femme", "femme_homme", "h_f_autre", "hommes_femmes", "femmes_hommes"]
            .contains(folded[column])
    }
}
