"""Sends damaged cases through one process and checks that every line is answered, in order.

usage: damaged_stream.py PROGRAM [LINES] [SEED]

The lines are invented cases with bytes flipped, cut out, doubled or put in, tokens of other cases
among them. Every line must be answered by exactly one line; an error that names its line must name
the right one; the process must end by itself and without a crash.
"""

import random
import re
import subprocess
import sys
import threading
import time

TOKENS = [b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\\u0000", b"\\ud800", b"null", b"true",
          b"-", b"1e999", b"0.1e-7", b"99999999999999999999999999999999999999999", b"\xff", b"\xc3",
          b"\xed\xa0\x80", b"2026-02-30", b"9999-12-31", b'"US"', b'"XX"', b'"earnings"', b'"periods"']
LINE = re.compile(rb'"line":(\d+)')


def damaged(seeds, dice):
    line = bytearray(dice.choice(seeds))
    for _ in range(dice.randrange(4)):
        if not line:
            break
        place = dice.randrange(len(line))
        kind = dice.randrange(7)
        if kind == 0:
            line[place] = dice.randrange(256)
        elif kind == 1:
            del line[place:place + 1 + dice.randrange(8)]
        elif kind == 2:
            line[place:place] = line[place:place + dice.randrange(60)]
        elif kind == 3:
            line[place:place] = dice.choice(TOKENS)
        elif kind == 4:
            line[place] = line[place] ^ (1 << dice.randrange(8))
        elif kind == 5 and dice.randrange(4) == 0:
            del line[place:]
        else:
            other = dice.choice(seeds)
            start = dice.randrange(len(other))
            line[place:place] = other[start:start + dice.randrange(40)]
    return bytes(line).replace(b"\n", b" ").strip(b" \t\r") or b"{"


def main(program, lines, seed):
    seeds = subprocess.run([program, "benchmark", "cases", "500"], check=True,
                           capture_output=True).stdout.splitlines()
    process = subprocess.Popen([program, "entitlements", "--ndjson", "--detail", "figures"],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send():
        dice = random.Random(seed)
        for begin in range(0, lines, 500):
            block = [damaged(seeds, dice) for _ in range(min(500, lines - begin))]
            process.stdin.write(b"\n".join(block) + b"\n")
        process.stdin.close()

    sender = threading.Thread(target=send)
    began = time.monotonic()
    sender.start()
    answered = errors = 0
    for line in process.stdout:
        answered += 1
        if not (line.startswith(b"{") and line.endswith(b"}\n")):
            sys.exit(f"line {answered}: not a whole answer: {line[:200]!r}")
        if b'"error":{' in line:
            errors += 1
            named = LINE.search(line)
            if named and int(named.group(1)) != answered:
                sys.exit(f"line {answered}: the answer names line {named.group(1).decode()}")
    sender.join()
    status = process.wait()
    print(f"{lines} lines sent, {answered} answered, {errors} of them errors, exit {status}, "
          f"{time.monotonic() - began:.0f} s")
    if answered != lines or status != 0:
        sys.exit(1)


main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000,
     int(sys.argv[3]) if len(sys.argv) > 3 else 1)
