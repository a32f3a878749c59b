/// Spellings of perimeters found in files of the (fictional) town, with the code of 2024 they mean.
enum Aliases {
    static let rows: [[String]] =
        [["ecriture", "code_qp_2024"]]
        + [
            ("Les Tilleuls", "QN09901M"), ("QPV Les Tilleuls", "QN09901M"), ("TILLEULS", "QN09901M"),
            ("Cité des Tilleuls", "QN09901M"), ("Tilleul fictif", "QN09901M"), ("La Mare aux Fées", "QN09902M"),
            ("mare aux fees", "QN09902M"), ("QPV Mare-aux-Fées", "QN09902M"), ("MAF", "QN09902M"),
            ("Bois Feint", "QN09903I"), ("QPV BOIS FEINT", "QN09903I"), ("Le Bois-Feint", "QN09903I"),
            ("Deux Rives", "QN09904N"), ("Faubourg des Deux-Rives", "QN09904N"), ("2 Rives", "QN09904N"),
        ].map { [$0.0, $0.1] }
}
