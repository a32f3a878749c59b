import Foundation

/// What the columns of a file hold, where their headings leave it open.
extension ColumnNames {
    /// How many rows are looked at.
    public static let sampleRows = 500

    /// The column whose cells look like addresses most, from half of them on; nil for none.
    package var addressByContent: Int? {
        let likely = header.indices.filter {
            contents[$0].filled > 0 && contents[$0].addresses >= 0.5 && !words[$0].set.contains("birth")
        }
        return likely.max { a, b in
            func order(_ column: Int) -> (Int, Double, Int) {
                (words[column].set.contains("address") ? 1 : 0, contents[column].addresses, -column)
            }
            return order(a) < order(b)
        }
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
