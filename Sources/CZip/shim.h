#ifndef SOJOURN_CZip_SHIM_H
#define SOJOURN_CZip_SHIM_H
#include <dlfcn.h>
#include <stdbool.h>
#include <zip.h>

/* libzip brings libcrypto along, which costs every start 2 ms though few commands open an archive:
   it is loaded when first asked for. */
static inline void *sojourn_zip_symbol(const char *name) {
  static void *library;
  void *loaded = __atomic_load_n(&library, __ATOMIC_ACQUIRE);
  if (loaded == NULL) {
    loaded = dlopen("libzip.so.4", RTLD_LAZY);
    __atomic_store_n(&library, loaded, __ATOMIC_RELEASE);
  }
  return loaded == NULL ? NULL : dlsym(loaded, name);
}

#define SOJOURN_ZIP(function) ((__typeof__(&function))sojourn_zip_symbol(#function))

/* Whether libzip is there with all that is used of it; asked before anything else is called. */
static inline bool sojourn_zip_is_there(void) {
  static const char *const names[] = {
      "zip_close", "zip_discard", "zip_get_error", "zip_error_fini", "zip_error_init",
      "zip_error_strerror", "zip_fclose", "zip_file_add", "zip_file_get_error",
      "zip_file_set_dostime", "zip_fopen", "zip_fopen_index", "zip_fread", "zip_get_name",
      "zip_get_num_entries", "zip_open", "zip_open_from_source", "zip_set_file_compression",
      "zip_source_buffer_create", "zip_source_free", "zip_source_function", "zip_stat",
      "zip_stat_init"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    if (sojourn_zip_symbol(names[index]) == NULL) return false;
  }
  return true;
}

static inline int sojourn_zip_close(zip_t *archive) { return SOJOURN_ZIP(zip_close)(archive); }
static inline void sojourn_zip_discard(zip_t *archive) { SOJOURN_ZIP(zip_discard)(archive); }
static inline zip_error_t *sojourn_zip_get_error(zip_t *archive) {
  return SOJOURN_ZIP(zip_get_error)(archive);
}
static inline void sojourn_zip_error_fini(zip_error_t *error) {
  SOJOURN_ZIP(zip_error_fini)(error);
}
static inline void sojourn_zip_error_init(zip_error_t *error) {
  SOJOURN_ZIP(zip_error_init)(error);
}
static inline const char *sojourn_zip_error_strerror(zip_error_t *error) {
  return SOJOURN_ZIP(zip_error_strerror)(error);
}
static inline int sojourn_zip_fclose(zip_file_t *file) { return SOJOURN_ZIP(zip_fclose)(file); }
static inline zip_int64_t sojourn_zip_file_add(zip_t *archive, const char *name,
                                               zip_source_t *source, zip_flags_t flags) {
  return SOJOURN_ZIP(zip_file_add)(archive, name, source, flags);
}
static inline zip_error_t *sojourn_zip_file_get_error(zip_file_t *file) {
  return SOJOURN_ZIP(zip_file_get_error)(file);
}
static inline int sojourn_zip_file_set_dostime(zip_t *archive, zip_uint64_t index,
                                               zip_uint16_t time, zip_uint16_t date, zip_flags_t flags) {
  return SOJOURN_ZIP(zip_file_set_dostime)(archive, index, time, date, flags);
}
static inline zip_file_t *sojourn_zip_fopen(zip_t *archive, const char *name, zip_flags_t flags) {
  return SOJOURN_ZIP(zip_fopen)(archive, name, flags);
}
static inline zip_file_t *sojourn_zip_fopen_index(zip_t *archive, zip_uint64_t index,
                                                  zip_flags_t flags) {
  return SOJOURN_ZIP(zip_fopen_index)(archive, index, flags);
}
static inline zip_int64_t sojourn_zip_fread(zip_file_t *file, void *bytes, zip_uint64_t count) {
  return SOJOURN_ZIP(zip_fread)(file, bytes, count);
}
static inline const char *sojourn_zip_get_name(zip_t *archive, zip_uint64_t index,
                                               zip_flags_t flags) {
  return SOJOURN_ZIP(zip_get_name)(archive, index, flags);
}
static inline zip_int64_t sojourn_zip_get_num_entries(zip_t *archive, zip_flags_t flags) {
  return SOJOURN_ZIP(zip_get_num_entries)(archive, flags);
}
static inline zip_t *sojourn_zip_open(const char *path, int flags, int *error) {
  return SOJOURN_ZIP(zip_open)(path, flags, error);
}
static inline zip_t *sojourn_zip_open_from_source(zip_source_t *source, int flags,
                                                  zip_error_t *error) {
  return SOJOURN_ZIP(zip_open_from_source)(source, flags, error);
}
static inline int sojourn_zip_set_file_compression(zip_t *archive, zip_uint64_t index,
                                                   zip_int32_t method, zip_uint32_t level) {
  return SOJOURN_ZIP(zip_set_file_compression)(archive, index, method, level);
}
static inline zip_source_t *sojourn_zip_source_buffer_create(const void *bytes, zip_uint64_t count,
                                                             int frees, zip_error_t *error) {
  return SOJOURN_ZIP(zip_source_buffer_create)(bytes, count, frees, error);
}
static inline void sojourn_zip_source_free(zip_source_t *source) {
  SOJOURN_ZIP(zip_source_free)(source);
}
static inline zip_source_t *sojourn_zip_source_function(zip_t *archive,
                                                        zip_source_callback callback, void *context) {
  return SOJOURN_ZIP(zip_source_function)(archive, callback, context);
}
static inline int sojourn_zip_stat(zip_t *archive, const char *name, zip_flags_t flags,
                                   zip_stat_t *status) {
  return SOJOURN_ZIP(zip_stat)(archive, name, flags, status);
}
static inline void sojourn_zip_stat_init(zip_stat_t *status) { SOJOURN_ZIP(zip_stat_init)(status); }
#endif
