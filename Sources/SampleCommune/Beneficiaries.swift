/// The office's file of beneficiaries and the truth about it, row by row.
enum Beneficiaries {
    /// The day on which ages are counted.
    private static let reference = (year: 2024, month: 12, day: 31)

    /// The two tables, and how many of the persons live delicately close to a border.
    static func tables(_ town: Town) -> (file: [[String]], truth: [[String]], delicate: Int) {
        var dice = Dice(seed: town.seed, part: "beneficiaries")
        var residents = Residents(town)
        let treatments = dice.shuffled(Treatment.allCases.flatMap { [Treatment](repeating: $0, count: $0.count) })
        var file = [
            ["Dossier", "Nom", "Prénom", "Sexe", "Date de naissance", "Âge", "Action", "Adresse", "CP", "Commune"]
        ]
        var truth = [["Dossier", "id_ban", "code_qp_2024", "distance_m", "decidable", "traitement"]]
        var delicate = 0
        for (index, treatment) in treatments.enumerated() {
            let written = residents.written(treatment)
            if written.isDelicate { delicate += 1 }
            let dossier = "D" + padded(index + 1, 4)
            let isWoman = dice.chance(53)
            let first = dice.pick(isWoman ? People.women : People.men)
            let sex =
                dice.chance(4)
                ? ""
                : isWoman ? dice.pick(weighted: [("F", 9), ("Femme", 1)]) : dice.pick(weighted: [("H", 8), ("M", 2)])
            let (birth, age) = birthday(&dice)
            let surname = dice.pick(People.surnames)
            file.append([
                dossier, dice.chance(40) ? plain(surname).uppercased() : surname, first, sex, birth, age,
                dice.pick(Actions.titles), written.line, written.postcode, written.commune,
            ])
            truth.append([
                dossier, written.id, written.code, written.distance, treatment.isDecidable ? "oui" : "non",
                treatment.rawValue,
            ])
        }
        return (file, truth, delicate)
    }

    /// A date of birth and the age at the reference day; one of them is missing now and then.
    private static func birthday(_ dice: inout Dice) -> (String, String) {
        let age = dice.pick(weighted: [
            ((3, 5), 4), ((6, 15), 22), ((16, 17), 9), ((18, 25), 27), ((26, 64), 32), ((65, 88), 6),
        ])
        let years = dice.whole(age.0...age.1)
        let date = "\(padded(dice.whole(1...28), 2))/\(padded(dice.whole(1...12), 2))/\(reference.year - years)"
        switch dice.below(20) {
        case 0: return ("", String(years))
        case 1: return (date, "")
        case 2 where dice.chance(30): return ("", "")
        default: return (date, String(years))
        }
    }
}
