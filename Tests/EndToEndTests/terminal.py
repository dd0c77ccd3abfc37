"""Drives a program in a pseudo-terminal as a person would.

usage: terminal.py < SCENARIO.json
The scenario holds `command`, `environment` and `steps`; a step waits for a text that the screen did
not show before (`wait`), answering another one with an empty line as often as it comes
(`skip`), then types (`send`; control characters as they are), sends a signal to the
program (`signal`) or closes the terminal (`close`). Prints a JSON object with the screen's text,
the exit status (negative: a signal) and the step that was waited for in vain, if any.
"""

import json
import os
import pty
import select
import signal
import sys
import time


def main():
    scenario = json.load(sys.stdin)
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(scenario["environment"])
        os.execv(scenario["command"][0], scenario["command"])
    screen = bytearray()
    seen = 0
    stuck = None

    def read(until):
        """Reads what comes until a time, an end, or something new; false at the end."""
        ready, _, _ = select.select([terminal], [], [], max(0, until - time.time()))
        if not ready:
            return True
        try:
            data = os.read(terminal, 65536)
        except OSError:
            data = b""
        screen.extend(data)
        return bool(data)

    def settle():
        """A question is complete when nothing more comes for a moment."""
        while select.select([terminal], [], [], 0.03)[0]:
            if not read(time.time()):
                return False
        return True

    is_open = True
    for step in scenario["steps"]:
        limit = time.time() + 20
        wanted = step.get("wait", "").encode()
        skipped = step.get("skip", "").encode()
        while is_open and screen.find(wanted, seen) < 0 and time.time() < limit:
            is_open = read(limit)
            if skipped and screen.find(skipped, seen) >= 0 and screen.find(wanted, seen) < 0:
                is_open = is_open and settle()
                seen = len(screen)
                os.write(terminal, b"\n")
        found = screen.find(wanted, seen)
        if found < 0:
            stuck = step["wait"]
            break
        seen = found + len(wanted)
        if "send" in step:
            is_open = is_open and settle()
            seen = len(screen)
            os.write(terminal, step["send"].encode())
        if "signal" in step:
            os.kill(child, getattr(signal, step["signal"]))
        if step.get("close"):
            os.close(terminal)
            is_open = False
    limit = time.time() + (20 if stuck is None else 0)
    while is_open and time.time() < limit:
        is_open = read(limit)
    while time.time() < limit:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            break
        time.sleep(0.01)
    else:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    print(json.dumps({
        "screen": screen.decode(errors="replace"), "status": os.waitstatus_to_exitcode(status),
        "stuck": stuck}))


main()
