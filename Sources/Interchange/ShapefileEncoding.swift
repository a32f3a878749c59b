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
        if let codePage {
            let name = codePage.lowercased().filter { $0.isLetter || $0.isNumber }
            return ["88591", "iso88591", "latin1"].contains(name) ? "CP1252" : nil
        }
        // No statement, Windows ANSI, and what ESRI writes for the system's own code page.
        guard [0, 0x03, 0x57].contains(table[29]) else { return nil }
        let headerLength = Int(table[8]) | Int(table[9]) << 8
        let records = table.dropFirst(headerLength)
        return String(validating: records, as: UTF8.self) == nil ? "CP1252" : "UTF-8"
    }
}
