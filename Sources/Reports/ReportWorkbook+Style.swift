import Interchange

extension ReportWorkbook {
    /// How the cells of a report look.
    enum Style {
        static let accent: UInt32 = 0x0B4F8A
        static let grey: UInt32 = 0x4D5866
        static let faint: UInt32 = 0xEEF1F4

        static let text = make { $0.isWrapped = true }
        static let soft = make {
            $0.color = grey
            $0.isWrapped = true
        }
        static let total = make { $0.isBold = true }
        static let title = make {
            $0.isBold = true
            $0.size = 18
        }
        static let heading = make {
            $0.isBold = true
            $0.size = 13
            $0.color = accent
        }
        static let notice = make {
            $0.isBold = true
            $0.isWrapped = true
            $0.fill = faint
        }
        static let columnHeading = make {
            $0.isBold = true
            $0.isWrapped = true
            $0.fill = faint
            $0.edges = [.bottom]
        }

        private static func make(_ change: (inout WorkbookStyle) -> Void) -> WorkbookStyle {
            var style = WorkbookStyle()
            change(&style)
            return style
        }
    }
}
