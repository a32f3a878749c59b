import Foundation
import Planar
import TestSupport
import Testing

@testable import Geodesy

@Suite("Reference systems and their spellings")
struct CRSTests {
    @Test("spellings of French producers")
    func spellings() {
        let spellings: [(String, Int?)] = [
            ("urn:ogc:def:crs:OGC:1.3:CRS84", 4326), ("urn:ogc:def:crs:OGC::CRS84", 4326), ("OGC:CRS84", 4326),
            ("CRS84", 4326),
            ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326), ("urn:ogc:def:crs:EPSG::4326", 4326),
            ("urn:ogc:def:crs:EPSG::2154", 2154), ("urn:ogc:def:crs:EPSG:6.9:2154", 2154),
            ("urn:x-ogc:def:crs:EPSG:2154", 2154),
            ("EPSG:2154", 2154), ("epsg:4326", 4326), ("EPSG: 2154", 2154), (" 2154 ", 2154), ("EPSG:2154+5720", 2154),
            ("http://www.opengis.net/def/crs/EPSG/0/2154", 2154), ("https://www.opengis.net/def/crs/EPSG/0/5490", 5490),
            ("http://www.opengis.net/gml/srs/epsg.xml#4326", 4326), ("IGNF:LAMB93", 2154),
            ("urn:ogc:def:crs:IGNF::LAMB93", 2154),
            ("http://registre.ign.fr/ign/IGNF/crs/IGNF/RGF93LAMB93", 2154), ("Lambert-93", 2154), ("Lambert 93", 2154),
            ("lambert93", 2154), ("L93", 2154), ("RGF93 / Lambert-93", 2154), ("RGF93 v1 / Lambert-93", 2154),
            ("RGF_1993_Lambert_93", 2154), ("RGF93_Lambert_93", 2154), ("EPSG:9793 (RGF93 v2 / Lambert-93)", 9793),
            ("WGS84", 4326), ("WGS 84", 4326), ("GCS_WGS_1984", 4326), ("RGF93", 4171), ("EPSG:4171", 4171),
            ("3857", 3857),
            ("EPSG:900913", 3857), ("Web Mercator", 3857), ("EPSG:2970", 2970), ("2969", 2969), ("2971", 2971),
            ("2972", 2972),
            ("2975", 2975), ("4559", 4559), ("5490", 5490), ("32620", 32620), ("WGS_1984_UTM_Zone_20N", 32620),
            ("WGS 84 / UTM zone 20N", 32620), ("RGFG_1995_UTM_22N", 2972), ("RGR_1992_UTM_40S", 2975),
            ("RGR92UTM40S", 2975),
            ("GCS_RGM_2004", 4470), ("RGM04 / UTM zone 38S", 4471), ("RGSPM06U21", 4467), ("RGPF / UTM zone 6S", 3297),
            ("CC49", 3949), ("RGF93 / CC49", 3949), ("IGNF:RGF93CC42", 3942), ("IGNF:LAMBE", 27572),
            ("Lambert II étendu", 27572),
            ("NTF (Paris) / Lambert zone II", 27572), ("ETRS89 / LAEA Europe", 3035),
            ("", nil), (" ", nil), ("EPSG:", nil), ("EPSG:31370", nil), ("31370", nil), ("ESRI:102110", nil),
            ("foo:2154", nil), ("Lambert", nil),
            ("EPSG:99999999999999999999", nil), ("+", nil), ("[", nil), ("\"[", nil), ("null", nil),
        ]
        for (text, code) in spellings { #expect(CRS(name: text)?.epsg == code, "\(text)") }
    }

