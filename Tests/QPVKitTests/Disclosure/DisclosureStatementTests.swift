import QPVKit
import Testing

@Suite("What is said of disclosure control")
struct DisclosureStatementTests {
    private let published: [PublishedCount] = [.shown(9), .suppressed, .suppressedWithOthers, .suppressed, .shown(0)]

    @Test("Suppression: how many of each, in French and English, and what stays possible")
    func suppression() {
        let control = DisclosureControl.suppression(threshold: 5)
        let french = control.statement(of: published, in: .french)
        #expect(french.count == 3)
        #expect(french[1] == "Sur 5 effectifs, 2 sont masqués par secret primaire et 1 par secret secondaire.")
        let english = control.statement(of: published, in: .english)
        #expect(english[1] == "Of 5 counts, 2 are hidden by primary and 1 by secondary suppression.")
        #expect(english[0].hasPrefix("Disclosure control: counts from 1 to 4 are hidden"))
    }

    @Test("Noise and nothing have their own sentences")
    func others() {
        #expect(DisclosureControl.cellKey(seed: 1).statement(of: published, in: .english).count == 2)
        #expect(DisclosureControl.none.statement(of: published, in: .french).count == 1)
        #expect(
            !DisclosureControl.cellKey(seed: 987_654).statement(of: published, in: .french).joined().contains("987"))
    }

    @Test("A table published twice: differences from 1 to below the threshold are told, where both values are shown")
    func differencing() {
        let earlier: [PublishedCount] = [.shown(10), .shown(10), .shown(10), .suppressed, .shown(7), .shown(10)]
        let later: [PublishedCount] = [.shown(10), .shown(14), .shown(15), .shown(6), .suppressedWithOthers, .shown(9)]
        #expect(DisclosureControl.differencing(earlier, later, threshold: 5) == [1, 5])
    }
}
