/// How a report's page looks, on a screen from 360 px and on A4.
enum ReportStyle {
    /// One accent, figures of equal width, rules instead of boxes. Contrast is at least 4.5 to 1 (WCAG 2.2, 1.4.3).
    static let css = """
        :root { --ink: #1d2530; --soft: #4d5866; --rule: #c9d0d8; --faint: #eef1f4; --accent: #0b4f8a; }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; background: #fff; color: var(--ink); font: 16px/1.5 "Source Sans 3", "Source Sans Pro", \
        "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
        main { max-width: 74rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
        header { border-top: 6px solid var(--accent); padding-top: 1.1rem; margin-bottom: 2rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; text-wrap: balance; }
        .subtitle { margin: .45rem 0 0; color: var(--soft); font-size: 1.08rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.4rem 0 .8rem; padding-top: .7rem; border-top: 1px solid \
        var(--rule); color: var(--accent); overflow-wrap: anywhere; }
        p, ul { max-width: 46rem; margin: .6rem 0; overflow-wrap: anywhere; }
        ul { padding-left: 1.2rem; }
        .notice { border-left: 4px solid var(--accent); background: var(--faint); padding: .6rem .9rem; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 1rem 1.5rem; \
        margin: 1rem 0 1.4rem; }
        .figures div { border-top: 2px solid var(--accent); padding-top: .45rem; }
        .figures dt { color: var(--soft); font-size: .92rem; line-height: 1.3; }
        .figures dd { margin: 0; }
        .figures .value { font-size: 1.75rem; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; }
        .figures .note { color: var(--soft); font-size: .85rem; line-height: 1.3; }
        .block { margin: 1.4rem 0 1.8rem; }
        .wide { overflow-x: auto; }
        .wide:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        .title { font-weight: 600; margin: 0 0 .45rem; max-width: none; }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.35; \
        font-variant-numeric: tabular-nums lining-nums; border-bottom: 1.5px solid var(--ink); }
        caption { text-align: left; font-weight: 600; font-size: 1rem; padding: 0 0 .45rem; }
        th, td { padding: .34rem .6rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
        th:first-child, td:first-child { padding-left: .2rem; }
        thead { border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--ink); }
        thead th { font-weight: 600; vertical-align: bottom; line-height: 1.25; }
        thead th.group { text-align: center; border-bottom: 1px solid var(--rule); }
        th.figure, td.figure { text-align: right; }
        td.figure { white-space: nowrap; }
        table.many { font-size: .84rem; }
        table.many th, table.many td { padding: .34rem .32rem; }
        td.short { white-space: nowrap; }
        tbody th { font-weight: 400; min-width: 9rem; max-width: 26rem; }
        table.many tbody th { min-width: 7rem; }
        tbody tr + tr { border-top: 1px solid var(--faint); }
        td.mark { color: var(--soft); }
        tr.subtotal th, tr.subtotal td { font-weight: 600; border-top: 1px solid var(--rule); }
        tbody tr.total { border-top: 1px solid var(--ink); background: var(--faint); }
        tr.total th, tr.total td { font-weight: 700; }
        .notes { list-style: none; padding: 0; margin: .45rem 0 0; color: var(--soft); font-size: .85rem; \
        line-height: 1.4; }
        .none { color: var(--soft); font-style: italic; }
        figure { margin: 1.4rem 0 1.8rem; }
        figcaption { font-weight: 600; margin-bottom: .45rem; }
        svg { display: block; width: 100%; height: auto; max-width: 34rem; font: 14px "Source Sans 3", \
        "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; \
        font-variant-numeric: tabular-nums; }
        svg + svg { margin-top: .8rem; }
        .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; padding: 0; margin: 0 0 .5rem; \
        font-size: .88rem; }
        .legend svg { display: inline-block; width: .8rem; height: .8rem; margin-right: .4rem; vertical-align: -.06rem; }
        .provenance { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .15rem 1rem; \
        font-size: .85rem; line-height: 1.4; margin: .6rem 0; }
        .provenance dt { color: var(--soft); overflow-wrap: anywhere; }
        .provenance dd { margin: 0; overflow-wrap: anywhere; }
        @media (max-width: 40rem) {
          main { padding: 1.2rem .9rem 2rem; }
          h1 { font-size: 1.5rem; }
          table { font-size: .86rem; }
          th, td { padding: .3rem .4rem; }
          tbody th { min-width: 7.5rem; }
          .provenance { grid-template-columns: 1fr; gap: 0; }
          .provenance dd { margin-bottom: .35rem; }
        }
        @page { size: A4 portrait; margin: 16mm 14mm 18mm; }
        @media print {
          html { font-size: 10pt; }
          body { font-size: 1rem; }
          main { max-width: none; padding: 0; }
          h2 { break-after: avoid; }
          .wide { overflow: visible; }
          table { font-size: 8.5pt; }
          th, td { padding: .22rem .35rem; }
          tbody th { min-width: 36mm; }
          table.many { font-size: 7pt; }
          table.many tbody th { min-width: 24mm; }
          table.many th, table.many td { padding: .2rem .18rem; }
          thead { display: table-header-group; }
          tr, svg, .figures div, .notice, .provenance div { break-inside: avoid; }
          caption, .title, figcaption, .legend { break-after: avoid; }
          .notes { break-before: avoid; }
          tr.total, .notice, svg * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        }
        """
}
