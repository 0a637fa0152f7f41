"""A Moodle file for each month of the refresher."""

from __future__ import annotations

import tiny_course
from lxml import etree
from moodle_import import category_names, faults, read

from builder.writers import refreshers


def test_a_file_a_month() -> None:
    edition, plan = tiny_course.edition(), tiny_course.plan()
    files = tiny_course.files(refreshers.artefacts(edition, plan))
    assert list(files) == [f"refreshers/2027-{month:02}/moodle.xml" for month in range(1, 7)]
    for data in files.values():
        assert faults(data) == []
        assert len(read(data)) == 3


def test_a_month_has_a_category_of_its_own() -> None:
    edition, plan = tiny_course.edition("hilltop", "es"), tiny_course.plan("hilltop", "es")
    files = tiny_course.files(refreshers.artefacts(edition, plan))
    categories = {category_names(read(data)[0].category)[-1] for data in files.values()}
    assert len(categories) == len(files)
    assert all(category.endswith(("01", "02", "03", "04", "05", "06")) for category in categories)


def test_a_month_says_why_each_item_is_in_it() -> None:
    edition, plan = tiny_course.edition("hilltop", "es"), tiny_course.plan("hilltop", "es")
    files = tiny_course.files(refreshers.artefacts(edition, plan))
    for month, data in zip(plan.refreshers, files.values(), strict=True):
        reasons = etree.HTML(etree.fromstring(data).findtext("question/info/text") or "").findall(".//li")
        assert len(reasons) == len(month.items)
        for one, reason in zip(month.items, reasons, strict=True):
            said = "".join(map(str, reason.itertext()))
            assert f"({one.item.id})" in said
            assert all(edition.objectives[known].text.plain in said for known in one.item.objectives)
            assert said.endswith(
                f"preguntado por última vez en {one.last_seen}" if one.last_seen else "aún sin preguntar"
            )
    assert any(one.last_seen for month in plan.refreshers for one in month.items)
