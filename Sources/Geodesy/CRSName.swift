extension CRS {
    /// The system that a file names, in any spelling met in French open data; nil when it is none known here.
    ///
    /// Understood: `EPSG:2154`, `epsg:4326`, `2154`, `urn:ogc:def:crs:EPSG::2154`, `urn:ogc:def:crs:OGC:1.3:CRS84`,
    /// `http://www.opengis.net/def/crs/EPSG/0/2154`, the horizontal part of `EPSG:2154+5720`, IGN's short names with
    /// or without `IGNF:` (`LAMB93`, `RGR92UTM40S`), common and ESRI names (`Lambert-93`, `RGF_1993_Lambert_93`), and
    /// WKT as `.prj` files hold it. Case, spaces and punctuation do not matter.
    ///
    /// Complexity: O(length).
    public init?(name: String) {
        if name.contains("[") {
            self.init(wkt: name)
            return
        }
        let horizontal = name.prefix { $0 != "+" }
        let text = String(
            String.UnicodeScalarView(horizontal.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace }))
        // Behind an authority the last component counts, up to a name in brackets; else the whole text is a name.
        let last =
            text.contains(":")
            ? text.prefix { $0 != "(" }.split { ":/#".contains($0) }.last.map(String.init) ?? "" : text
        if !last.isEmpty, last.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
            let authority = text.dropLast(last.count)
            guard authority.isEmpty || authority.contains("epsg"), let code = Int(last) else { return nil }
            self.init(epsg: CRSName.synonyms[code] ?? code)
            return
        }
        guard let code = CRSName.codes[CRSName.folded(last)] else { return nil }
        self.init(epsg: code)
    }

    /// The authority's code that closes the text when there is one, else the name that opens it.
    private init?(wkt: String) {
        let fields = wkt.split(separator: "\"", omittingEmptySubsequences: false)
        guard fields.count > 1 else { return nil }
        let tail = wkt.lowercased().filter { !$0.isWhitespace && $0 != "\"" }
        for opening in ["authority[epsg,", "id[epsg,"] {
            // Only the identifier of the whole system: nothing but brackets follows it.
            guard let start = tail.lastRange(of: opening) else { continue }
            let code = tail[start...].prefix { $0.isNumber }
            if tail[start...].dropFirst(code.count).allSatisfy({ $0 == "]" }), let epsg = Int(code) {
                self.init(epsg: epsg)
                return
            }
        }
        self.init(name: String(fields[1]))
    }
}

extension String {
    /// The index after the last occurrence of a text.
    fileprivate func lastRange(of text: String) -> Index? {
        var end = endIndex
        while end > startIndex {
            if self[..<end].hasSuffix(text) { return end }
            end = index(before: end)
        }
        return nil
    }
}

