"""Checks the printed report as a page: valid HTML, accessible, nothing fetched from anywhere,
in every language and with no English left in the others.

usage: check.py PROGRAM CASE.json      (needs: tidy, chromium, pip install axe-core-python)
Ends with 0 where tidy has nothing to say and axe finds no violation of WCAG 2.2 A or AA.
"""

import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import axe_core_python

RUN = """
axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
  .then(found => {
    const pre = document.createElement('pre');
    pre.id = 'axe-found';
    pre.textContent = JSON.stringify({
      passes: found.passes.length,
      violations: found.violations.map(v => [v.id, v.help, v.nodes.map(n => n.html.slice(0, 200))])});
    document.body.appendChild(pre);
  });
"""


def axe_script():
    folder = pathlib.Path(axe_core_python.__file__).parent
    return next(folder.rglob("axe.min.js")).read_text(encoding="utf-8")


def english(languages):
    """The texts that only an English page may hold: whole sentences and labels without slots."""
    known = set()
    for path in languages.glob("es/*.yaml"):
        for text in re.findall(r'^- en: "(.*)"$', path.read_text(encoding="utf-8"), re.M):
            if " " in text and len(text) > 24 and "{" not in text:
                known.add(text.replace('\\"', '"'))
    return known


def written(program, case, code, folder):
    """The report in a language, after the checks every page must pass."""
    report = os.path.join(folder, f"report-{code}.html")
    subprocess.run(
        [program, "report", case, "-o", report, "--offline", "--language", code], check=True)
    page = pathlib.Path(report).read_text(encoding="utf-8")
    assert "<script" not in page, "the report holds a script"
    fetched = re.findall(r"""(?:src|@import|url\()\s*=?\s*["']?https?:""", page)
    assert not fetched, fetched
    assert f'<html lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}">' in page, code
    tidy = subprocess.run(["tidy", "-q", "-e", "-utf8", report], capture_output=True, text=True)
    assert tidy.returncode == 0, tidy.stderr
    return page


def accessible(page, width, folder):
    probe = os.path.join(folder, "probe.html")
    script = f"<script>{axe_script()}</script><script>{RUN}</script></body>"
    pathlib.Path(probe).write_text(page.replace("</body>", script), encoding="utf-8")
    dumped = subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},2000",
         "--virtual-time-budget=20000", "--dump-dom", f"file://{probe}"],
        capture_output=True, text=True, check=True).stdout
    found = re.search(r'<pre id="axe-found">(.*?)</pre>', dumped, re.S)
    assert found, "axe did not run"
    result = json.loads(html.unescape(found.group(1)))
    for violation in result["violations"]:
        print(json.dumps(violation, indent=1), file=sys.stderr)
    assert not result["violations"], f"{len(result['violations'])} violations at {width} px"
    return result["passes"]


def main(program, case):
    languages = pathlib.Path(__file__).parents[2] / "Rules" / "languages"
    codes = sorted(path.parent.name for path in languages.glob("*/language.yaml"))
    texts = english(languages)
    with tempfile.TemporaryDirectory() as folder:
        for code in ["en"] + codes:
            page = written(program, case, code, folder)
            if code != "en":
                said = html.unescape(re.sub(r"<[^>]*>", "", page))
                left = sorted(text for text in texts if text in said)
                assert not left, f"English in the report in {code}: {left}"
            for width in {"en": (390, 1280), "ar": (390,)}.get(code, ()):
                print(f"{code}, {width} px: {accessible(page, width, folder)} rules hold, none is violated")
            print(f"{code}: valid, and nothing is fetched")


main(sys.argv[1], sys.argv[2])
