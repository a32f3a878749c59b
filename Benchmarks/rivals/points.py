"""The rivals, file to file: a CSV of id,lon,lat and a GeoJSON of perimeters in, a CSV of id,code out.

    points.py geopandas|duckdb|sedonadb POINTS PERIMETERS OUT [--threads N]

Each does what its own manual advises for points in polygons. A border counts as inside.
"""
import argparse
import glob
import os


def geopandas(points, perimeters, out, threads):
    import geopandas
    import pandas

    table = pandas.read_csv(points)
    frame = geopandas.GeoDataFrame(table[["id"]], geometry=geopandas.points_from_xy(table.lon, table.lat), crs=4326)
    zones = geopandas.read_file(perimeters)[["code_qp", "geometry"]]
    joined = geopandas.sjoin(frame, zones, how="left", predicate="intersects")
    joined[["id", "code_qp"]].to_csv(out, index=False)


def duckdb_with_spatial(threads):
    import duckdb
    import duckdb_extension_spatial

    folder = os.path.dirname(duckdb_extension_spatial.__file__)
    extension = glob.glob(os.path.join(folder, "**", "*.duckdb_extension"), recursive=True)[0]
    base = duckdb.connect(config={"allow_unsigned_extensions": "true", "threads": threads})
    base.execute(f"LOAD '{extension}'")
    return base


def duckdb(points, perimeters, out, threads):
    base = duckdb_with_spatial(threads)
    base.execute(f"CREATE TABLE zone AS SELECT code_qp, geom FROM ST_Read('{perimeters}')")
    base.execute(
        f"""COPY (SELECT p.id, z.code_qp FROM read_csv('{points}') p
                  LEFT JOIN zone z ON ST_Intersects(z.geom, ST_Point(p.lon, p.lat)))
            TO '{out}' (HEADER)"""
    )


def sedonadb(points, perimeters, out, threads):
    import geopandas
    import pyarrow
    import pyarrow.csv
    import sedonadb

    pyarrow.set_cpu_count(threads)
    base = sedonadb.connect()
    base.sql(f"SET datafusion.execution.target_partitions = {threads}").to_pandas()
    options = pyarrow.csv.ReadOptions(use_threads=threads > 1)
    base.create_data_frame(pyarrow.csv.read_csv(points, read_options=options)).to_view("point")
    base.create_data_frame(geopandas.read_file(perimeters)[["code_qp", "geometry"]]).to_view("zone")
    joined = base.sql(
        """SELECT p.id, z.code_qp FROM (SELECT id, ST_SetSRID(ST_Point(lon, lat), 4326) g FROM point) p
           LEFT JOIN zone z ON ST_Intersects(z.geometry, p.g)"""
    )
    pyarrow.csv.write_csv(joined.to_arrow_table(), out)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rival", choices=["geopandas", "duckdb", "sedonadb"])
    parser.add_argument("points")
    parser.add_argument("perimeters")
    parser.add_argument("out")
    parser.add_argument("--threads", type=int, default=2)
    a = parser.parse_args()
    globals()[a.rival](a.points, a.perimeters, a.out, a.threads)


if __name__ == "__main__":
    main()
