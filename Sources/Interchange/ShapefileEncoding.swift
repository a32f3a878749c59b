/// In what characters the table of a Shapefile is, when it does not say.
///
/// A table states its code page in a byte of its header, or in a `.cpg` file. French producers of before 2015 do neither as
/// often as not, and GDAL then takes the bytes as they are. Source: dBASE, "Table file structure"; ESRI, "Shapefile and
/// code pages".
public enum ShapefileEncoding {
    /// The encoding that GDAL must be told, `UTF-8` or `CP1252`; nil when the table states one, or is none.
    ///
    /// - Parameters:
    ///   - table: the bytes of the `.dbf` file.
    ///   - hasCodePage: whether there is a `.cpg` file.
    public static func unstated(table: [UInt8], hasCodePage: Bool) -> String? {
        guard !hasCodePage, table.count > 32, table[29] == 0 else { return nil }
        let headerLength = Int(table[8]) | Int(table[9]) << 8
        let records = table.dropFirst(headerLength)
        return String(validating: records, as: UTF8.self) == nil ? "CP1252" : "UTF-8"
    }
}
