"""What an analyst would write with GeoPandas, file to file: the rivals of reading, nearest places and coverage.

    vector.py read PERIMETERS OUT
    vector.py nearest POINTS PLACES OUT
    vector.py coverage PERIMETERS PLACES ADDRESSES OUT [DÉPARTEMENTS]     (ADDRESSES may be empty; 075,093)

Distances and areas are metres of Lambert-93. Circles of coverage are GeoPandas' polygons of 64 corners.
"""
import sys

import geopandas
import pandas

RADII = (300, 500)


def metres(frame):
    lon, lat = ("lon", "lat") if "lon" in frame else ("longitude", "latitude")
    return geopandas.GeoDataFrame(frame, geometry=geopandas.points_from_xy(frame[lon], frame[lat]), crs=4326).to_crs(2154)


def perimeters(path):
    return geopandas.read_file(path)[["code_qp", "geometry"]].to_crs(2154)


def read(path, out):
    zones = perimeters(path)
    zones.assign(area_m2=zones.area).drop(columns="geometry").to_csv(out, index=False)


def nearest(points, places, out):
    rows, places = metres(pandas.read_csv(points)), metres(pandas.read_csv(places, sep=";"))
    found = geopandas.sjoin_nearest(rows, places[["id", "geometry"]].rename(columns={"id": "place"}), distance_col="metres")
    found = found[~found.index.duplicated()]
    found[["id", "place", "metres"]].to_csv(out, index=False, float_format="%.3f")


def coverage(path, places, addresses, out, departements=""):
    near = metres(pandas.read_csv(places, sep=None, engine="python"))
    zones = perimeters(path)
    if departements:
        zones = zones[zones.code_qp.str[2:5].isin(departements.split(","))].reset_index(drop=True)
    zones["geometry"] = zones.make_valid()
    result = pandas.DataFrame({"code": zones.code_qp})

    def counts(frame):
        return frame.groupby("code_qp").size().reindex(zones.code_qp).fillna(0).to_numpy()

    if addresses:
        homes = metres(pandas.read_csv(addresses, sep=";", usecols=["id", "lon", "lat"]).dropna())
        inside = geopandas.sjoin(homes, zones, predicate="within")
        result["addresses"] = counts(inside)
    for radius in RADII:
        result[f"share_{radius}"] = zones.intersection(near.buffer(radius).union_all()).area / zones.area
        if addresses:
            found = geopandas.sjoin_nearest(inside[["geometry", "code_qp"]], near[["geometry"]], max_distance=radius)
            result[f"addr_{radius}"] = counts(found[~found.index.duplicated()])
    result.to_csv(out, index=False, float_format="%.6f")


if __name__ == "__main__":
    {f.__name__: f for f in (read, nearest, coverage)}[sys.argv[1]](*sys.argv[2:])
