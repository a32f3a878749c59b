import Foundation
import TestSupport
import Testing

@Suite("the page of a map", .enabled(if: Browser.isInstalled, Comment(rawValue: Browser.missing)), .serialized)
struct MapPageTests {
    let sandbox = try! Sandbox()

    private func page(_ words: String...) throws -> String {
        let path = sandbox.path("carte.html")
        let result = try Program.run(
            ["map", "-q", "--gazetteer", Samples.gazetteer.path] + words + ["-o", path], input: .nothing, stdout: .kept,
            stderr: .kept, environment: sandbox.environment)
        try #require(result.code == 0, "\(result.stderr)")
        return path
    }

    /// The sample's beneficiaries, audited.
    private func audited() throws -> String {
        let path = sandbox.path("a.csv")
        _ = try sandbox.qpv("audit", "-q", "geodata/beneficiaires.csv", "-o", path)
        return path
    }

    /// Runs a body on an open page, and looks that nothing went wrong on it.
    private func browse(_ path: String, _ body: (Browser) throws -> Void) throws {
        let browser = try Browser()
        do {
            try browser.open(path)
            try body(browser)
            #expect(try browser.console() == [])
        } catch {
            browser.close()
            throw error
        }
        browser.close()
    }

    private static let drawn = "JSON.parse(document.documentElement.dataset.drawn)"
    private static let details = "return document.getElementById('details').innerText"

    @Test("a name is found without accents and case, its figures are shown, and the address says where one is")
    func search() throws {
        try browse(try page("--rows", try audited(), "--hexagons", "200", "--places", "geodata/lieux.csv")) { browser in
            #expect(try browser.script("return \(Self.drawn).qpv") == "4")
            try browser.type("FEES  mare fictive", into: "#search")
            try browser.wait("return document.querySelectorAll('#found [role=option]').length === 1")
            #expect(try browser.script("return document.getElementById('search').ariaExpanded") == "true")
            try browser.type("\u{E015}", into: "#search")
            let active =
                "document.getElementById(document.getElementById('search').getAttribute('aria-activedescendant'))"
            #expect(try browser.script("return \(active).innerText").contains("Mare aux Fées Fictive"))
            try browser.type("\u{E007}", into: "#search")
            try browser.wait("return document.documentElement.dataset.selected === 'QN09902M'")
            let details = try browser.script(Self.details)
            for text in ["Mare aux Fées Fictive", "QN09902M", "2024", "20,1 ha", "Lignes dans le périmètre\n61"] {
                #expect(details.contains(text), "\(text) in \(details)")
            }
            try browser.wait("return location.hash.endsWith('/QN09902M')")
            // A place is found too; a code finds its perimeter; nothing is said to be nothing.
            _ = try browser.script("document.getElementById('search').value = ''")
            try browser.type("ecole melusine\u{E007}", into: "#search")
            try browser.wait("return document.getElementById('details').innerText.includes('École Mélusine')")
            _ = try browser.script("document.getElementById('search').value = ''")
            try browser.type("qn09904n\u{E007}", into: "#search")
            try browser.wait("return document.documentElement.dataset.selected === 'QN09904N'")
            _ = try browser.script("document.getElementById('search').value = ''")
            try browser.type("zzz", into: "#search")
            try browser.wait("return document.getElementById('found').innerText === 'Aucun résultat'")
        }
    }

    @Test("a layer that is switched off is gone from the canvas")
    func layers() throws {
        try browse(
            try page("--perimeters", "geodata/perimetres-2024.geojson", "--perimeters", "geodata/qva.geojson")
        ) {
            browser in
            let blue = """
                const c = document.getElementById('canvas'), p = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
                let n = 0;
                for (let i = 0; i < p.length; i += 4) if (p[i] < 40 && p[i + 1] > 60 && p[i + 1] < 110 && p[i + 2] > 120) n += 1;
                return n;
                """
            #expect(Int(try browser.script(blue))! > 500)
            try browser.click("#layer-qpv")
            try browser.wait("return \(Self.drawn).qpv === 0")
            #expect(try browser.script("return \(Self.drawn).qva") == "1")
            #expect(Int(try browser.script(blue))! == 0)
            try browser.click("#layer-qpv")
            try browser.wait("return \(Self.drawn).qpv === 4")
        }
    }

    @Test("by mouse: a perimeter is hovered and clicked, dragged away and zoomed")
    func mouse() throws {
        try browse(try page()) { browser in
            let place = """
                const f = data.layers[0].features[2], r = document.getElementById('canvas').getBoundingClientRect();
                return Math.round(r.left + screenX(f.anchor[0])) + ' ' + Math.round(r.top + screenY(f.anchor[1]));
                """
            let numbers = try browser.script(place).split(separator: " ").compactMap { Int($0) }
            let at = (x: numbers[0], y: numbers[1])
            try browser.drag([at, at])
            try browser.wait("return document.documentElement.dataset.selected === 'QN09903I'")
            #expect(try browser.script(Self.details).contains("Bois Feint"))
            #expect(try browser.script("return document.getElementById('tip').innerText").contains("QN09903I"))
            let before = try browser.script("return view.x")
            try browser.drag([at, (at.x - 60, at.y), (at.x - 120, at.y + 10)])
            #expect(try browser.script("return view.x > \(before)") == "true")
            #expect(try browser.script("return document.documentElement.dataset.selected") == "QN09903I")
            let zoom = Double(try browser.script("return view.zoom"))!
            try browser.click("#zoomIn")
            #expect(Double(try browser.script("return view.zoom"))! == zoom + 1)
            try browser.click("#reset")
            try browser.wait("return document.documentElement.dataset.selected === ''")
        }
    }

