"""The class of records that a model names for its cases (`gov:retention`)."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from engine.runtime.findings import Findings
from engine.runtime.xml_intake import GOV

_CODE: Final = re.compile(r"[A-Z][A-Z0-9_]{1,39}")


def retention_class(process: etree._Element, findings: Findings) -> str:
    """The code on the process; empty where there is none, and a finding where it is no code."""
    text = process.get(f"{{{GOV}}}retention")
    if text is None or _CODE.fullmatch(text):
        return text or ""
    findings.error(
        "retention-class",
        process,
        "gov:retention phải là mã loại hồ sơ: chữ hoa, số và gạch dưới, ví dụ HS_TTHC",
        "gov:retention must be the code of a class of records: capitals, digits and underscores, as HS_TTHC",
    )
    return ""
