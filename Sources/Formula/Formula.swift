// The Formula module's contents are in the files beside this one.
