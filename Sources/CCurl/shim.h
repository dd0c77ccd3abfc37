#ifndef SOJOURN_CCurl_SHIM_H
#define SOJOURN_CCurl_SHIM_H
#include <curl/curl.h>
#include <dlfcn.h>
#include <stdbool.h>

/* libcurl brings some thirty libraries along, which cost every start 4 ms though few commands fetch
   anything: it is loaded when first asked for. */
static inline void *sojourn_curl_symbol(const char *name) {
  static void *library;
  void *loaded = __atomic_load_n(&library, __ATOMIC_ACQUIRE);
  if (loaded == NULL) {
    loaded = dlopen("libcurl.so.4", RTLD_LAZY);
    __atomic_store_n(&library, loaded, __ATOMIC_RELEASE);
  }
  return loaded == NULL ? NULL : dlsym(loaded, name);
}

#define SOJOURN_CURL(function) ((__typeof__(&function))sojourn_curl_symbol(#function))

/* Whether libcurl is there with all that is used of it; asked before anything else is called. */
static inline bool sojourn_curl_is_there(void) {
  static const char *const names[] = {
      "curl_easy_cleanup",      "curl_easy_getinfo",     "curl_easy_init",
      "curl_easy_setopt",       "curl_easy_strerror",    "curl_global_init",
      "curl_multi_add_handle",  "curl_multi_cleanup",    "curl_multi_info_read",
      "curl_multi_init",        "curl_multi_perform",    "curl_multi_poll",
      "curl_multi_remove_handle", "curl_multi_setopt",   "curl_slist_append",
      "curl_slist_free_all"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    if (sojourn_curl_symbol(names[index]) == NULL) return false;
  }
  return true;
}

static inline CURL *sojourn_curl_easy_init(void) { return SOJOURN_CURL(curl_easy_init)(); }
static inline void sojourn_curl_easy_cleanup(CURL *handle) {
  SOJOURN_CURL(curl_easy_cleanup)(handle);
}
static inline const char *sojourn_curl_easy_strerror(CURLcode code) {
  return SOJOURN_CURL(curl_easy_strerror)(code);
}
static inline CURLM *sojourn_curl_multi_init(void) { return SOJOURN_CURL(curl_multi_init)(); }
static inline CURLMcode sojourn_curl_multi_cleanup(CURLM *multi) {
  return SOJOURN_CURL(curl_multi_cleanup)(multi);
}
static inline CURLMcode sojourn_curl_multi_add_handle(CURLM *multi, CURL *handle) {
  return SOJOURN_CURL(curl_multi_add_handle)(multi, handle);
}
static inline CURLMcode sojourn_curl_multi_remove_handle(CURLM *multi, CURL *handle) {
  return SOJOURN_CURL(curl_multi_remove_handle)(multi, handle);
}
static inline CURLMcode sojourn_curl_multi_perform(CURLM *multi, int *running) {
  return SOJOURN_CURL(curl_multi_perform)(multi, running);
}
static inline CURLMcode sojourn_curl_multi_poll(CURLM *multi, int milliseconds) {
  return SOJOURN_CURL(curl_multi_poll)(multi, NULL, 0, milliseconds, NULL);
}
static inline CURLMsg *sojourn_curl_multi_info_read(CURLM *multi, int *left) {
  return SOJOURN_CURL(curl_multi_info_read)(multi, left);
}
static inline struct curl_slist *sojourn_curl_slist_append(struct curl_slist *list,
                                                           const char *text) {
  return SOJOURN_CURL(curl_slist_append)(list, text);
}
static inline void sojourn_curl_slist_free_all(struct curl_slist *list) {
  SOJOURN_CURL(curl_slist_free_all)(list);
}

/* Swift cannot call variadic C functions: one inline function for each kind of argument. */

typedef size_t (*sojourn_curl_data)(char *bytes, size_t size, size_t count, void *context);
typedef int (*sojourn_curl_progress)(void *context, curl_off_t down_total, curl_off_t down_now,
                                     curl_off_t up_total, curl_off_t up_now);

static inline CURLcode sojourn_curl_set_long(CURL *handle, CURLoption option, long value) {
  return SOJOURN_CURL(curl_easy_setopt)(handle, option, value);
}
static inline CURLcode sojourn_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return SOJOURN_CURL(curl_easy_setopt)(handle, option, value);
}
/* libcurl copies the text. */
static inline CURLcode sojourn_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return SOJOURN_CURL(curl_easy_setopt)(handle, option, value);
}
static inline CURLcode sojourn_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return SOJOURN_CURL(curl_easy_setopt)(handle, option, value);
}
static inline CURLcode sojourn_curl_set_list(CURL *handle, CURLoption option,
                                             struct curl_slist *value) {
  return SOJOURN_CURL(curl_easy_setopt)(handle, option, value);
}
/* For CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION. */
static inline CURLcode sojourn_curl_set_data(CURL *handle, CURLoption option,
                                             sojourn_curl_data function) {
  return SOJOURN_CURL(curl_easy_setopt)(handle, option, function);
}
static inline CURLcode sojourn_curl_set_progress(CURL *handle, sojourn_curl_progress function) {
  return SOJOURN_CURL(curl_easy_setopt)(handle, CURLOPT_XFERINFOFUNCTION, function);
}

static inline CURLcode sojourn_curl_get_long(CURL *handle, CURLINFO info, long *value) {
  return SOJOURN_CURL(curl_easy_getinfo)(handle, info, value);
}
static inline CURLcode sojourn_curl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return SOJOURN_CURL(curl_easy_getinfo)(handle, info, value);
}
/* The text belongs to the handle. */
static inline CURLcode sojourn_curl_get_text(CURL *handle, CURLINFO info, const char **value) {
  return SOJOURN_CURL(curl_easy_getinfo)(handle, info, value);
}

static inline CURLMcode sojourn_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return SOJOURN_CURL(curl_multi_setopt)(multi, option, value);
}

/* CURLMsg keeps its result in a union. */
static inline CURLcode sojourn_curl_message_result(const CURLMsg *message) {
  return message->data.result;
}

/* The initialiser's flags are a macro that Swift does not import. */
static inline CURLcode sojourn_curl_global_init(void) {
  return SOJOURN_CURL(curl_global_init)(CURL_GLOBAL_DEFAULT);
}
#endif
