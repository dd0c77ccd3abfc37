#ifndef SOJOURN_CZip_SHIM_H
#define SOJOURN_CZip_SHIM_H
#include <zip.h>
#endif
