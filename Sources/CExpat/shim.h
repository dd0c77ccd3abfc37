#ifndef SOJOURN_CExpat_SHIM_H
#define SOJOURN_CExpat_SHIM_H
#include <expat.h>
#endif
