#include <proj.h>
// Geodesics on an ellipsoid (Karney), part of the same library.
#include <geodesic.h>
