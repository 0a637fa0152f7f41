"""One ``<question>`` element: the parts that all types share, and fields with their links and pictures."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from html import escape, unescape

from lxml import etree

from builder.model.links import pictured_paths, place_pictures, relink
from builder.writers.moodle.asked import Asked

NAME_LENGTH = 80
PENALTY = "0.3333333"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_NAME = re.compile(r"[^A-Za-z0-9._-]")


class Question:
    """A question being written. ``losses`` are reasons, one sentence each, why something of the item is not in it."""

    def __init__(self, kind: str, asked: Asked, mark: str = "1") -> None:
        """``kind`` is Moodle's name of the question type, ``mark`` its default mark."""
        self.root = etree.Element("question", type=kind)
        self.asked = asked
        self.losses: list[str] = []
        self._mark = mark
        name = etree.SubElement(self.root, "name")
        etree.SubElement(name, "text").text = question_name(asked)

    @property
    def stem(self) -> str:
        """The item's stem and picture as XHTML."""
        return self.asked.item.stem.html + self._picture()

    def head(self, text: str, feedback: str = "") -> None:
        """The question's text, and ``feedback`` with what is to be read afterwards as general feedback."""
        self.field("questiontext", text)
        self.field("generalfeedback", "".join((feedback, *self.asked.after)))
        self.value("defaultgrade", self._mark)
        self.value("penalty", PENALTY)
        self.value("hidden", "0")
        self.value("idnumber", self.asked.idnumber)

    def value(self, tag: str, value: str) -> None:
        """A setting."""
        etree.SubElement(self.root, tag).text = value

    def field(self, tag: str, html: str, parent: etree._Element | None = None) -> etree._Element:
        """A rich text in ``tag``, with the files of its pictures."""
        element = etree.SubElement(self.root if parent is None else parent, tag, format="html")
        self._fill(element, html)
        return element

    def answer(self, html: str, fraction: str, feedback: str) -> None:
        """A choice as rich text."""
        element = self.field("answer", html)
        element.set("fraction", fraction)
        self.field("feedback", feedback, element)

    def typed(self, answer: str, fraction: str, feedback: str, tolerance: str = "") -> None:
        """An answer that is typed, as plain text."""
        element = etree.SubElement(self.root, "answer", fraction=fraction, format="plain_text")
        etree.SubElement(element, "text").text = legal(answer)
        self.field("feedback", feedback, element)
        if tolerance:
            etree.SubElement(element, "tolerance").text = tolerance

    def subquestion(self, html: str, answer: str) -> None:
        """A row of a matching question; an empty ``html`` adds an answer that belongs to nothing."""
        element = self.field("subquestion", html)
        own = etree.SubElement(element, "answer")
        etree.SubElement(own, "text").text = legal(answer)

    def combined_feedback(self) -> None:
        """The three feedbacks that types with parts must have; rationales say more, so they are empty."""
        for tag in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
            self.field(tag, "")

    def hints(self, *, parts: bool = False) -> None:
        """The hints; with ``parts``, each also tells how many parts are right."""
        for hint in self.asked.item.hints:
            element = self.field("hint", f"<p>{hint.html}</p>")
            if parts:
                etree.SubElement(element, "shownumcorrect")

    def tags(self) -> None:
        """Module, objectives, practices, pool and difficulty. Moodle merges tags regardless of case: all are small."""
        item = self.asked.item
        found = [f"module:{self.asked.module}"] if self.asked.module else []
        found += [f"objective:{one}" for one in item.objectives]
        found += [f"practice:{one}" for one in item.practices]
        found += [f"pool:{item.pool}", f"difficulty:{item.difficulty}"]
        tags = etree.SubElement(self.root, "tags")
        for tag in found:
            etree.SubElement(etree.SubElement(tags, "tag"), "text").text = tag

    def lost(self, reason: str) -> None:
        """Say that something of the item is not in the question."""
        self.losses.append(reason)

    def _picture(self) -> str:
        picture = self.asked.item.picture
        if picture is None:
            return ""
        said = f'alt="{escape(picture.alt.plain)}"' + ' role="presentation"' * picture.decorative
        image = f'<img src="picture:{escape(self.asked.picture)}" {said} class="img-fluid"/>'
        caption = f"<p><em>{picture.caption.html}</em></p>" if picture.caption else ""
        return f"<p>{image}</p>{caption}"

    def _fill(self, element: etree._Element, html: str) -> None:
        addresses = self.asked.addresses
        linked = relink(html, lambda thing: escape(addresses[thing]) if thing in addresses else None)
        placed = place_pictures(linked, lambda path: f"@@PLUGINFILE@@/{file_name(unescape(path))}")
        etree.SubElement(element, "text").text = legal(placed)
        for path in dict.fromkeys(map(unescape, pictured_paths(linked))):
            picture = self.asked.pictures.get(path)
            if picture is None:
                self.lost(f"the picture {path} is not there")
                continue
            file = etree.SubElement(element, "file", name=file_name(path), path="/", encoding="base64")
            file.text = base64.b64encode(picture.data).decode()


def question_name(asked: Asked) -> str:
    """The name in the bank: the title, or how the stem starts; never empty, never markup to Moodle."""
    item = asked.item
    name = plain_name(item.title.plain or item.stem.plain)
    if len(name) > NAME_LENGTH:
        name = name[: NAME_LENGTH - 1].rsplit(" ", 1)[0] + "…"
    return name or str(item.id)


def plain_name(words: str) -> str:
    """``words`` on one line. A ``<`` gets room around it: Moodle would strip what follows as a tag."""
    spaced = re.sub(r"\s*<\s*", " < ", legal(words))
    return " ".join(spaced.split()).removesuffix(" <").removesuffix("<")


def file_name(path: str) -> str:
    """A picture's name inside its question, from its path in the course; no two paths share one."""
    name = posixpath.basename(path)
    mark = hashlib.sha256(path.encode()).hexdigest()[:6]
    stem, suffix = posixpath.splitext(_NOT_IN_NAME.sub("-", name))
    return f"{stem}-{mark}{suffix}"


def legal(text: str) -> str:
    """``text`` without the characters that no XML can hold."""
    return _NOT_XML.sub("", text)
