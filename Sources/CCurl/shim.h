#ifndef SOJOURN_CCurl_SHIM_H
#define SOJOURN_CCurl_SHIM_H
#include <curl/curl.h>

/* Swift cannot call variadic C functions: one inline function for each kind of argument. */

typedef size_t (*sojourn_curl_data)(char *bytes, size_t size, size_t count, void *context);
typedef int (*sojourn_curl_progress)(void *context, curl_off_t down_total, curl_off_t down_now,
                                     curl_off_t up_total, curl_off_t up_now);

static inline CURLcode sojourn_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode sojourn_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}
/* libcurl copies the text. */
static inline CURLcode sojourn_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode sojourn_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode sojourn_curl_set_list(CURL *handle, CURLoption option,
                                             struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}
/* For CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION. */
static inline CURLcode sojourn_curl_set_data(CURL *handle, CURLoption option,
                                             sojourn_curl_data function) {
  return curl_easy_setopt(handle, option, function);
}
static inline CURLcode sojourn_curl_set_progress(CURL *handle, sojourn_curl_progress function) {
  return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, function);
}

static inline CURLcode sojourn_curl_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode sojourn_curl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(handle, info, value);
}
/* The text belongs to the handle. */
static inline CURLcode sojourn_curl_get_text(CURL *handle, CURLINFO info, const char **value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLMcode sojourn_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

/* CURLMsg keeps its result in a union. */
static inline CURLcode sojourn_curl_message_result(const CURLMsg *message) {
  return message->data.result;
}

/* The initialiser's flags are a macro that Swift does not import. */
static inline CURLcode sojourn_curl_global_init(void) {
  return curl_global_init(CURL_GLOBAL_DEFAULT);
}
#endif
