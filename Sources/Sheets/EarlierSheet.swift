package import Disclosure
public import Interchange
package import Reports
import Tables

/// The figures of an earlier sheet, read from its JSON.
public struct EarlierSheet: Sendable {
    /// The code of its perimeter.
    public let code: String
    /// The vintage of its perimeter; nil when it did not say.
    public let vintage: Int?
    private var figures: [SheetFigure.Key: ReportCell] = [:]

    /// Reads what ``Sheet/json(_:since:)`` wrote; nil when it is something else.
    public init?(json: JSONValue) {
        guard json["sheet"]?.text == "1", let code = json["code"]?.string, let list = json["figures"]?.array else {
            return nil
        }
        self.code = code
        vintage = json["vintage"].flatMap { Int($0.text) }
        for figure in list {
            guard let name = figure["name"]?.string else { return nil }
            let key = SheetFigure.Key(name: name, category: figure["category"]?.string.map(ColumnNames.fold))
            let status = figure["status"]?.string
            if let value = figure["value"].flatMap({ Double($0.text) }), value.isFinite {
                // No figure of a sheet comes near: whole numbers are exact up to here.
                guard abs(value) <= 0x1p53 else { return nil }
                // The decimals are those of the figure of today.
                figures[key] = .number(value, decimals: 0)
            } else {
                figures[key] = status == "suppressed" ? .suppressed : .unknown
            }
        }
    }

    /// What it published of a count without a category; nil when it has none of this name.
    package func count(_ name: String) -> PublishedCount? {
        switch figures[SheetFigure.Key(name: name, category: nil)] {
        case .number(let value, _)?: Int(exactly: value).map { .shown($0) }
        case .suppressed?: .suppressed
        default: nil
        }
    }

    /// The earlier value of a figure, of its kind; not known when it was not there.
    package func value(of figure: SheetFigure) -> ReportCell {
        guard let found = figures[figure.key] else { return .unknown }
        guard case .number(let value, _) = found else { return found }
        return switch figure.value.sound {
        case .share: .share(value)
        case .number(_, let decimals): .number(value, decimals: decimals)
        default: value == value.rounded() ? .count(Int(value)) : .number(value, decimals: 1)
        }
    }
}
