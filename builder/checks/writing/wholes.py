"""Options that speak of the other options."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.writing.view import Found, ItemView


def all_of_the_above(view: ItemView) -> Iterator[Found]:
    """An option says that all the others hold."""
    for choice in view.choices:
        if choice.of_others == "all":
            help_ = "make it a multiple_response, or write a distractor of its own"
            yield Found(choice.text, f"'{choice.text.plain}' gives the answer to whoever knows two options", help_)


def none_of_the_above(view: ItemView) -> Iterator[Found]:
    """An option says that none of the others holds."""
    for choice in view.choices:
        if choice.of_others == "none":
            message = f"'{choice.text.plain}' shows what people rule out, not what they know"
            yield Found(choice.text, message, "write an option that says what is right, or a distractor of its own")


def combined_options(view: ItemView) -> Iterator[Found]:
    """An option is made of other options by letter, number or position."""
    for choice in view.choices:
        if choice.of_others == "combined" or (choice.of_others == "all" and choice.by_label):
            help_ = "make it a multiple_response, or write out what is meant"
            yield Found(choice.text, f"'{choice.text.plain}' is made of other options", help_)
