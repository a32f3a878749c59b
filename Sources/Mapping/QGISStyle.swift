import Reports

/// How QGIS draws a layer as the page does, in its own language (QML): a renderer, with the labels of the legend.
///
/// Written with `prop` elements, which QGIS 2 and 3 both read.
struct QGISStyle {
    let text: String

    init(_ layer: MapLayer) {
        let renderer =
            switch layer.drawing {
            case .same(let symbol):
                """
                  <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0">
                  <symbols>
                \(Self.symbol("0", symbol, layer.mark))
                  </symbols>
                  </renderer-v2>
                """
            case .classes(let field, let classes): Self.classes(field, classes, layer.mark)
            case .categories(let field, let categories): Self.categories(field, categories, layer.mark)
            }
        text = """
            <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
            <qgis version="3.28.0" styleCategories="Symbology">
            \(renderer)
            </qgis>

            """
    }

    private static func classes(
        _ field: String, _ classes: [(from: Int, symbol: MapSymbol)], _ mark: MapLayer.Mark
    ) -> String {
        let ranges = classes.enumerated().map { i, part in
            let upper = i + 1 < classes.count ? Double(classes[i + 1].from) - 0.5 : 1e15
            return """
                  <range lower="\(Double(part.from) - 0.5)" upper="\(upper)" symbol="\(i)" label="\(htmlEscaped(part.symbol.label))" render="true"/>
                """
        }
        return """
              <renderer-v2 type="graduatedSymbol" attr="\(field)" graduatedMethod="GraduatedColor" symbollevels="0" enableorderby="0">
              <ranges>
            \(ranges.joined(separator: "\n"))
              </ranges>
              <symbols>
            \(symbols(classes.map(\.symbol), mark))
              </symbols>
              </renderer-v2>
            """
    }

    private static func categories(
        _ field: String, _ categories: [(value: String, symbol: MapSymbol)], _ mark: MapLayer.Mark
    ) -> String {
        let lines = categories.enumerated().map { i, part in
            """
              <category value="\(htmlEscaped(part.value))" symbol="\(i)" label="\(htmlEscaped(part.symbol.label))" render="true"/>
            """
        }
        return """
              <renderer-v2 type="categorizedSymbol" attr="\(field)" symbollevels="0" enableorderby="0">
              <categories>
            \(lines.joined(separator: "\n"))
              </categories>
              <symbols>
            \(symbols(categories.map(\.symbol), mark))
              </symbols>
              </renderer-v2>
            """
    }

    private static func symbols(_ symbols: [MapSymbol], _ mark: MapLayer.Mark) -> String {
        symbols.enumerated().map { symbol("\($0)", $1, mark) }.joined(separator: "\n")
    }

    private static func symbol(_ name: String, _ symbol: MapSymbol, _ mark: MapLayer.Mark) -> String {
        let properties: [(String, String)] =
            switch mark {
            case .point:
                [
                    ("name", symbol.shape.rawValue), ("color", color(symbol.isHollow ? "#ffffff" : symbol.color)),
                    ("outline_color", color(symbol.isHollow ? symbol.color : "#ffffff")), ("outline_width", "0.3"),
                    ("size", "2.6"),
                ]
            case .area:
                [
                    ("color", color(symbol.color, opacity: symbol.isHatched ? 255 : symbol.isDashed ? 15 : 56)),
                    ("style", symbol.isHatched ? "b_diagonal" : "solid"),
                    ("outline_color", color(symbol.color)), ("outline_style", symbol.isDashed ? "dash" : "solid"),
                    ("outline_width", "0.4"),
                ]
            case .cell:
                [
                    ("color", color(symbol.color, opacity: 217)), ("style", "solid"),
                    ("outline_color", color("#ffffff")), ("outline_style", "solid"), ("outline_width", "0.2"),
                ]
            }
        let type = mark == .point ? ("marker", "SimpleMarker") : ("fill", "SimpleFill")
        let lines = properties.map { "      <prop k=\"\($0)\" v=\"\($1)\"/>" }
        return """
                <symbol name="\(name)" type="\(type.0)" alpha="1" clip_to_extent="1">
                <layer class="\(type.1)" enabled="1" locked="0" pass="0">
            \(lines.joined(separator: "\n"))
                </layer>
                </symbol>
            """
    }

    /// `#rrggbb` as QGIS writes it: four numbers from 0 to 255.
    private static func color(_ hex: String, opacity: Int = 255) -> String {
        let value = Int(hex.dropFirst(), radix: 16) ?? 0
        return "\(value >> 16 & 255),\(value >> 8 & 255),\(value & 255),\(opacity)"
    }
}
