#ifndef SOJOURN_CSQLite_SHIM_H
#define SOJOURN_CSQLite_SHIM_H
#include <sqlite3.h>
#endif
