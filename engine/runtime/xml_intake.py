"""Reads the XML of a model without trusting it: size, entities, depth and kind are checked first."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from engine.domain.bundle import MODEL_FILE, Bundle
from engine.runtime.findings import Findings
from engine.runtime.lexical import even_out

BPMN: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
GOV: Final = "urn:vn:gov:bpmn:1"
LARGEST_FILE: Final = 5 * 1024 * 1024
MOST_ELEMENTS: Final = 50_000
DEEPEST_ELEMENT: Final = 60


def read_xml(bundle: Bundle, findings: Findings) -> etree._Element | None:
    """The root of model.bpmn, or None with a finding that says why it cannot be read."""
    source = bundle.files.get(MODEL_FILE)
    if source is None:
        findings.whole_file(
            "model-missing",
            "thiếu tệp model.bpmn trong gói",
            "the file model.bpmn is missing from the bundle",
        )
        return None
    root = read_untrusted(source, findings)
    if root is None:
        return None
    if root.tag != f"{{{BPMN}}}definitions":
        findings.whole_file(
            "not-bpmn",
            "tệp không phải BPMN 2.0; hãy xuất mô hình ở định dạng BPMN 2.0 XML",
            "the file is not BPMN 2.0; export the model as BPMN 2.0 XML",
        )
        return None
    even_out(root, BPMN, findings)
    return root


def read_untrusted(source: bytes, findings: Findings) -> etree._Element | None:
    """The root of any XML handed in, or None with a finding that says why it is not taken."""
    if len(source) > LARGEST_FILE:
        findings.whole_file("file-too-large", "tệp lớn hơn 5 MB", "the file is larger than 5 MB")
        return None
    root = _parsed(source, findings)
    return root if root is not None and _bounded(root, findings) else None


def _parsed(source: bytes, findings: Findings) -> etree._Element | None:
    # A parser of its own for every file: ids of one file never meet those of another.
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        findings.whole_file(
            "xml-unreadable",
            f"tệp XML bị lỗi ở dòng {line}; hãy lưu lại bằng trình vẽ",
            f"the XML is broken at line {line}; save it again with the designer",
            line=line,
        )
        return None
    declared: Any = root.getroottree().docinfo
    if declared.doctype or declared.internalDTD is not None:
        findings.whole_file(
            "xml-doctype",
            "tệp khai báo DOCTYPE hoặc thực thể; BPMN không cần, hãy xóa đi",
            "the file declares a DOCTYPE or entities; BPMN needs none, remove it",
        )
        return None
    return root


def _bounded(root: etree._Element, findings: Findings) -> bool:
    count = 0
    stack = [(root, 1)]
    while stack:
        element, depth = stack.pop()
        count += 1
        if count > MOST_ELEMENTS or depth > DEEPEST_ELEMENT:
            findings.whole_file(
                "file-too-complex",
                "tệp có quá nhiều phần tử hoặc lồng quá sâu; hãy tách thành nhiều quy trình",
                "the file has too many elements or nests too deeply; split it into several processes",
            )
            return False
        stack.extend((child, depth + 1) for child in element)
    return True
