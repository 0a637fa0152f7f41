"""The codes of texts, links and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from builder.diagnostics.diagnostic import Severity
from builder.diagnostics.rule import Rule

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

TEXTS: Mapping[str, Rule] = MappingProxyType(
    {
        "long-rule": Rule(
            _WARNING,
            "The rule of a practice is longer than eight words.",
            "The same rule stands on lesson, card, job aid and observer sheet: it must be short enough to remember.",
            "`rule: Always try to answer every message that you get as soon as you can` → `rule: Say you have it`",
        ),
        "long-say": Rule(
            _WARNING,
            "What a trainer is to say is longer than 60 words.",
            "Nobody can say it without reading it out.",
            "one `say` of 90 words → two, with a question between",
        ),
        "undefined-value": Rule(
            _ERROR,
            "A text asks for a value that the organisation or the course doesn't have.",
            "Readers would see a hole.",
            "`{{ org.standards.mail.acknowledge }}` → `{{ org.standards.email.acknowledge }}`",
        ),
        "template-syntax": Rule(
            _ERROR,
            "A text holds something other than `{{ dotted.name | known_filter }}` between double braces.",
            "Texts hold values, not programs.",
            "`{{ org.name.upper() }}` → `{{ org.name }}`",
        ),
        "unsafe-html": Rule(
            _ERROR,
            "A text holds raw HTML.",
            "It would not survive in every output, and could run as a program.",
            "`<b>late</b>` → `**late**`",
        ),
        "unsafe-link": Rule(
            _ERROR,
            "A link is neither to a thing of the course, nor to an `https:` or `mailto:` address.",
            "It would break offline, or could run as a program.",
            "`[form](javascript:…)` → `[form](#sheet-request)`",
        ),
        "dead-link": Rule(
            _ERROR,
            "A link names a thing or heading that doesn't exist.",
            "Readers would land nowhere.",
            "`[the sheet](#sheet-whoo)` → `[the sheet](#sheet-who)`",
        ),
        "unprintable-letter": Rule(
            _ERROR,
            "A text holds a letter or sign that none of the fonts of the workbooks has.",
            "Readers of the printed book would see an empty box.",
            "`Well done 👍` → `Well done!`",
        ),
        "missing-picture": Rule(
            _ERROR,
            "A picture is not beside the file that shows it.",
            "Readers would see a broken image.",
            "`![A chain](chian.svg)` → `![A chain](chain.svg)`",
        ),
        "missing-alt": Rule(
            _ERROR,
            "A picture has no text alternative and isn't marked as decorative.",
            "People who can't see it would miss what it says.",
            "`![](chain.svg)` → `![Three desks in a row hand over work](chain.svg)`",
        ),
        "unsafe-picture": Rule(
            _ERROR,
            "A picture can't be read as what its name says, or an SVG holds scripts or refers to other files.",
            "It would not show, or could run as a program.",
            "`<script>` in an SVG → an SVG of shapes and text only",
        ),
        "brand-contrast": Rule(
            _INFO,
            "A colour of the brand is too light for text on white.",
            "Many people couldn't read it, so the site uses a darker one of the same hue.",
            '`primary: "#f2b600"` → `primary: "#7a5c00"`, or leave it: the build says which colour is used instead',
        ),
    }
)
