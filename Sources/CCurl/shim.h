#ifndef SOJOURN_CCurl_SHIM_H
#define SOJOURN_CCurl_SHIM_H
#include <curl/curl.h>
#endif
