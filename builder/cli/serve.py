"""``course serve``: a preview that follows every save."""

from __future__ import annotations

import errno
import signal
import socket
from typing import TYPE_CHECKING

from builder.cli import UsageError
from builder.cli.epoch import source_date_epoch

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

PORT = 8000
_PORTS = 65_535


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``course serve``."""
    parser.add_argument("--port", type=int, default=PORT, metavar="N", help=f"default: {PORT}; 0 takes a free one")
    parser.add_argument("--open", action="store_true", help="open the start page in the browser")
    parser.add_argument("--organisation", metavar="ID", help="show the course of this organisation")
    parser.add_argument("--language", metavar="CODE", help="show it in this language")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Serve until Ctrl-C, which gives 0; 2 for misuse: a port that is taken, an edition that isn't there."""
    if not 0 <= arguments.port <= _PORTS:
        message = f"--port {arguments.port} is not a port: they go from 0 to {_PORTS}"
        raise UsageError(message)
    from builder.cli.serve_words import Terminal  # noqa: PLC0415 - ``course --help`` must not import the preview
    from builder.serve.messages import Settings  # noqa: PLC0415
    from builder.serve.own_folder import own_folder  # noqa: PLC0415
    from builder.serve.preview import Preview  # noqa: PLC0415

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    terminal = Terminal(root)
    try:
        with own_folder(root) as folder:
            settings = Settings(root, folder, arguments.organisation, arguments.language, source_date_epoch())
            try:
                preview = Preview(settings, arguments.port, terminal.tell)
            except OSError as error:
                raise UsageError(_why_not(arguments.port, error)) from error
            terminal.greet(preview.address)
            if arguments.open:
                import webbrowser  # noqa: PLC0415 - seldom asked for

                webbrowser.open(preview.address)
            return preview.run()
    except KeyboardInterrupt:
        terminal.goodbye()
        return 0


def _why_not(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken: try --port {_free()}"
    if error.errno == errno.EACCES:
        return f"port {port} is not yours to use: try --port {_free()}"
    return f"cannot listen on port {port}: {error.strerror}"


def _free() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
