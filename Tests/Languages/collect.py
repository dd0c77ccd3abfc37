"""Collects the texts for people that the program holds, as the compiler sees them.

usage: collect.py [--check]        (after `swift build`; from the root of the repository)
Writes Rules/languages/program-texts.yaml; with --check only compares, and ends with 1 where
the file is not what the sources hold.

A text for people is a literal of the type Phrase. Only the compiler knows which literals those
are, so its dump of the typed syntax tree says where they stand.
"""

import pathlib
import re
import subprocess
import sys

MODULES = ["Formula", "Coordination", "RuleBook", "Presentation", "Interchange", "Interview", "sojourn"]
LIST = pathlib.Path("Rules/languages/program-texts.yaml")
PLACE = re.compile(
    r"string_literal_expr type=\"(?:Formula\.)?Phrase\" location=([^:]+):(\d+):(\d+)")


def literal(source, at):
    """The template of the literal that opens at an offset, and the offset after it."""
    if source.startswith('"""', at):
        raise SystemExit(f"a Phrase over several lines is not read: {source[at:at + 60]}")
    text, slot, at = "", 0, at + 1
    while source[at] != '"':
        if source[at] != "\\":
            text += source[at]
            at += 1
        elif source[at + 1] == "(":
            slot += 1
            text += "{%d}" % slot
            depth, at = 1, at + 2
            while depth:
                if source[at] == '"':
                    at = literal(source, at)[1]
                    continue
                depth += {"(": 1, ")": -1}.get(source[at], 0)
                at += 1
        else:
            text += {"n": "\n", "t": "\t"}.get(source[at + 1], source[at + 1])
            at += 2
    return text, at + 1


def templates(module):
    paths = sorted(str(path) for path in pathlib.Path("Sources", module).rglob("*.swift"))
    maps = [f"-fmodule-map-file={path}" for path in pathlib.Path("Sources").glob("C*/module.modulemap")]
    where = subprocess.run(
        ["swift", "build", "--show-bin-path"], capture_output=True, text=True, check=True).stdout
    command = ["swiftc", "-dump-ast", "-swift-version", "6", "-module-name", module]
    if module != "sojourn":
        command.append("-parse-as-library")
    command += ["-I", where.strip() + "/Modules"] + [word for m in maps for word in ("-Xcc", m)]
    dump = subprocess.run(command + paths, capture_output=True, text=True)
    if dump.returncode != 0:
        raise SystemExit("\n".join(line for line in dump.stderr.splitlines() if "error:" in line)
                         or f"swiftc cannot read {module}")
    found = {}
    for path, line, column in PLACE.findall(dump.stdout + dump.stderr):
        found.setdefault(path, set()).add((int(line), int(column)))
    for path in sorted(found):
        lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines(keepends=True)
        source = "".join(lines)
        for line, column in sorted(found[path]):
            before = lines[line - 1].encode()[:column - 1].decode()
            start = sum(map(len, lines[:line - 1])) + len(before)
            if source[start] == '"':
                yield literal(source, start)[0]


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def main():
    texts = []
    for module in MODULES:
        for text in templates(module):
            words = re.sub(r"\{[^}]*\}", "", text)
            if text not in texts and re.search(r"[A-Za-z]", words):
                texts.append(text)
    written = "# Made by Tests/Languages/collect.py from the sources: do not edit.\n" + "".join(
        f"- {quoted(text)}\n" for text in texts)
    if sys.argv[1:] == ["--check"]:
        if LIST.read_text(encoding="utf-8") != written:
            raise SystemExit(f"{LIST} is not what the sources hold; run Tests/Languages/collect.py")
        print(f"{len(texts)} texts, as {LIST} says")
    else:
        LIST.parent.mkdir(parents=True, exist_ok=True)
        LIST.write_text(written, encoding="utf-8")
        print(f"{len(texts)} texts")


main()
