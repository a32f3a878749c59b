extension ReportStyle {
    /// What a page of the layout ``Report/Layout/sheet`` adds: all of it on one page of A4.
    package static let sheet = """
        .sheet header { margin-bottom: 1rem; }
        .sheet h2 { font-size: 1.1rem; margin: 1.1rem 0 .4rem; padding-top: .45rem; }
        .sheet .block { margin: .5rem 0; }
        .sheet caption { display: none; }
        .sheet tbody th { min-width: 0; }
        .sheet figure { margin: .5rem 0 0; }
        .sheet p, .sheet ul { max-width: none; margin: .4rem 0; }
        .sheet section:last-child ul { font-size: .8rem; line-height: 1.4; }
        .beside { display: grid; grid-template-columns: minmax(0, 34rem) minmax(15rem, 1fr); gap: 0 1.6rem; }
        .beside h2 { grid-column: 1 / -1; }
        @media (max-width: 48rem) { .beside { grid-template-columns: minmax(0, 1fr); gap: 1rem; } }
        @page { margin: 10mm 13mm; }
        @media print {
          .sheet header { padding-top: 2.5mm; margin-bottom: 1mm; }
          .sheet h1 { font-size: 16pt; }
          .sheet .subtitle { margin-top: 1mm; font-size: 9.5pt; }
          .sheet h2 { margin: 2.4mm 0 .8mm; padding-top: 1.2mm; font-size: 10.5pt; }
          .sheet .block, .sheet figure { margin: 1mm 0 0; }
          .sheet table { font-size: 7.8pt; }
          .sheet th, .sheet td, .sheet table.many th, .sheet table.many td { padding: .3mm 1mm; }
          .sheet table.many { font-size: 7.2pt; }
          .sheet tbody th { min-width: 0; }
          .sheet .notes, .sheet .legend { font-size: 7.5pt; margin: .8mm 0 0; }
          .sheet section:last-child ul { font-size: 7.2pt; line-height: 1.3; margin: 0; }
          .sheet .beside { grid-template-columns: 106mm 1fr; gap: 0 4mm; }
        }
        """
}
