import Foundation
import Gazetteer
import TestSupport
import Testing

/// The same rules on the national base itself, where it is at hand.
@Suite(
    "Real data", .enabled(if: RealData.has("data/ban-bondy/adresses-93010.csv"), Comment(rawValue: RealData.missing)))
struct RealDataTests {
    private func build(_ inputs: String...) throws -> (BuildReport, Gazetteer, TemporaryFolder) {
        let folder = try TemporaryFolder()
        let report = try Gazetteer.build(inputs: inputs.map { RealData.path($0) }, output: folder.path("real.qpvg"))
        return (report, try Gazetteer(path: folder.path("real.qpvg")), folder)
    }

    @Test("every address of Bondy finds itself, written as in the base and in capitals")
    func bondy() throws {
        let (report, gazetteer, _) = try build("data/ban-bondy/adresses-93010.csv")
        #expect(report.rowsRead == 8413 && report.rowsKept == 8413)
        var scratch = MatchScratch()
        var wrong: [String] = []
        gazetteer.forEachAddress { address in
            let street = gazetteer.street(address.street)?.name ?? ""
            for text in ["\(address.number)\(address.suffix) \(street) \(address.postcode) Bondy"] {
                for text in [text, text.uppercased()] {
                    let match = gazetteer.match(AddressQuery(text: text), scratch: &scratch)
                    if match.level != .housenumber || match.street != street {
                        wrong.append("\(text) -> \(match.label)")
                    }
                }
            }
        }
        #expect(wrong.count < 8413 / 500, "\(wrong.count): \(wrong.prefix(10))")
    }

    @Test("addresses typed by an operator are found at their number")
    func operatorAddresses() throws {
        let (_, gazetteer, _) = try build("data/ban-bondy/adresses-93010.csv")
        var scratch = MatchScratch()
        let text = try String(contentsOfFile: RealData.path("data/queries/arcep-bondy-dev.csv"), encoding: .utf8)
        var right = 0
        var asked = 0
        var wrong: [String] = []
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let query = String(line.split(separator: ";")[1])
            let match = gazetteer.match(AddressQuery(text: query), scratch: &scratch)
            asked += 1
            // A number that the base lacks comes out as asked, at a computed place.
            if match.housenumber.prefix(while: \.isNumber) == query.prefix(while: \.isNumber) {
                right += 1
            } else {
                wrong.append("\(query) -> \(match.level) \(match.label)")
            }
        }
        #expect(asked > 2000)
        #expect(Double(right) >= 0.996 * Double(asked), "\(right) of \(asked): \(wrong)")
    }

    @Test("the sample of Savoie keeps every row and finds them by their routing label and their old commune")
    func savoie() throws {
        let (report, gazetteer, _) = try build("data/ban-samples/adresses-73-74-sample.csv")
        #expect(report.rowsRead == 10_000 && report.rowsKept == 10_000)
        #expect(gazetteer.communes(named: "annecy le vieux").map(\.citycode) == ["74010"])
        var scratch = MatchScratch()
        var wrong: [String] = []
        var count = 0
        gazetteer.forEachAddress { address in
            guard let street = gazetteer.street(address.street), address.number > 0 else { return }
            let city = street.oldCity.isEmpty ? gazetteer.communes(citycode: street.citycode)[0].name : street.oldCity
            let query = "\(address.number) \(address.suffix) \(street.name) \(address.postcode) \(city)"
            let match = gazetteer.match(AddressQuery(text: query), scratch: &scratch)
            count += 1
            if match.level != .housenumber || match.citycode != street.citycode || match.street != street.name {
                wrong.append("\(query) -> \(match.level) \(match.label)")
            }
        }
        #expect(
            Double(wrong.count) < Double(count) * 0.01,
            "\(wrong.count) of \(count): \(wrong.prefix(40).joined(separator: "\n"))")
    }
}
