"""Write the tiny course's artefacts while watching which files of the program run and are opened; JSON on stdout.

One artefact of each kind and language, in a process each, so that nothing is remembered from the one before.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import tempfile
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, cast

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

import tiny_course  # noqa: E402 - a script: the lines above let it be found

from builder.build.graph import Node, modules_of, nodes_of  # noqa: E402 - the same
from builder.build.program import PROGRAM, Program  # noqa: E402 - the same
from builder.build.site_job import SITE_STAGE, build_site  # noqa: E402 - the same
from builder.writers import writers  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Iterable
    from multiprocessing.connection import Connection

REPOSITORY = PROGRAM.parent
OURS = (str(PROGRAM) + "/", str(REPOSITORY / "site") + "/")


def nodes() -> Iterable[Node]:
    """The first artefact of each kind, in each language."""
    for language in tiny_course.LANGUAGES:
        edition, plan = tiny_course.edition("harbour", language), tiny_course.plan("harbour", language)
        for output, makers in writers().items():
            kinds: dict[str, Node] = {}
            for node in (n for make in makers for n in nodes_of(f"harbour.{language}", output, make(edition, plan))):
                kinds.setdefault(node.artefact.kind, node)
            yield from kinds.values()


def write(node: Node, answer: Connection) -> None:
    """Write the artefact in this process and send the files that took part."""
    used: set[str] = set()

    def ran(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call":
            used.add(frame.f_code.co_filename)

    def opened(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str):
            used.add(arguments[0])

    sys.addaudithook(opened)
    sys.setprofile(ran)
    if node.artefact.kind == SITE_STAGE:
        with tempfile.TemporaryDirectory() as folder:
            build_site(node.artefact, {}, Path(folder))
    else:
        node.artefact.write(node.artefact.reads, {})
    sys.setprofile(None)
    answer.send(sorted(path for path in used if path.startswith(OURS) and not path.endswith((".pyc", ".jinja"))))


def main() -> None:
    """Watch each artefact and print what was seen."""
    context, program = multiprocessing.get_context("fork"), Program(Path("/nowhere"))
    seen = {}
    for node in list(nodes()):
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=write, args=(node, cast("Any", sender)))
        process.start()
        sender.close()
        used = receiver.recv()
        process.join()
        language = node.edition.rpartition(".")[2]
        digested = [str(path) for path in program.files(modules_of(node), language)]
        seen[f"{node.output} {node.artefact.kind} {language}"] = {"used": used, "digested": digested}
    print(json.dumps(seen))  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
