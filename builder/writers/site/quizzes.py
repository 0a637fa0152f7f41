"""Quiz pages, and the refresher of each month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from builder.model.items import Judgement
from builder.writers.addresses import REFRESHERS, month_page
from builder.writers.site.item_words import quiz_words
from builder.writers.site.items import asked, item_html
from builder.writers.site.page import Page
from builder.writers.site.today import month_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.model.items import Item
    from builder.model.quizzes import Quiz
    from builder.model.refreshers import RefresherItem, RefresherMonth
    from builder.writers.site.frame import Frame


def quiz_page(frame: Frame, quiz: Quiz) -> Page:
    """A quiz with all its forms, one below the other."""
    blueprint = quiz.blueprint
    page = Page(frame, f"quizzes/{blueprint.id}.html", blueprint.title.plain, "quiz", blueprint.intro.plain)
    module = frame.edition.modules.get(blueprint.module) if blueprint.module else None
    page.add("quizzes/eyebrow.html", kind=blueprint.kind, module=module)
    page.heading(1, blueprint.id, blueprint.title)
    page.words(quiz_words(frame))
    mark = pass_mark(frame, quiz)
    questions, forms = asked(frame, quiz.forms[0].items), len(quiz.forms)
    page.add("quizzes/lead.html", blueprint=blueprint, asked=questions, pass_mark=mark, forms=forms,
             partial=any(_gives_parts(item) for form in quiz.forms for item in form.items))  # fmt: skip
    for form in quiz.forms:
        if form.label:
            page.heading(2, f"{blueprint.id}--form-{form.label.lower()}", _form_title(frame, form.label))
        _questions(page, form.items, level=3 if form.label else 2, sure=blueprint.rules.ask_confidence, form=form.label)
    page.add("quizzes/foot.html", blueprint=blueprint, pass_mark=mark)
    return page


def _gives_parts(item: Item) -> bool:
    return isinstance(item, Judgement) or getattr(item, "credit", "all") == "partial"


def pass_mark(frame: Frame, quiz: Quiz) -> int | None:
    """The quiz's own pass mark in per cent; a test without one has the course's."""
    own = quiz.blueprint.rules.pass_mark
    is_test = quiz.blueprint.kind in {"module_test", "final_test"}
    return frame.edition.course.settings.pass_mark if own is None and is_test else own


def refresher_pages(frame: Frame) -> list[Page]:
    """The index of months, then a page a month. Without a plan there is nothing."""
    months = frame.plan.refreshers
    return [_index(frame), *(_month(frame, month) for month in months)] if months else []


def _index(frame: Frame) -> Page:
    title = frame.words.gettext("Refreshers")
    about = frame.words.gettext("A few questions a month, so that it stays.")
    page = Page(frame, REFRESHERS, title, "refreshers", about)
    page.heading(1, "page--refreshers", title)
    months = frame.plan.refreshers
    policy = frame.edition.course.refresher
    page.add("quizzes/months.html", months=months, policy=policy, first=months[0], last=months[-1])
    page.words(month_words(frame))
    return page


def _month(frame: Frame, month: RefresherMonth) -> Page:
    title = frame.words.gettext("Refresher for {month}", month=frame.month(month.month))
    page = Page(frame, month_page(month.month), frame.month(month.month), "refresher", title)
    page.add("quizzes/month_eyebrow.html")
    page.heading(1, f"page--{month.month}", title)
    page.add("quizzes/month_lead.html", month=month)
    reasons = [_reason(frame, drawn) for drawn in month.items]
    _questions(page, [drawn.item for drawn in month.items], reasons=reasons, fresh_from=month.month)
    page.add("quizzes/month_foot.html", month=month.month, **_beside(frame, month))
    page.words(month_words(frame))
    return page


def _beside(frame: Frame, month: RefresherMonth) -> dict[str, Any]:
    months = frame.plan.refreshers
    at = months.index(month)
    return {
        "before": months[at - 1] if at else None,
        "after": months[at + 1] if at + 1 < len(months) else None,
        "first": months[0],
    }


def _reason(frame: Frame, drawn: RefresherItem) -> str:
    """Why the month asks this item."""
    _ = frame.words.gettext
    known = frame.edition.objectives
    named = [known[one] for one in drawn.item.objectives if one in known]
    about = "; ".join(objective.plain for objective in named)
    seen = _("last asked in {month}", month=frame.month(drawn.last_seen)) if drawn.last_seen else _("not asked before")
    return f"{about} ({seen})" if about else seen


def _questions(  # noqa: PLR0913 - each is a different thing that a page may say of its questions
    page: Page,
    items: Sequence[Item],
    *,
    level: int = 2,
    sure: bool = True,
    reasons: Sequence[str] = (),
    form: str = "",
    fresh_from: str = "",
) -> None:
    """A heading and a form for each item; ``reasons``, if given, one for each, say why it is asked.

    ``form`` is the label of the quiz's form. What was answered before the month ``fresh_from`` is asked afresh.
    """
    _ = page.frame.words.gettext
    for number, item in enumerate(items, 1):
        reason = reasons[number - 1] if reasons else ""
        page.heading(level, item.id, _("Question {number}", number=number))
        made = item_html(page, item, anchored=False, sure=sure)
        page.add("quizzes/question.html", made=made, reason=reason, form=form, fresh_from=fresh_from)


def _form_title(frame: Frame, label: str) -> str:
    return frame.words.gettext("Form {label}", label=label)
