"""Values in texts: what can be named, what can't be done, and that a value is never markup."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tiny_course import edition

from builder.locale import catalogue
from builder.model.course import CourseSettings
from builder.model.organisation import Duration, Organisation, Standard
from builder.model.text import Id, Line
from builder.prose import Renderer, Values
from builder.prose.renderer import Rendered

ORG = edition().organisation
SETTINGS = edition().course.settings


def org_named(name: str) -> Organisation:
    return ORG.model_copy(update={"name": Line(name, html=name, plain=name)})


def rendered(
    source: str, org: Organisation = ORG, settings_: CourseSettings = SETTINGS, *, inline: bool = True
) -> Rendered:
    values = Values({"org": org, "course": settings_}, catalogue("en"))
    return Renderer({"a/p.svg"}, values).render(source, inline=inline, file="a/lesson.md")


def codes(made: Rendered) -> list[str]:
    return [flaw.code for flaw in made.flaws]


def test_durations_are_worded_and_taken_apart() -> None:
    standard = Standard(
        id=Id("e-mail"),
        name=Line("x"),
        acknowledge=Duration(1, "working day"),
        update=Duration(4, "week"),
        resolve=Duration(2, "hour"),
    )
    org = ORG.model_copy(update={"standards": (standard,)})
    made = rendered(
        "{{ org.standards.e_mail.acknowledge }}, {{org.standards.e_mail.update|number}} "
        "{{ org.standards.e_mail.update | unit | capital }}",
        org,
    )
    assert made.plain == "1 working day, 4 Weeks"
    assert not made.flaws


def test_settings_and_plain_values_print() -> None:
    assert (
        rendered("{{ course.pass_mark }} {{ course.version }} {{ org.id }}").plain
        == f"{SETTINGS.pass_mark} {SETTINGS.version} {ORG.id}"
    )


@pytest.mark.parametrize(
    ("source", "code", "part", "help_"),
    [
        ("To {{ org.nmae }}", "undefined-value", "org.nmae", "did you mean 'org.name'?"),
        ("{{ org.departments.bilng.name }}", "undefined-value", "org.departments.bilng", "known after"),
        ("{{ organisation.name }}", "undefined-value", "organisation", "org"),
        ("{{ org }}", "undefined-value", "org", "known after 'org.'"),
        ("{{ org.standards }}", "undefined-value", "org.standards", "known after"),
        ("{{ org.name.html }}", "undefined-value", "org.name.html", "take the last name away"),
        ("{{ org.places }}", "undefined-value", "org.places", ""),
        ("{{ org.model_fields }}", "undefined-value", "org.model_fields", ""),
        ("{{ org.__class__ }}", "undefined-value", "org.__class__", ""),
        ("{{ org.name | captal }}", "template-syntax", "captal", "did you mean 'capital'?"),
        ("{{ org.name | number }}", "template-syntax", "org.name", "takes a duration"),
        ("{{ org.name() }}", "template-syntax", "org.name()", "dotted name"),
        ("{{ org['name'] }}", "template-syntax", "org['name']", "dotted name"),
        ("{{ org.departments[0] }}", "template-syntax", "org.departments[0]", "dotted name"),
        ("{{ 'a' * 10**10 }}", "template-syntax", "'a' * 10**10", "dotted name"),
        ("{{ org.name ~ org.name }}", "template-syntax", "org.name ~ org.name", "dotted name"),
        ("{{ org.name if 1 else 2 }}", "template-syntax", "org.name if 1 else 2", "dotted name"),
        ("{{ [1,2] }}", "template-syntax", "[1,2]", "dotted name"),
        ("{{ org.name | capital(1) }}", "template-syntax", "org.name | capital(1)", "dotted name"),
        ("{{ }}", "template-syntax", "}}", "dotted name"),
        ("{{- org.name -}}", "template-syntax", "-", "braces"),
        ("{{ " + "(" * 5000 + " }}", "template-syntax", "(((", "dotted name"),
        ("before {{ org.name", "template-syntax", "{{", "close it"),
    ],
)  # fmt: skip
def test_everything_else_is_a_finding_at_its_place(source: str, code: str, part: str, help_: str) -> None:
    made = rendered(source)
    (flaw,) = made.flaws
    assert flaw.code == code
    assert source[flaw.start :].startswith(part)
    assert help_ in flaw.help
    assert source[:6].split("{", maxsplit=1)[0] in made.plain


def test_block_and_comment_marks_are_plain_text() -> None:
    source = "{% for x in y %} {# note #} {#id} {{ org.id }}"
    made = rendered(source)
    assert made.plain == f"{{% for x in y %}} {{# note #}} {{#id}} {ORG.id}"
    assert not made.flaws


def test_a_value_in_parentheses_is_still_a_value() -> None:
    assert rendered("{{ (org.id) }} {{ org . id }}").plain == f"{ORG.id} {ORG.id}"


MARKS = "R*D* _x_ `c` [a](b) <b> & \" ' | # \\ ![i](j) {{ org.id }} [[x]]"


def test_a_value_is_never_markup() -> None:
    made = rendered("**{{ org.name }}** and [{{ org.name }}](#term-pot)", org_named(MARKS))
    assert made.plain == f"{MARKS} and {MARKS}"
    assert etree.fromstring(f"<p>{made.html}</p>").xpath("string(strong)") == MARKS


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_value_comes_out_as_it_is(name: str) -> None:
    made = rendered(
        "- {{ org.name }} *is* ours\n- `{{ org.name }}`\n\n| a |\n|---|\n| {{ org.name }} |",
        org_named(name),
        inline=False,
    )
    root = etree.fromstring(f"<div>{made.html}</div>")
    assert root.xpath("string(ul/li)") == f"{name} is ours"
    assert root.findtext("ul/li/code") == name
    assert root.findtext("table/tbody/tr/td") == name
    assert {element.tag for element in root.iter()} == {
        "div",
        "ul",
        "li",
        "em",
        "code",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }


def test_a_value_can_be_no_address() -> None:
    made = rendered("[x]({{ org.name }})", org_named("javascript:alert(1)"))
    assert codes(made) == ["unsafe-link"]
    assert "href" not in made.html
    assert (
        rendered("[x](https://a.example/{{ org.name }})", org_named('a"b')).html
        == '<a href="https://a.example/a&quot;b">x</a>'
    )


def test_the_organisations_own_texts_take_no_values() -> None:
    made = Renderer(()).render("We are {{ org.name }}", inline=True, file="")
    assert codes(made) == ["template-syntax"]


@given(st.text(st.sampled_from("{}|.orgname()[]'\"-+*% \n"), max_size=24))
@settings(max_examples=400, deadline=None)
def test_no_text_makes_it_fail(source: str) -> None:
    made = rendered(source, inline=False)
    etree.fromstring(f"<div>{made.html}</div>")
    if "{{" in source:
        rendered("{{" + source + "}}", inline=False)