/// Names of reference systems, folded to lower-case letters and digits without accents.
enum CRSName {
    static func folded(_ name: String) -> String {
        var folded = ""
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": folded.unicodeScalars.append(scalar)
            case "é", "è", "ê": folded.append("e")
            default: break
            }
        }
        return folded
    }

    /// Codes of others that mean a system of the table: web Mercator before it had a code, and 3D forms.
    static let synonyms = [900913: 3857, 3785: 3857, 102100: 3857, 102113: 3857, 102110: 2154, 4979: 4326, 4965: 4171]

    /// Folded name to EPSG code: the names of the table itself, then those of IGN, ESRI and usage.
    static let codes: [String: Int] = {
        var codes: [String: Int] = [:]
        for (code, definition) in CRSDefinition.all { codes[folded(definition.name)] = code }
        for (code, names) in aliases { for name in names.split(separator: " ") { codes[String(name)] = code } }
        for zone in 42...50 {
            for name in ["cc\(zone)", "rgf93cc\(zone)", "rgf93v1cc\(zone)", "rgf1993cc\(zone)"] {
                codes[name] = 3900 + zone
            }
        }
        return codes
    }()

    private static let aliases: [Int: String] = [
        4326: "crs84 ogccrs84 crs84h wgs84 gcswgs1984 wgs1984 wgs84g wgs84gdd wgs84geo wgs84geodd",
        4171: "rgf93 rgf93g rgf93gdd rgf93geo rgf93geodd rgf93v1 gcsrgf1993",
        9777: "rgf93v2 rgf93v2g",
        9782: "rgf93v2b rgf93v2bg",
        4258: "etrs89 gcsetrs1989 etrs89g",
        5489: "rgaf09 rgaf09g rgaf09gdd rgaf09geo rgaf09geodd gcsrgaf09",
        4558: "rraf rraf91 rrafg rrafgdd rrafgeo rrafgeodd wgs84rrafgeo",
        4624: "rgfg95 rgfg95g rgfg95gdd rgfg95geo rgfg95geodd gcsrgfg1995",
        4627: "rgr92 rgr92g rgr92gdd rgr92geo rgr92geodd gcsrgr1992",
        4470: "rgm04 rgm04g rgm04gdd rgm04geo rgm04geodd gcsrgm2004 gcsrgm04",
        4463: "rgspm06 rgspm06g rgspm06gdd rgspm06geo rgspm06geodd gcsrgspm2006",
        4687: "rgpf rgpfg rgpfgdd rgpfgeo gcsrgpf",
        4749: "rgnc rgncg rgncgeo rgncgeodd rgnc9193 gcsrgnc199193",
        4275: "ntf ntfg gcsntf",
        2154: "lambert93 lamb93 l93 lb93 rgf93lambert93 rgf93lamb93 rgf93v1lambert93 rgf1993lambert93 rgf93l93",
        9793: "rgf93v2lamb93 rgf93v2lambert93",
        9794: "rgf93v2blamb93 rgf93v2blambert93",
        3035: "etrs89laea etrs1989laea laea etrs89laeaeurope etrs89extendedlaeaeurope",
        25830: "utm30etrs89 utm30rgf93 rgf93utm30 etrs1989utmzone30n",
        25831: "utm31etrs89 utm31rgf93 rgf93utm31 etrs1989utmzone31n",
        25832: "utm32etrs89 utm32rgf93 rgf93utm32 etrs1989utmzone32n",
        5490: "rgaf09utm20 rgaf09utm20n rgaf09utmzone20n",
        4559: "rrafutm20 rraf91utm20 rraf1991utm20n rraf91utm20n utm20w84mart",
        2972: "utm22rgfg95 rgfg95utm22 rgfg95utm22n rgfg1995utm22n",
        2975: "rgr92utm40s rgr1992utm40s rgr92utm40",
        4471: "rgm04utm38s rgm2004utmzone38s rgm04utm38",
        4467: "rgspm06u21 rgspm06utm21 rgspm06utm21n rgspm2006utmzone21n",
        3296: "rgpfutm5s rgpfutm5", 3297: "rgpfutm6s rgpfutm6", 3298: "rgpfutm7s rgpfutm7",
        3163: "rgnclam rgnclambnc rgnclambertnewcaledonia rgnc199193lambertnewcaledonia",
        3857:
            "webmercator pseudomercator wgs84wmsv wgs1984webmercatorauxiliarysphere googlemercator",
        27561: "lamb1 ntflamb1 ntfparislambertnordfrance",
        27562: "lamb2 ntflamb2 ntfparislambertcentrefrance",
        27563: "lamb3 ntflamb3 ntfparislambertsudfrance",
        27564: "lamb4 ntflamb4 ntfparislambertcorse",
        27571: "lamb1c ntflamb1c lambertzonei",
        27572:
            "lambe ntflamb2e lamb2e lamb2c ntflamb2c lambert2etendu lambertiietendu lambertzoneii",
        27573: "lamb3c ntflamb3c lambertzoneiii",
        27574: "lamb4c ntflamb4c lambertzoneiv",
        32630: "wgs84utm30 utm30w84 wgs1984utmzone30n wgs84utm30n",
        32631: "wgs84utm31 utm31w84 wgs1984utmzone31n wgs84utm31n",
        32632: "wgs84utm32 utm32w84 wgs1984utmzone32n wgs84utm32n",
        32620: "wgs1984utmzone20n wgs84utm20n wgs84utm20 utm20w84guad",
        32621: "wgs1984utmzone21n wgs84utm21n wgs84utm21",
        32622: "wgs1984utmzone22n wgs84utm22n wgs84utm22",
        32701: "wgs1984utmzone1s wgs84utm1s utm01sw84",
        32738: "wgs1984utmzone38s wgs84utm38s",
        32740: "wgs1984utmzone40s wgs84utm40s",
    ]
}
