package import Gazetteer
import Tables

extension RowPlan.AddressColumns {
    /// The address of a row, and whether a cell of it was so doubtful that nothing can be sure.
    package struct Reading {
        /// What is looked for.
        package var query: AddressQuery
        /// Whether a cell held something else than it should: a date in place of a number, two postcodes.
        package var isDoubtful = false
    }

    /// Reads the cells of a row.
    ///
    /// - Parameter cell: the text of a column.
    package func read(_ cell: (Int) -> String) -> Reading {
        var reading = Reading(query: AddressQuery())
        var text = ""
        func append(_ part: String) {
            if part.isEmpty { return }
            if !text.isEmpty { text += " " }
            text += part
        }
        let street = numberYields ? self.text.last.map(cell) ?? "" : ""
        for column in self.text {
            let part = cell(column)
            if numbers.contains(column) {
                if numberYields, CellText.beginsWithNumberAndWay(street) { continue }
                switch CellText.number(part) {
                case .number(let number): append(number)
                case .none: break
                case .date: reading.isDoubtful = true
                }
            } else if types.contains(column) {
                append(part == "R" || part == "r" ? "RUE" : part)
            } else {
                append(part)
            }
        }
        if let postcode {
            let place = CellText.postcode(cell(postcode))
            reading.query.postcode = place.postcode
            reading.query.city = place.town
        }
        var number: Int?
        if let city {
            let place = CellText.town(cell(city))
            if let town = place.town { reading.query.city = town }
            if let found = place.postcode {
                if let known = reading.query.postcode, !known.isEmpty, known != found {
                    reading.isDoubtful = true
                } else {
                    reading.query.postcode = found
                }
            }
            number = place.district
        }
        if let district, number == nil { number = CellText.town(cell(district)).district }
        if let citycode { reading.query.citycode = CellText.code(cell(citycode)) }
        if let number, !Self.says(number, reading.query), !text.isEmpty { text += ", \(number)e arrondissement" }
        reading.query.text = text
        reading.query.leaveOutCedexCode()
        return reading
    }

    /// Whether the postcode or the code of the commune ends with the number of an arrondissement.
    private static func says(_ district: Int, _ query: AddressQuery) -> Bool {
        let tens = district < 10 ? "0\(district)" : "\(district)"
        guard let postcode = query.postcode, ["75", "69", "13"].contains(postcode.prefix(2)) else { return false }
        return postcode.utf8.count == 5 && postcode.hasSuffix(tens)
    }
}
