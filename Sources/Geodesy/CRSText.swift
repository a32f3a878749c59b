internal import CPROJ

extension CRS {
    /// The definition as well-known text, version 1 as GDAL writes it, which is what GeoPackages and `.prj` files hold.
    ///
    /// It comes from PROJ's database (10 to 20 ms), and its wording from the version of PROJ. The axes that it names are
    /// those of the authority: formats that hold it have x before y all the same.
    ///
    /// - Throws: ``GeodesyError/definitionUnavailable(_:)``.
    public func wellKnownText() throws(GeodesyError) -> String {
        let context = ProjContext(database: true)
        guard
            let system = proj_create_from_database(context.pointer, "EPSG", "\(epsg)", PJ_CATEGORY_CRS, 0, nil)
        else { throw .definitionUnavailable(self) }
        defer { proj_destroy(system) }
        let text: String? = "MULTILINE=NO".withCString { option in
            withUnsafePointer(to: (Optional(option), UnsafePointer<CChar>?.none)) { options in
                options.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: 2) {
                    proj_as_wkt(context.pointer, system, PJ_WKT1_GDAL, $0).map { String(cString: $0) }
                }
            }
        }
        guard let text else { throw .definitionUnavailable(self) }
        return text
    }
}