    @Test("WKT is known by the identifier that closes it, else by its name")
    func wkt() {
        let authority = """
            PROJCS["whatever",GEOGCS["RGF93",DATUM["x",SPHEROID["GRS 1980",6378137,298.257,AUTHORITY["EPSG","7019"]]],
            AUTHORITY["EPSG","4171"]],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","2154"]]
            """
        #expect(CRS(name: authority)?.epsg == 2154)
        #expect(CRS(name: #"PROJCRS["x",BASEGEOGCRS["y",ID["EPSG",4171]],ID["EPSG",5490]]"#)?.epsg == 5490)
        #expect(
            CRS(name: #"PROJCS["RGF93_Lambert_93",GEOGCS["GCS_RGF_1993",UNIT["Degree",0.0174532925199433]]]"#)?.epsg
                == 2154)
        // The identifier of an inner part is not that of the whole.
        #expect(CRS(name: #"PROJCS["Mine",GEOGCS["RGF93",AUTHORITY["EPSG","4171"]],UNIT["metre",1]]"#) == nil)
        #expect(CRS(name: #"PROJCS["#) == nil)
    }

    @Test(
        "the official package's own .prj files are known",
        .enabled(
            if: RealData.has("data/qpv2015-official/qp-politiquedelaville-shp"), Comment(rawValue: RealData.missing)))
    func officialFiles() throws {
        let expected = [
            "QP_GUADELOUPE_WGS84_UTM20N": 32620, "QP_GUYANE_RGF95_UTM22N": 2972, "QP_LAREUNION_RGR92_UTM40S": 2975,
            "QP_MARTINIQUE_WGS84_UTM20N": 32620, "QP_MAYOTTE_RGM04_UTM38S": 4470, "QP_STMARTIN_WGS84_UTM20N": 32620,
            "QP_METROPOLEOUTREMER_WGS84_EPSG4326": 4326, "QP_METROPOLE_LB93": 2154,
        ]
        for (name, code) in expected {
            let path = RealData.path("data/qpv2015-official/qp-politiquedelaville-shp/\(name).prj")
            #expect(CRS(name: try String(contentsOfFile: path, encoding: .utf8))?.epsg == code, "\(name)")
        }
    }

    @Test("each system is found by its own name and by its code")
    func own() {
        #expect(CRS.all.count > 60)
        for crs in CRS.all {
            #expect(CRS(epsg: crs.epsg) == crs)
            #expect(CRS(name: "EPSG:\(crs.epsg)") == crs)
            #expect(CRS(name: crs.definition.name) == crs && CRS(name: crs.name) == crs, "\(crs.name)")
            #expect(!crs.territories.isEmpty)
        }
        #expect(CRS(epsg: 31370) == nil)
    }

    @Test("every alias leads to a system of the table")
    func aliases() {
        for (alias, code) in CRSName.codes {
            #expect(CRS(epsg: code) != nil, "\(alias)")
            #expect(CRSName.folded(alias) == alias)
            if !alias.allSatisfy(\.isNumber) { #expect(CRS(name: alias)?.epsg == code, "\(alias)") }
        }
        for code in CRSName.synonyms.values { #expect(CRS(epsg: code) != nil) }
    }

    @Test("names and kinds")
    func names() {
        #expect(CRS.lambert93.name == "EPSG:2154 (RGF93 / Lambert-93)")
        #expect(CRS.wgs84.name == "EPSG:4326 (WGS 84)")
        #expect(CRS.wgs84.isGeographic && !CRS.lambert93.isGeographic)
        #expect(CRS.lambert93.suits(.metropole) && !CRS.lambert93.suits(.reunion))
        #expect(CRS.wgs84.territories == Territory.allCases)
    }

    @Test("no text stops the reading of a name")
    func fuzzed() {
        let seed: UInt64 = 84
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("[]\"',:/#+EPSGepsg0123456789 AUTHORITYid\u{e9}\u{0}\n")
        for _ in 0..<5000 {
            let text = String(
                (0..<Int.random(in: 0...40, using: &generator)).map { _ in alphabet.randomElement(using: &generator)! })
            if let crs = CRS(name: text) { #expect(CRS.all.contains(crs), "seed \(seed), \(text)") }
        }
    }
}
