<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection
     gml:id="aFeatureCollection"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
     xsi:schemaLocation="http://ogr.maptools.org/ q.xsd"
     xmlns:ogr="http://ogr.maptools.org/"
     xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>46.130672 2.206741</gml:lowerCorner><gml:upperCorner>46.142913 2.243018</gml:upperCorner></gml:Envelope></gml:boundedBy>
                                                                                                                                                
  <ogr:featureMember>
    <ogr:QPV_2015_fictifs_de_Valfictif_sur_Ombre gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.0">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>46.13476 2.206741</gml:lowerCorner><gml:upperCorner>46.142145 2.2191</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::4326" gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.geom.0"><gml:surfaceMember><gml:Polygon gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.geom.0.0"><gml:exterior><gml:LinearRing><gml:posList>46.140672 2.213559 46.140932 2.212611 46.141244 2.211587 46.141601 2.210497 46.141997 2.209351 46.141211 2.208804 46.140397 2.2083 46.139566 2.20785 46.138732 2.207462 46.137907 2.207147 46.137104 2.206916 46.136336 2.206777 46.135616 2.206741 46.134957 2.206818 46.13476 2.207558 46.134806 2.208623 46.134899 2.209781 46.135046 2.211093 46.135191 2.212125 46.135383 2.213301 46.135604 2.214556 46.135838 2.215828 46.136068 2.217051 46.136278 2.218164 46.136452 2.2191 46.136993 2.219097 46.137881 2.21861 46.138781 2.218266 46.139508 2.218348 46.140131 2.217638 46.140797 2.217039 46.141478 2.216372 46.142145 2.21546 46.141555 2.214776 46.140852 2.214084 46.140672 2.213559</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></ogr:geometryProperty>
      <ogr:code_qp>QP099001</ogr:code_qp>
      <ogr:nom_qp>Tilleuls - Mare aux Fées Fictifs</ogr:nom_qp>
      <ogr:commune_qp>Valfictif-sur-Ombre</ogr:commune_qp>
    </ogr:QPV_2015_fictifs_de_Valfictif_sur_Ombre>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:QPV_2015_fictifs_de_Valfictif_sur_Ombre gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.1">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>46.130672 2.218413</gml:lowerCorner><gml:upperCorner>46.1344 2.226768</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::4326" gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.geom.1"><gml:surfaceMember><gml:Polygon gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.geom.1.0"><gml:exterior><gml:LinearRing><gml:posList>46.1344 2.220893 46.133833 2.220323 46.133169 2.219635 46.132415 2.218957 46.131578 2.218413 46.131153 2.218991 46.130968 2.220135 46.130805 2.221349 46.130672 2.2226 46.131124 2.222964 46.131268 2.223844 46.131172 2.225129 46.131147 2.226307 46.131394 2.226768 46.132081 2.226124 46.13278 2.225551 46.133431 2.224995 46.133662 2.224114 46.133917 2.222913 46.134301 2.221716 46.1344 2.220893</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>46.13324 2.223039 46.133023 2.224116 46.132468 2.224673 46.131976 2.224528 46.132135 2.223375 46.132749 2.223019 46.13324 2.223039</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></ogr:geometryProperty>
      <ogr:code_qp>QP099002</ogr:code_qp>
      <ogr:nom_qp>Bois Feint</ogr:nom_qp>
      <ogr:commune_qp>Valfictif-sur-Ombre</ogr:commune_qp>
    </ogr:QPV_2015_fictifs_de_Valfictif_sur_Ombre>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:QPV_2015_fictifs_de_Valfictif_sur_Ombre gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.2">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>46.139274 2.223528</gml:lowerCorner><gml:upperCorner>46.142913 2.227552</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::4326" gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.geom.2"><gml:surfaceMember><gml:Polygon gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.geom.2.0"><gml:exterior><gml:LinearRing><gml:posList>46.139274 2.226285 46.139932 2.226713 46.140704 2.22712 46.141511 2.227552 46.142054 2.226752 46.142537 2.225852 46.142913 2.224879 46.142471 2.224273 46.14168 2.223876 46.14094 2.223528 46.140374 2.223685 46.139926 2.224706 46.13942 2.225629 46.139274 2.226285</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></ogr:geometryProperty>
      <ogr:code_qp>QP099003</ogr:code_qp>
      <ogr:nom_qp>Vieux Marché Imaginaire</ogr:nom_qp>
      <ogr:commune_qp>Valfictif-sur-Ombre</ogr:commune_qp>
    </ogr:QPV_2015_fictifs_de_Valfictif_sur_Ombre>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:QPV_2015_fictifs_de_Valfictif_sur_Ombre gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.3">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>46.136181 2.239092</gml:lowerCorner><gml:upperCorner>46.139212 2.243018</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::4326" gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.geom.3"><gml:surfaceMember><gml:Polygon gml:id="QPV_2015_fictifs_de_Valfictif_sur_Ombre.geom.3.0"><gml:exterior><gml:LinearRing><gml:posList>46.136276 2.239638 46.136289 2.240763 46.136257 2.241881 46.136181 2.242992 46.136717 2.243018 46.137551 2.242615 46.138357 2.242347 46.139135 2.242213 46.139212 2.240961 46.139153 2.239793 46.138758 2.239092 46.137926 2.23922 46.137099 2.239402 46.136276 2.239638</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></ogr:geometryProperty>
      <ogr:code_qp>QP099004</ogr:code_qp>
      <ogr:nom_qp>Cité du Mirage</ogr:nom_qp>
      <ogr:commune_qp>Saint-Fictif-la-Plaine</ogr:commune_qp>
    </ogr:QPV_2015_fictifs_de_Valfictif_sur_Ombre>
  </ogr:featureMember>
</ogr:FeatureCollection>
