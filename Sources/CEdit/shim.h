#ifndef SOJOURN_CEdit_SHIM_H
#define SOJOURN_CEdit_SHIM_H
#include <histedit.h>
#include <locale.h>
#include <stdio.h>

/* Swift cannot call variadic C functions: one inline function for each use. */

typedef const char *(*sojourn_edit_prompt)(EditLine *editor);
typedef int (*sojourn_edit_reader)(EditLine *editor, wchar_t *character);

/* An editor on the standard streams, for characters of the locale. */
static inline EditLine *sojourn_edit_open(sojourn_edit_prompt prompt, sojourn_edit_reader reader) {
  setlocale(LC_CTYPE, "");
  EditLine *editor = el_init("sojourn", stdin, stdout, stderr);
  if (editor == NULL) return NULL;
  el_set(editor, EL_EDITOR, "emacs");
  /* Ctrl-Z gives the terminal back and Ctrl-C reaches the handlers of the program. */
  el_set(editor, EL_SIGNAL, 1);
  el_set(editor, EL_PROMPT, prompt);
  el_wset(editor, EL_GETCFN, reader);
  return editor;
}
#endif
