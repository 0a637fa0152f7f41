"""The words of "Keep for offline", for the page that has its section."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.writers.site.frame import Frame


def offline_words(frame: Frame) -> dict[str, str]:
    """What ``site/player/offline.js`` says beside ``learner/offline.html``. ``{…}`` is filled in by it."""
    _ = frame.words.gettext
    return {
        "offline-local": _(
            "This copy of the course lies in a folder and works without a connection already. There is nothing to keep."
        ),
        "offline-cannot": _(
            "This browser cannot keep the course here: it takes an address with https, and no private window."
        ),
        "offline-not": _("Not kept on this device."),
        "offline-keep": _("Keep for offline ({size})"),
        "offline-begins": _("Keeping: it begins."),
        "offline-keeping": _("Keeping: {done} of {all} files."),
        "offline-kept": _("Kept on this device, in this browser: version {version}, as of {date} ({size})."),
        "offline-firm": _("The browser has agreed not to remove it when space runs short."),
        "offline-loose": _("The browser may remove it when space runs short."),
        "offline-stop": _("Stop keeping it"),
        "offline-stops": _("Removing."),
        "offline-stopped": _("Removed from this device. Your answers are still here."),
        "offline-full": _("It takes {size}, and there is too little room. Make room on this device, then try again."),
        "offline-network": _("The files could not be fetched. Try again when the connection is back."),
        "offline-damaged": _(
            "The file {file} is not what this course says it should be, so nothing was changed. Try again later; "
            "if it happens again, tell whoever runs this site."
        ),
        "offline-held": _("What was kept before is still here and still works."),
    }
