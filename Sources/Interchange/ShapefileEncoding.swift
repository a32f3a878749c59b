/// In what characters the table of a Shapefile is, where GDAL must be told.
///
/// A table states its code page in a byte of its header, or in a `.cpg` file. French producers leave both out as often as
/// not, and GDAL then takes the bytes as they are; or they state Windows-1252, which GDAL takes for ISO 8859-1, so that `–`
/// and `œ` are lost. Source: dBASE, "Table file structure"; ESRI, "Shapefile and code pages".
public enum ShapefileEncoding {
    /// The encoding to tell: `UTF-8` or `CP1252`; nil when the table states another one, or is none.
    ///
    /// - Parameters:
    ///   - table: the bytes of the `.dbf` file.
    ///   - codePage: the text of the `.cpg` file, when there is one.
    public static func needed(table: [UInt8], codePage: String?) -> String? {
        guard table.count > 32 else { return nil }
        let headerLength = Int(table[8]) | Int(table[9]) << 8
        let records = table.dropFirst(headerLength)
        let isUTF8 = String(validating: records, as: UTF8.self) != nil
        if let codePage {
            let name = codePage.lowercased().filter { $0.isLetter || $0.isNumber }
            let isLatin = ["88591", "iso88591", "latin1", "1252", "cp1252", "windows1252", "ansi1252"].contains(name)
            // The bytes go before the statement: text with accents that is valid UTF-8 is nothing else.
            if isLatin, isUTF8, records.contains(where: { $0 >= 0x80 }) { return "UTF-8" }
            if ["utf8", "65001"].contains(name), !isUTF8 { return "CP1252" }
            return ["88591", "iso88591", "latin1"].contains(name) ? "CP1252" : nil
        }
        // No statement, Windows ANSI, and what ESRI writes for the system's own code page.
        guard [0, 0x03, 0x57].contains(table[29]) else { return nil }
        return isUTF8 ? "UTF-8" : "CP1252"
    }
}
