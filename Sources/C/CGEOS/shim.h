// Only the reentrant interface (functions ending in _r): the other one shares a hidden global handle.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
