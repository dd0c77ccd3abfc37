"""An https server on the loopback interface that misbehaves on request.

Usage: misbehaving_server.py DIRECTORY
Makes its certificates in DIRECTORY with openssl, listens on free ports, prints one line of JSON with
them, and ends when its standard input closes, taking DIRECTORY with it.

Paths: /<steps>/<token>/...  The n-th request of a token meets the n-th of the comma-separated steps,
later ones the last. /log/<token> tells what was asked.
"""
import email.utils
import gzip
import hashlib
import http.server
import json
import os
import shutil
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time
import zlib
from urllib.parse import parse_qs, urlsplit

DIRECTORY = sys.argv[1]
LOCK = threading.Lock()
REQUESTS = {}
PORTS = {}


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, cwd=DIRECTORY, capture_output=True)


def make_authority(name):
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-keyout", f"{name}.key", "-out", f"{name}.pem", "-days", "2",
            "-subj", f"/CN=Sojourn test {name}")


def make_certificate(name, authority, host, days):
    with open(os.path.join(DIRECTORY, f"{name}.ext"), "w") as extension:
        extension.write(f"subjectAltName=DNS:{host}\n")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={host}")
    openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{authority}.pem",
            "-CAkey", f"{authority}.key", "-CAcreateserial", "-days", str(days),
            "-extfile", f"{name}.ext", "-out", f"{name}.pem")


