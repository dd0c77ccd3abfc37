#ifndef SOJOURN_CZlib_SHIM_H
#define SOJOURN_CZlib_SHIM_H
#include <zlib.h>
#endif
