"""Writes the official 2015 perimeters of metropolitan France as GeoJSON in Lambert-93, with its crs member.

    python lambert93.py --shared $SHARED --out $WORK/qpv2015_lb93.geojson

Needs geopandas (see rivals/requirements.txt). Coordinates keep all their digits.
"""
import argparse
import json
import os

import geopandas

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--shared", required=True)
parser.add_argument("--out", required=True)
a = parser.parse_args()
shapefile = os.path.join(a.shared, "data/qpv2015-official/qp-politiquedelaville-shp/QP_METROPOLE_LB93.shp")
frame = geopandas.read_file(shapefile)
frame.columns = [c.lower() for c in frame.columns]
features = json.loads(frame.drop(columns="geometry").to_json(orient="records"))
with open(a.out, "w") as file:
    collection = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}},
        "features": [
            {"type": "Feature", "properties": p, "geometry": g.__geo_interface__}
            for p, g in zip(features, frame.geometry)
        ],
    }
    json.dump(collection, file)
print(f"{len(features)} perimeters in {frame.crs.to_string()}")
