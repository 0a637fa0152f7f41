"""The server: the course's pages on this machine's own address, for this machine's own browser alone."""

from __future__ import annotations

import http.server
import queue
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from builder.serve import own_pages
from builder.serve.published import version

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.serve.desk import Desk

ADDRESS = "127.0.0.1"
HEARTBEAT = 15.0
"""Seconds after which a silent line is spoken on, so that a browser that has gone is noticed."""

_TYPES = {
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "webp": "image/webp", "gif": "image/gif", "woff2": "font/woff2", "pdf": "application/pdf", "ico": "image/x-icon",
    "xml": "application/xml", "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
    "apkg": "application/octet-stream", "zip": "application/zip",
}  # fmt: skip
_UNKNOWN = "application/octet-stream"


class Server(http.server.ThreadingHTTPServer):
    """Listens on the loopback address; raises OSError where the port is taken."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, desk: Desk) -> None:
        """``port`` 0 takes any that is free; ``desk`` knows what there is to serve."""
        super().__init__((ADDRESS, port), Handler)
        self.desk = desk
        self.hosts = {f"{name}:{self.server_port}" for name in (ADDRESS, "localhost")}

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no error worth a word."""


class Handler(http.server.BaseHTTPRequestHandler):
    """One request."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "course"
    sys_version = ""
    timeout = 60

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: the terminal is for findings."""

    def do_HEAD(self) -> None:
        """As GET, without the content."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer with a page, a file, the line of news or an artefact."""
        if not self._is_for_us():
            self._send(HTTPStatus.FORBIDDEN, b"This preview answers its own address alone.\n", "txt")
            return
        asked = urlsplit(self.path)
        path = unquote(asked.path).removeprefix("/")
        queried = {name: values[-1] for name, values in parse_qs(asked.query).items()}
        if path == "_serve/events":
            self._events(queried.get("page", ""))
        elif path.startswith("_serve/"):
            self._extra(path.removeprefix("_serve/"))
        elif path == "_artefacts":
            self._redirect("/_artefacts/")
        elif path.startswith("_artefacts/"):
            self._artefact(path.removeprefix("_artefacts/"), queried.get("make", ""))
        else:
            self._file(path)

    def _is_for_us(self) -> bool:
        """Whether the browser was asked for this address, by us: a name of another that leads here is refused."""
        foreign = self.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
        if foreign and self.headers.get("Sec-Fetch-Mode") != "navigate":
            return False
        return self.headers.get("Host", "").lower() in self.server.hosts

    def _file(self, path: str) -> None:
        desk = self.server.desk
        if desk.published.is_empty:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, own_pages.waiting(), "html")
            return
        path = f"{path}index.html" if path.endswith("/") or not path else path
        data, status = desk.published.read(path), HTTPStatus.OK
        if data is None and desk.published.read(f"{path}/index.html") is not None:
            self._redirect(f"{self.path.partition('?')[0]}/")
            return
        if data is None:
            data, status = desk.published.read("404.html") or b"Not found\n", HTTPStatus.NOT_FOUND
        ending = "html" if status is HTTPStatus.NOT_FOUND else path.rpartition(".")[2]
        if path == "sw.js":
            data = own_pages.NO_WORKER
        if ending == "html":
            data = own_pages.with_script(data, path, desk.versions(path))
        self._send(status, data, ending)

    def _extra(self, name: str) -> None:
        data = self.server.desk.extras.get(name)
        if data is None:
            self._send(HTTPStatus.NOT_FOUND, b"Not found\n", "txt")
        else:
            self._send(HTTPStatus.OK, data, name.rpartition(".")[2])

    def _artefact(self, path: str, make: str) -> None:
        desk = self.server.desk
        answer = desk.artefacts.made(make) if make else desk.artefacts.at(path) if path else desk.artefacts.listed()
        if answer.data is not None:
            self._send(HTTPStatus.OK, answer.data, path.rpartition(".")[2])
        elif answer.address:
            self._redirect(answer.address)
        else:
            self._send(answer.status, answer.page, "html")

    def _redirect(self, address: str) -> None:
        self._send(HTTPStatus.SEE_OTHER, b"", "txt", {"Location": address})

    def _send(self, status: HTTPStatus, data: bytes, ending: str, more: Mapping[str, str] | None = None) -> None:
        tag = f'"{version(data)}"'
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            status, data = HTTPStatus.NOT_MODIFIED, b""
        self.send_response(status)
        headers = {
            "Content-Type": _TYPES.get(ending.lower(), _UNKNOWN),
            "Content-Length": str(len(data)),
            "Cache-Control": "no-cache",
            "ETag": tag,
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Content-Security-Policy": "frame-ancestors 'self'",
            "Referrer-Policy": "same-origin",
        }
        for name, value in (headers | dict(more or {})).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _events(self, page: str) -> None:
        """The line of news, until the reader goes."""
        self.send_response(HTTPStatus.OK)
        for name, value in (("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")):
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        if self.command == "HEAD":
            return
        listener = self.server.desk.join(page)
        try:
            while True:
                try:
                    self.wfile.write(listener.events.get(timeout=HEARTBEAT))
                except queue.Empty:
                    self.wfile.write(b": \n\n")
        except OSError:
            return
        finally:
            self.server.desk.leave(listener)
