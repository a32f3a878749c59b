import Perimeters

/// The colours of maps: told apart by readers of any colour vision, and dark enough on white where they are lines.
///
/// Source: for kinds and categories the palette of Okabe and Ito ("Color Universal Design", 2008), darkened; for classes the
/// scheme YlOrBr of Brewer and Harrower ("ColorBrewer", 2003).
enum MapColors {
    /// Of the perimeters of a kind.
    static func kind(_ kind: PerimeterKind?) -> String {
        switch kind {
        case .qpv: "#00508c"
        case .qva: "#b35900"
        case .territoireVecu: "#00796b"
        case .npnru: "#7a3b8f"
        case .zfu: "#a01c42"
        case .other, nil: "#4c5663"
        }
    }

    /// Of a class, counted from the lowest: at most five of them, as far apart as they can be.
    static func ofClass(_ i: Int, of count: Int) -> String {
        let colors = ["#ffe28a", "#fdb63c", "#ee7f14", "#c0480a", "#7a2703"]
        return count == 1 ? colors[2] : colors[(i * (colors.count - 1) + (count - 1) / 2) / (count - 1)]
    }

    /// Of categories that have no order; each is told apart by its shape too.
    static let categories = ["#1e2530", "#7a3b8f", "#00796b", "#b35900", "#0072b2", "#a01c42", "#6b5b00", "#4c5663"]

    /// Of the ground that no place covers.
    static let gaps = "#c2185b"

    /// Of what counts least: other categories, places outside.
    static let faint = "#6a7480"
}
