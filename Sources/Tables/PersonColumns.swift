/// Folded names of columns that describe a person; the first ones are preferred.
package enum PersonColumns {
    package static let ages = ["age", "age_ans", "age_en_annees", "age_annees"]
    package static let births = [
        "date_de_naissance", "date_naissance", "naissance", "ddn", "date_naiss", "ne_le", "nee_le", "birth_date",
        "birthdate", "date_of_birth",
    ]
    package static let ageBands = [
        "tranche_d_age", "tranche_age", "tranche_dage", "tranche_d_ages", "tranches_d_age", "age_band",
    ]
    package static let sexes = ["sexe", "genre", "civilite", "sex", "gender"]
}
