"""Which elements of a drawing name which form, and the drawing with a form called otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from engine.domain.errors import Conflict
from engine.runtime.findings import Findings
from engine.runtime.xml_intake import GOV, read_untrusted

_FORM: Final = f"{{{GOV}}}form"
_TAG: Final = re.compile(rb"<(?:[\w.-]+:)?form\b[^<>]*>")
_KEY: Final = re.compile(rb"""(\bkey\s*=\s*)("|')([^"'<]*)\2""")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormUse:
    """An element that names a form; `name` is its name in the drawing, else its id."""

    element: str
    name: str
    form: str


class FormNotRenamed(Conflict):
    """The drawing names the form in a way that cannot be rewritten in place."""

    def __init__(self) -> None:
        super().__init__(
            vi="Sơ đồ ghi tên biểu mẫu theo cách không sửa tự động được. Xin chọn lại biểu mẫu ở từng bước"
            " trong khung vẽ.",
            en="The drawing names the form in a way that cannot be rewritten. Choose the form anew at each"
            " step on the canvas.",
        )


def form_uses(content: bytes) -> tuple[FormUse, ...]:
    """What of the drawing names a form; nothing where it cannot be read."""
    root = read_untrusted(content, Findings())
    if root is None:
        return ()
    return tuple(_use(form) for form in root.iter(_FORM))


def with_form_renamed(content: bytes, old: str, new: str) -> bytes:
    """The drawing whose elements name the form by its new key, every other byte as it was.

    Raises FormNotRenamed where it does not then say just that.
    """

    def named(key: re.Match[bytes]) -> bytes:
        if key[3] != old.encode():
            return key[0]
        return key[1] + key[2] + new.encode() + key[2]

    renamed = _TAG.sub(lambda tag: _KEY.sub(named, tag[0]), content)
    wanted = [(use.element, new if use.form == old else use.form) for use in form_uses(content)]
    if [(use.element, use.form) for use in form_uses(renamed)] != wanted:
        raise FormNotRenamed
    return renamed


def _use(form: etree._Element) -> FormUse:
    owner = next((each for each in form.iterancestors() if each.get("id")), form)
    element = owner.get("id") or ""
    return FormUse(element=element, name=owner.get("name") or element, form=form.get("key") or "")
