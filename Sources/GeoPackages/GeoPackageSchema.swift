import Interchange

/// The tables and triggers that the GeoPackage standard prescribes, as SQL.
///
/// Source: OGC 12-128r17, "GeoPackage Encoding Standard 1.3", annex C (tables) and annex F.3 (RTree spatial indexes).
enum GeoPackageSchema {
    /// `GPKG` in bytes, and version 1.3.0.
    static let identity = """
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        """

    /// The mandatory tables, and that of extensions.
    static let tables = """
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL,
          srs_id INTEGER NOT NULL PRIMARY KEY,
          organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL,
          definition TEXT NOT NULL,
          description TEXT
        );
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY,
          data_type TEXT NOT NULL,
          identifier TEXT UNIQUE,
          description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          min_x DOUBLE,
          min_y DOUBLE,
          max_x DOUBLE,
          max_y DOUBLE,
          srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
        );
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL,
          column_name TEXT NOT NULL,
          geometry_type_name TEXT NOT NULL,
          srs_id INTEGER NOT NULL,
          z TINYINT NOT NULL,
          m TINYINT NOT NULL,
          CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
        );
        CREATE TABLE gpkg_extensions (
          table_name TEXT,
          column_name TEXT,
          extension_name TEXT NOT NULL,
          definition TEXT NOT NULL,
          scope TEXT NOT NULL,
          CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
        );
        """

    /// The systems that every file lists.
    static let references: [(id: Int, SpatialReference)] = [
        (-1, .init(organization: "NONE", code: -1, name: "Undefined cartesian SRS", definition: "undefined")),
        (0, .init(organization: "NONE", code: 0, name: "Undefined geographic SRS", definition: "undefined")),
        (
            4326,
            .init(
                organization: "EPSG", code: 4326, name: "WGS 84 geodetic",
                definition: """
                    GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
                    AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",\
                    0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],\
                    AUTHORITY["EPSG","4326"]]
                    """)
        ),
    ]

    /// The table in which QGIS looks for how to draw a layer, listed as GDAL and QGIS list it.
    static let styles = """
        CREATE TABLE layer_styles (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          f_table_catalog TEXT(256),
          f_table_schema TEXT(256),
          f_table_name TEXT(256),
          f_geometry_column TEXT(256),
          styleName TEXT(30),
          styleQML TEXT,
          styleSLD TEXT,
          useAsDefault BOOLEAN,
          description TEXT,
          owner TEXT(30),
          ui TEXT(30),
          update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
        );
        INSERT INTO gpkg_contents
          VALUES ('layer_styles', 'attributes', 'layer_styles', '', '1970-01-01T00:00:00.000Z', NULL, NULL, NULL, NULL, NULL);
        """

    /// Where the extension of spatial indexes is defined.
    static let rtreeDefinition = "http://www.geopackage.org/spec130/#extension_rtree"

    /// The triggers that keep the index of a table `t` with geometry `c` and key `i` up to date, whoever edits it.
    ///
    /// They call functions that GDAL, QGIS and SpatiaLite bring along, so they are made once the table is full.
    static func triggers(_ t: String, _ c: String, _ i: String) -> String {
        let rtree = "\"rtree_\(t)_\(c)\""
        func sides(_ row: String) -> String {
            ["MinX", "MaxX", "MinY", "MaxY"].map { "ST_\($0)(\(row).\"\(c)\")" }.joined(separator: ", ")
        }
        let isThere = "NEW.\"\(c)\" NOT NULL AND NOT ST_IsEmpty(NEW.\"\(c)\")"
        let isGone = "(NEW.\"\(c)\" ISNULL OR ST_IsEmpty(NEW.\"\(c)\"))"
        let put = "INSERT OR REPLACE INTO \(rtree) VALUES (NEW.\"\(i)\", \(sides("NEW")));"
        let take = "DELETE FROM \(rtree) WHERE id = OLD.\"\(i)\";"
        return """
            CREATE TRIGGER "rtree_\(t)_\(c)_insert" AFTER INSERT ON "\(t)"
              WHEN (\(isThere)) BEGIN \(put) END;
            CREATE TRIGGER "rtree_\(t)_\(c)_update1" AFTER UPDATE OF "\(c)" ON "\(t)"
              WHEN OLD."\(i)" = NEW."\(i)" AND (\(isThere)) BEGIN \(put) END;
            CREATE TRIGGER "rtree_\(t)_\(c)_update2" AFTER UPDATE OF "\(c)" ON "\(t)"
              WHEN OLD."\(i)" = NEW."\(i)" AND \(isGone) BEGIN \(take) END;
            CREATE TRIGGER "rtree_\(t)_\(c)_update3" AFTER UPDATE ON "\(t)"
              WHEN OLD."\(i)" != NEW."\(i)" AND (\(isThere)) BEGIN \(take) \(put) END;
            CREATE TRIGGER "rtree_\(t)_\(c)_update4" AFTER UPDATE ON "\(t)"
              WHEN OLD."\(i)" != NEW."\(i)" AND \(isGone)
              BEGIN DELETE FROM \(rtree) WHERE id IN (OLD."\(i)", NEW."\(i)"); END;
            CREATE TRIGGER "rtree_\(t)_\(c)_delete" AFTER DELETE ON "\(t)"
              WHEN OLD."\(c)" NOT NULL BEGIN \(take) END;
            """
    }
}
