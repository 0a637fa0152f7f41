"""How Moodle grades an answer to an imported question: 0 to 1, and the feedback that it shows."""

from __future__ import annotations

import re

from moodle_import import Answer, Question


def chosen(question: Question, *texts: str) -> float:
    """Multiple choice: the boxes with these texts are ticked."""
    got = sum(a.fraction for a in question.answers if a.text in texts) / 100
    return min(max(got, 0.0), 1.0)


def typed(question: Question, response: str) -> Answer | None:
    """Short answer or number: the first answer that matches, or None."""
    if question.kind == "numerical":
        value = float(response)
        return next((a for a in question.answers if abs(float(a.text) - value) <= a.tolerance + 1e-12), None)
    return matching(question.answers, response, ignore_case=question.settings["usecase"] == "0")


def matching(answers: list[Answer], response: str, *, ignore_case: bool) -> Answer | None:
    """The first of ``answers`` whose pattern fits the response."""
    flags = re.IGNORECASE if ignore_case else 0
    for answer in answers:
        bits = re.split(r"(?<!\\)\*+", answer.text)
        pattern = ".*".join(re.escape(bit.replace(r"\*", "*")) for bit in bits)
        if re.fullmatch(pattern, response.strip(), flags):
            return answer
    return None


def matched(question: Question, pairs: dict[str, str]) -> float:
    """Matching: an answer for each stem."""
    right = {stem: answer for stem, answer in question.rows if stem}
    return sum(pairs.get(stem) == answer for stem, answer in right.items()) / len(right)


def ordered(question: Question, texts: list[str]) -> float:
    """Ordering by absolute position, or all or nothing."""
    right = [a.text for a in question.answers]
    hits = sum(a == b for a, b in zip(right, texts, strict=True)) / len(right)
    return hits if question.settings["gradingtype"] == "ABSOLUTE_POSITION" else float(hits == 1)


def filled(question: Question, responses: list[str]) -> float:
    """Cloze: an answer for each gap; every gap weighs the same."""
    return sum(_gap(question, number, response) for number, response in enumerate(responses)) / len(question.gaps)


def _gap(question: Question, number: int, response: str) -> float:
    gap = question.gaps[number]
    if gap.kind.startswith("M"):
        found = next((a for a in gap.answers if a.text == response), None)
    else:
        found = matching(gap.answers, response, ignore_case=True)
    return found.fraction / 100 if found else 0.0
