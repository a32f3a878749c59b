import Foundation

/// What an answer is worth: the probability that it is right at its level.
///
///     probability = share / (1 + exp(Σ weight·loss - bias))
///
/// `share` is the part of the answer among its rivals, `1 / Σ exp(zᵢ - z)` with the logits of ``Score``; the bias is that of
/// what was found. The numbers are fitted to labelled queries on streets of their own by `Benchmarks/calibration/fit.py`,
/// which prints them and the reliability on other streets; a loss that no query shows to matter keeps the weight 1. Right means:
/// the number asked, in the street and commune asked; for a computed position or a street, that street and commune; for a
/// commune, that commune.
enum Calibration {
    /// What was found, each with a bias of its own.
    enum Outcome: Int, CaseIterable {
        case number, otherSuffix, computed, streetOfNumber, street, municipality, municipalityOfStreet

        init(_ number: NumberOutcome) {
            self =
                switch number {
                case .found: .number
                case .otherSuffix: .otherSuffix
                case .computed: .computed
                case .absent: .streetOfNumber
                case .notAsked: .street
                }
        }
    }

    /// The logit of an answer of each kind against which nothing speaks.
    static let biases: [Double] = Outcome.allCases.map { outcome in
        switch outcome {
        case .number: 8.86
        case .otherSuffix: 5.12
        case .computed: 5.94
        case .streetOfNumber: 4.17
        case .street: 5.83
        case .municipality: 1.28
        case .municipalityOfStreet: 3.18
        }
    }

    /// What each loss counts.
    static let weights: SIMD16<Double> = {
        var losses = Losses()
        losses[.words] = 0.62
        losses[.reading] = 1.38
        losses[.type] = 1.45
        losses[.articles] = 2.62
        losses[.unread] = 1.95
        losses[.correctedElsewhere] = 0.93
        losses[.oldCommune] = 1.00
        losses[.locality] = 0.56
        losses[.commune] = 1.02
        losses[.number] = 0.79
        losses[.remark] = 1.00
        losses[.inserted] = 1.00
        losses[.postcode] = 1.00
        losses[.far] = 1.00
        losses[.known] = 1.00
        return losses.values
    }()

    /// What an answer rests on.
    struct Evidence {
        var losses = Losses()
        var outcome: Outcome
        var share = 1.0
        /// The most that it can be worth.
        var most = 1.0

        var probability: Double {
            min(most, share * Score.logistic(biases[outcome.rawValue] - (losses.values * weights).sum()))
        }
    }
}

extension Candidate {
    /// What it rests on, as one of those that share this part of the odds.
    func evidence(share: Double) -> Calibration.Evidence {
        Calibration.Evidence(losses: losses, outcome: Calibration.Outcome(number), share: share, most: most)
    }
}
