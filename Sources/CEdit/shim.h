#ifndef SOJOURN_CEdit_SHIM_H
#define SOJOURN_CEdit_SHIM_H
#include <dlfcn.h>
#include <histedit.h>
#include <locale.h>
#include <stdio.h>

/* Only the interview edits lines: libedit is loaded when first asked for. */
static inline void *sojourn_edit_symbol(const char *name) {
  static void *library;
  void *loaded = __atomic_load_n(&library, __ATOMIC_ACQUIRE);
  if (loaded == NULL) {
    loaded = dlopen("libedit.so.2", RTLD_LAZY);
    __atomic_store_n(&library, loaded, __ATOMIC_RELEASE);
  }
  return loaded == NULL ? NULL : dlsym(loaded, name);
}

#define SOJOURN_EDIT(function) ((__typeof__(&function))sojourn_edit_symbol(#function))

/* Swift cannot call variadic C functions: one inline function for each use. */

typedef const char *(*sojourn_edit_prompt)(EditLine *editor);
typedef int (*sojourn_edit_reader)(EditLine *editor, wchar_t *character);

/* An editor on the standard streams, for characters of the locale; NULL without libedit. */
static inline EditLine *sojourn_edit_open(sojourn_edit_prompt prompt, sojourn_edit_reader reader) {
  if (sojourn_edit_symbol("el_init") == NULL || sojourn_edit_symbol("el_set") == NULL ||
      sojourn_edit_symbol("el_wset") == NULL || sojourn_edit_symbol("el_wgets") == NULL ||
      sojourn_edit_symbol("el_end") == NULL) {
    return NULL;
  }
  setlocale(LC_CTYPE, "");
  EditLine *editor = SOJOURN_EDIT(el_init)("sojourn", stdin, stdout, stderr);
  if (editor == NULL) return NULL;
  SOJOURN_EDIT(el_set)(editor, EL_EDITOR, "emacs");
  /* Ctrl-Z gives the terminal back and Ctrl-C reaches the handlers of the program. */
  SOJOURN_EDIT(el_set)(editor, EL_SIGNAL, 1);
  SOJOURN_EDIT(el_set)(editor, EL_PROMPT, prompt);
  SOJOURN_EDIT(el_wset)(editor, EL_GETCFN, reader);
  return editor;
}
static inline const wchar_t *sojourn_edit_line(EditLine *editor, int *count) {
  return SOJOURN_EDIT(el_wgets)(editor, count);
}
static inline void sojourn_edit_close(EditLine *editor) { SOJOURN_EDIT(el_end)(editor); }
#endif
