"""Checks the printed report as a page: valid HTML, accessible, nothing fetched from anywhere.

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


def main(program, case):
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report.html")
        subprocess.run([program, "report", case, "-o", report, "--offline"], check=True)
        page = pathlib.Path(report).read_text(encoding="utf-8")
        assert "<script" not in page, "the report holds a script"
        fetched = re.findall(r"""(?:src|@import|url\()\s*=?\s*["']?https?:""", page)
        assert not fetched, fetched

        tidy = subprocess.run(
            ["tidy", "-q", "-e", "-utf8", report], capture_output=True, text=True)
        assert tidy.returncode == 0, tidy.stderr

        probe = os.path.join(folder, "probe.html")
        script = f"<script>{axe_script()}</script><script>{RUN}</script></body>"
        pathlib.Path(probe).write_text(page.replace("</body>", script), encoding="utf-8")
        for width in (390, 1280):
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
            print(f"{width} px: {result['passes']} rules hold, none is violated")


main(sys.argv[1], sys.argv[2])
