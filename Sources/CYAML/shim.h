#ifndef SOJOURN_CYAML_SHIM_H
#define SOJOURN_CYAML_SHIM_H
#include <yaml.h>
#endif
