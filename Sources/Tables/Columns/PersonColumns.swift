/// Folded names of columns that describe a person; the first ones are preferred.
package enum PersonColumns {
    package static let ages = ["age", "age_ans", "age_en_annees", "age_annees"]
    package static let births = [
        "date_de_naissance", "date_naissance", "naissance", "ddn", "date_naiss", "ne_le", "nee_le", "birth_date",
        "birthdate", "date_of_birth",
    ]
    package static let ageBands = [
        "tranche_d_age", "tranche_age", "tranche_dage", "tranche_d_ages", "tranches_d_age", "age_band", "classe_d_age",
    ]
    package static let sexes = ["sexe", "genre", "civilite", "sex", "gender"]

    /// The column of birth dates, by its name or the words of its heading; nil for none.
    package static func birth(_ names: ColumnNames) -> Int? { names.first(births) ?? names.first(.birth) }

    /// The column of sexes, by its name or the words of its heading; nil for none.
    package static func sex(_ names: ColumnNames) -> Int? { names.first(sexes) ?? names.first(.sex) }
}
