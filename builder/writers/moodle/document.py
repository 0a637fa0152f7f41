"""One file: categories, then their questions."""

from __future__ import annotations

from lxml import etree

from builder.locale import catalogue
from builder.writers.artefact import Declined, Labels, Written
from builder.writers.moodle.asked import Asked, Category, Questions
from builder.writers.moodle.limits import impossible
from builder.writers.moodle.question import legal, plain_name
from builder.writers.moodle.types import question

TOP = "$course$/top"
CATEGORY_LENGTH = 200


def write(reads: Questions, _labels: Labels) -> Written:
    """The file's bytes. An item that Moodle can't hold is left out and declined; so is what the format leaves out."""
    quiz = etree.Element("quiz")
    words = catalogue(reads.language)
    losses: list[Declined] = []
    if reads.quiz:
        reason = "a question file has no quiz settings: set tries, pass mark, waiting time and feedback in Moodle"
        losses.append(Declined(reads.quiz, reason))
    for category in reads.categories:
        quiz.append(_category(category))
        for asked in category.items:
            if reason := impossible(asked.item):
                losses.append(_declined(asked, f"left out: {reason}", whole=True))
                continue
            made = question(asked, words)
            quiz.append(made.root)
            losses += [_declined(asked, one) for one in made.losses]
    etree.indent(quiz)
    data = etree.tostring(quiz, xml_declaration=True, encoding="UTF-8")
    return Written({reads.file: data + b"\n"}, tuple(losses))


def category_path(names: tuple[str, ...]) -> str:
    """Names from the top, joined by slashes; a slash inside a name is doubled, at an end of a name it is dropped."""
    tidy = (plain_name(name)[:CATEGORY_LENGTH].strip(" /") for name in names)
    return "/".join((TOP, *(name.replace("/", "//") for name in tidy if name)))


def _category(category: Category) -> etree._Element:
    element = etree.Element("question", type="category")
    path = etree.SubElement(element, "category")
    etree.SubElement(path, "text").text = category_path(category.path)
    info = etree.SubElement(element, "info", format="html")
    etree.SubElement(info, "text").text = legal(category.info)
    return element


def _declined(asked: Asked, reason: str, *, whole: bool = False) -> Declined:
    return Declined(asked.item.id, reason, asked.item.places.start, whole)
