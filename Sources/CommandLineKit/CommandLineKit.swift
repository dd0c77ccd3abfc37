/// Commands as data: a tree of ``Command`` values from which parsing, help, shell completions
/// and the manual page are derived, and what a terminal program needs around them.
///
/// The folders follow the roles: `Model` says what a program takes, `Parsing` turns words into a
/// ``Request`` or a ``UsageError``, `Help`, `Completion` and `Manual` write the model out,
/// `Terminal` measures and colours text, `Streams` reads and writes. It knows nothing of pensions.
public enum CommandLineKit {}