def workbook(size):
    """Bytes that pass for a whole zip at both ends, the same at every call."""
    middle = b"".join(hashlib.sha256(str(i).encode()).digest() for i in range(size // 32))
    return b"PK\x03\x04" + middle + b"PK\x05\x06" + bytes(18)


WORKBOOK = workbook(1 << 20)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        parts = urlsplit(self.path).path.strip("/").split("/")
        if parts[0] == "log":
            with LOCK:
                body = json.dumps(REQUESTS.get(parts[1], [])).encode()
            return self.reply(200, body)
        steps, token = parts[0].split(","), parts[1]
        with LOCK:
            asked = REQUESTS.setdefault(token, [])
            number = len(asked)
            asked.append({"path": self.path, "scheme": self.server.scheme,
                          "headers": {k.lower(): v for k, v in self.headers.items()}})
        step = steps[min(number, len(steps) - 1)]
        query = {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
        getattr(self, "step_" + step.replace("-", "_"))(query, number)

    def reply(self, status, body, headers=(), length=True):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if length:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def rates(self, query, number):
        return json.dumps([{"date": "2026-09-05", "base": query.get("base", "USD"),
                            "quote": query.get("quote", "MXN"),
                            "rate": 17 + number}]).encode()

    def quit(self):
        self.close_connection = True

    # Good replies.
    def step_ok(self, query, number):
        self.reply(200, self.rates(query, number))

    def step_tagged(self, query, number):
        if self.headers.get("If-None-Match") == '"v1"':
            return self.reply(304, b"", [("ETag", '"v1"'), ("Cache-Control", "max-age=600")], False)
        self.reply(200, self.rates(query, number),
                   [("ETag", '"v1"'), ("Cache-Control", "max-age=0")])

    def step_dated(self, query, number):
        date = "Sat, 05 Sep 2026 00:00:00 GMT"
        if self.headers.get("If-Modified-Since") == date:
            return self.reply(304, b"", [("Last-Modified", date)], False)
        self.reply(200, self.rates(query, number),
                   [("Last-Modified", date), ("Cache-Control", "max-age=0")])

    def step_nostore(self, query, number):
        self.reply(200, self.rates(query, number), [("Cache-Control", "no-store")])

    def step_slow(self, query, number):
        time.sleep(0.7)
        self.step_ok(query, number)

    def step_gzip(self, query, number):
        self.reply(200, gzip.compress(self.rates(query, number)), [("Content-Encoding", "gzip")])

    def step_redirect(self, query, number):
        self.reply(302, b"<html>moved</html>", [("Location", self.path)])

    # Bad ones.
    def step_unasked(self, query, number):
        self.reply(304, b"", [], False)

    def step_redirect_http(self, query, number):
        self.reply(302, b"", [("Location", f"http://localhost:{PORTS['plain']}{self.path}")])

    def step_loop(self, query, number):
        self.reply(302, b"", [("Location", self.path)])

    def step_html(self, query, number):
        self.reply(200, b"<!DOCTYPE html><html><body>Just a moment...</body></html>",
                   [("Content-Type", "text/html")])

    def step_refused(self, query, number):
        self.reply(200, b'{"success":false,"error":{"code":101,"type":"missing_access_key"}}')

    def step_truncated(self, query, number):
        body = self.rates(query, number)
        self.reply(200, body[:len(body) // 2])

    def step_short(self, query, number):
        body = self.rates(query, number)
        self.reply(200, body[:-10], [("Content-Length", str(len(body)))], False)
        self.quit()

    def step_long(self, query, number):
        body = self.rates(query, number)
        self.reply(200, body, [("Content-Length", str(len(body) - 10))], False)
        self.quit()

    def step_reset(self, query, number):
        body = self.rates(query, number)
        self.reply(200, body[:20], [("Content-Length", str(len(body)))], False)
        self.wfile.flush()
        raw = self.connection
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        # Closing the bare socket, without TLS's farewell, sends a reset.
        os.close(raw.detach())
        self.quit()

    def chunks(self, pieces, headers=()):
        self.send_response(200)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for piece in pieces:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
                self.wfile.flush()
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            pass
        self.quit()

    def step_endless(self, query, number):
        def pieces():
            yield b"["
            while True:
                yield b" " * 65536
        self.chunks(pieces())

    def step_drip(self, query, number):
        def pieces():
            for byte in self.rates(query, number):
                time.sleep(0.4)
                yield bytes([byte])
        self.chunks(pieces())

    def step_bomb(self, query, number):
        def pieces():
            packer = zlib.compressobj(9, zlib.DEFLATED, 31)
            zeros = bytes(1 << 20)
            for _ in range(1024):
                packed = packer.compress(zeros)
                if packed:
                    yield packed
            yield packer.flush()
        self.chunks(pieces(), [("Content-Encoding", "gzip")])

    def step_bad_gzip(self, query, number):
        self.reply(200, b"\x1f\x8b\x08\x00 not gzip at all", [("Content-Encoding", "gzip")])

    def step_429_seconds(self, query, number):
        self.reply(429, b"slow down", [("Retry-After", "120")])

    def step_429_date(self, query, number):
        date = email.utils.formatdate(time.time() + 120, usegmt=True)
        self.reply(429, b"slow down", [("Retry-After", date)])

    def step_429_bare(self, query, number):
        self.reply(429, b"slow down")

    def step_503(self, query, number):
        self.reply(503, b"busy")

    def step_503_after(self, query, number):
        self.reply(503, b"busy", [("Retry-After", "1")])

    def step_503_long(self, query, number):
        self.reply(503, b"busy", [("Retry-After", "300")])

    def step_404(self, query, number):
        self.reply(404, b"no such thing")

    # Downloads.
    def step_file(self, query, number, tag='"w1"', breaks=None):
        start = 0
        wanted = self.headers.get("Range")
        if wanted and self.headers.get("If-Range") == tag:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        headers = [("ETag", tag)]
        if start > 0:
            headers.append(
                ("Content-Range", f"bytes {start}-{len(WORKBOOK) - 1}/{len(WORKBOOK)}"))
        body = WORKBOOK[start:]
        headers.append(("Content-Length", str(len(body))))
        self.reply(206 if start else 200, body[:breaks], headers, False)
        if breaks:
            self.quit()

    def step_file_breaks(self, query, number):
        self.step_file(query, number, breaks=400_000)

    def step_file_changed(self, query, number):
        self.step_file(query, number, tag='"w2"')

    def step_file_404(self, query, number):
        self.reply(404, b"gone")

    def step_file_html(self, query, number):
        self.step_html(query, number)

    def step_file_416(self, query, number):
        if self.headers.get("Range"):
            return self.reply(416, b"", [("Content-Range", f"bytes */{len(WORKBOOK)}")])
        self.step_file(query, number)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    scheme = "https"

    def handle_error(self, request, client_address):
        pass

    def finish_request(self, request, client_address):
        # The handshake belongs to the connection's own thread: one that hangs stops no other.
        if self.context is not None:
            request.settimeout(30)
            request = self.context.wrap_socket(request, server_side=True)
        self.RequestHandlerClass(request, client_address, self)


def serve(name, certificate):
    server = Server(("127.0.0.1", 0), Handler)
    server.context = None
    if certificate:
        server.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server.context.load_cert_chain(os.path.join(DIRECTORY, f"{certificate}.pem"),
                                       os.path.join(DIRECTORY, f"{certificate}.key"))
    else:
        server.scheme = "http"
    PORTS[name] = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()


make_authority("authority")
make_authority("stranger")
make_certificate("good", "authority", "localhost", 2)
make_certificate("untrusted", "stranger", "localhost", 2)
make_certificate("other", "authority", "elsewhere.example", 2)
make_certificate("expired", "authority", "localhost", -1)
for name in ["good", "untrusted", "other", "expired"]:
    serve(name, name)
serve("plain", None)
print(json.dumps(PORTS), flush=True)
sys.stdin.read()
shutil.rmtree(DIRECTORY, ignore_errors=True)