    @Test(
        "by keyboard: the map moves, zooms, selects what is in the middle, and comes back; the table leads to the map")
    func keyboard() throws {
        try browse(try page("--lang", "en")) { browser in
            let start = try browser.script("return [view.x, view.y, view.zoom].join(' ')")
            try browser.type("\u{E014}\u{E014}\u{E013}+-+", into: "#map")
            let moved = try browser.script("return [view.x, view.y, view.zoom].join(' ')")
            #expect(moved != start)
            try browser.type("0", into: "#map")
            #expect(try browser.script("return [view.x, view.y, view.zoom].join(' ')") == start)
            try browser.click("#table summary")
            try browser.wait("return document.querySelectorAll('#tables tbody tr').length === 4")
            #expect(try browser.script("return document.querySelector('#tables th').innerText") == "Code")
            try browser.type("\u{E007}", into: "#tables tbody tr:nth-child(4) button")
            try browser.wait("return document.documentElement.dataset.selected === 'QN09904N'")
            #expect(try browser.script("return document.activeElement.id") == "map")
            try browser.type("\u{E00C}", into: "#map")
            try browser.wait("return document.documentElement.dataset.selected === ''")
            try browser.type("\u{E007}", into: "#map")
            #expect(try browser.script("return document.documentElement.dataset.selected") == "QN09904N")
            // Nothing is in the middle of the sea: what was selected stays.
            try browser.type("\u{E014}\u{E014}\u{E014}\u{E014}\u{E014}\u{E007}", into: "#map")
            #expect(try browser.script("return document.documentElement.dataset.selected") == "QN09904N")
        }
    }

    @Test("a cross and the keys are shown while the map is used by keyboard, and only then")
    func cross() throws {
        try browse(try page()) { browser in
            let shown =
                "return [getComputedStyle(document.getElementById('cross')).display, document.getElementById('mapHelp').offsetHeight > 10].join(' ')"
            #expect(try browser.script(shown) == "none false")
            try browser.type("\u{E014}", into: "#map")
            #expect(try browser.script(shown) == "block true")
            try browser.type("a", into: "#search")
            #expect(try browser.script(shown) == "none false")
        }
    }

    @Test("each perimeter that the search leads to lies under the middle of the map, whatever its form")
    func middle() throws {
        try browse(try page("--rows", try audited(), "--hexagons", "200")) { browser in
            for code in ["QN09901M", "QN09902M", "QN09903I", "QN09904N"] {
                _ = try browser.script("document.getElementById('search').value = ''")
                try browser.type("\(code)\u{E007}", into: "#search")
                try browser.wait("return document.documentElement.dataset.selected === '\(code)'")
                let middle = "return featureAt(view.width / 2, view.height / 2)?.values.code"
                #expect(try browser.script(middle) == code)
            }
        }
    }

    @Test("the table has the cells too, each under its own name, and says words where the data has codes")
    func table() throws {
        try browse(try page("--rows", try audited(), "--hexagons", "200", "--points")) { browser in
            try browser.click("#table summary")
            try browser.wait("return document.querySelectorAll('#tables table').length === 3")
            #expect(
                try browser.script("return document.querySelector('#tables table:nth-child(2) td').innerText")
                    .hasPrefix(
                        "CRS2154H200mN"))
            let rows = "document.querySelectorAll('#tables table:nth-child(2) tbody tr').length"
            #expect(try browser.script("return \(rows) === data.layers[1].features.length") == "true")
            let verdicts = "[...document.querySelectorAll('#tables table:nth-child(3) td')].map(cell => cell.innerText)"
            #expect(
                try browser.script("return [...new Set(\(verdicts))].sort().join()")
                    == "Dans un périmètre,Hors périmètre,Incertaine")
            #expect(try browser.script("return document.getElementById('legend').innerText").contains("Sans couleur"))
        }
    }

    @Test("an address of the page leads to its view and perimeter; a broken one to the whole map")
    func address() throws {
        let path = try page()
        try browse(path) { browser in
            let whole = try browser.script("return [view.x, view.y].join(' ')")
            _ = try browser.script("location.hash = '#16.50/46.13500/2.22000/QN09901M'")
            try browser.wait(
                "return document.documentElement.dataset.selected === 'QN09901M' && view.zoom === 16.5")
            _ = try browser.script("location.hash = '#nowhere/%E0%A4%A'")
            _ = try browser.script("document.getElementById('reset').click()")
            #expect(try browser.script("return [view.x, view.y].join(' ')") == whole)
        }
    }

    @Test(
        "all 1,609 perimeters of 2024 open within the driver's patience, and overseas is a button away",
        .enabled(
            if: RealData.has("data/qpv2024-simplified/qpv2024_simplified.geojson"), Comment(rawValue: RealData.missing))
    )
    func wholeCountry() throws {
        let file = RealData.path("data/qpv2024-simplified/qpv2024_simplified.geojson")
        try browse(try page("--perimeters", file)) { browser in
            #expect(try browser.script("return data.layers[0].features.length") == "1609")
            #expect(Int(try browser.script("return \(Self.drawn).qpv"))! > 1300)
            try browser.type("borny\u{E007}", into: "#search")
            try browser.wait("return document.documentElement.dataset.selected === 'QN05720M'")
            let buttons = "[...document.querySelectorAll('#territories button')]"
            #expect(try browser.script("return \(buttons).map(b => b.innerText).join()").contains("La Réunion"))
            _ = try browser.script("\(buttons).find(b => b.innerText === 'La Réunion').click()")
            try browser.wait("return \(Self.drawn).qpv > 20 && \(Self.drawn).qpv < 100")
            try browser.click("#table summary")
            try browser.wait("return document.querySelectorAll('#tables tbody tr').length === 1609")
        }
    }
}
