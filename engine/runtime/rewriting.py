"""The pen of the normaliser: writes gov extensions into a tree and says what it did, once for each kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from lxml import etree

from engine.runtime.findings import Findings
from engine.runtime.foreign_words import is_of_an_engine
from engine.runtime.xml_intake import BPMN, GOV

_WORD: Final = re.compile(r"[^\W\d]\w*")
_EXTENSIONS: Final = f"{{{BPMN}}}extensionElements"


class Pen:
    """Changes one tree in place."""

    def __init__(self, root: etree._Element, findings: Findings) -> None:
        self.root = root
        self.findings = findings
        self._said: set[tuple[str, str]] = set()
        # Before anything is taken out of the tree.
        self._words = _words(root)
        self.ids = {element.get("id") for element in root.iter() if element.get("id")}

    def extend(self, element: etree._Element, local: str, attributes: Mapping[str, str]) -> bool:
        """Put a gov element on a BPMN element that has none of its kind, or complete the one it has."""
        existing = self.gov(element, local)
        if existing is not None and any(existing.get(key) is not None for key in attributes):
            return False
        if existing is None:
            existing = etree.SubElement(self._container(element), f"{{{GOV}}}{local}")
            existing.sourceline = element.sourceline
        for key, value in attributes.items():
            existing.set(key, value)
        shown = " ".join(f"{key}=“{value}”" for key, value in attributes.items())
        self.became_gov(element, local, f"gov:{local} {shown}".rstrip())
        return True

    def add(self, element: etree._Element, local: str, attributes: Mapping[str, str]) -> None:
        """Put a gov element on a BPMN element beside those of its kind."""
        added = etree.SubElement(self._container(element), f"{{{GOV}}}{local}", dict(attributes))
        added.sourceline = element.sourceline
        shown = " ".join(f"{key}=“{value}”" for key, value in attributes.items())
        self.became_gov(element, local, f"gov:{local} {shown}")

    def parameter(self, element: etree._Element, name: str, value: str) -> bool:
        """Give the operator of a service task a parameter that it has not got yet."""
        operator = self.gov(element, "operator")
        if operator is None or not name or any(each.get("name") == name for each in operator):
            return False
        added = etree.SubElement(operator, f"{{{GOV}}}parameter", {"name": name, "value": value})
        added.sourceline = element.sourceline
        self.became_gov(element, "operator", f"gov:parameter name=“{name}” value=“{value}”")
        return True

    def gov(self, element: etree._Element, local: str) -> etree._Element | None:
        """The gov element of a kind that a BPMN element carries."""
        for container in element.iterchildren(_EXTENSIONS):
            found: etree._Element | None = container.find(f"{{{GOV}}}{local}")
            if found is not None:
                return found
        return None

    def rename(self, element: etree._Element, local: str) -> None:
        """Make a BPMN element one of another kind that means the same."""
        before = etree.QName(element).localname
        element.tag = f"{{{BPMN}}}{local}"
        self.findings.rewritten(
            f"read-as-{local}", element, f"{before} được đọc là {local}", f"{before} is read as {local}"
        )

    def became_gov(self, element: etree._Element, what: str, became: str) -> None:
        """Say what something of another product has become."""
        self.findings.rewritten(
            f"read-as-gov-{what}", element, f"được đọc là {became}", f"it is read as {became}"
        )

    def drop(self, element: etree._Element, local: str) -> None:
        """Take out an element that is drawing only."""
        bearer = element.getparent()
        if bearer is not None:
            bearer.remove(element)
            self.left_out(bearer, local)

    def left_out(self, element: etree._Element, what: str) -> None:
        """Say that something has no effect here and deserves a look."""
        if self._first("left-out", what):
            self.findings.warning(
                "left-out",
                element,
                f"“{what}” không có tác dụng ở đây và được bỏ qua trong cả tệp",
                f"“{what}” has no effect here and is left out in the whole file",
            )

    def setting_left_out(self, element: etree._Element, what: str) -> None:
        """Say that something only steers another engine."""
        if self._first("setting-left-out", what):
            self.findings.rewritten(
                "setting-left-out",
                element,
                f"“{what}” chỉ điều khiển phần mềm khác, không đổi bước nào, và được bỏ qua trong cả tệp",
                f"“{what}” only steers another product, changes no step, and is left out in the whole file",
            )

    def refuse(self, element: etree._Element, what: str, value: str) -> None:
        """Say that something of another product would change how the model runs."""
        self.findings.error(
            "foreign-meaning",
            element,
            f"“{what}” (“{value[:60]}”) của phần mềm khác làm đổi cách chạy mà ở đây không có; hãy bỏ đi,"
            " hoặc vẽ điều đó thành bước, điều kiện hay việc dịch vụ",
            f"“{what}” (“{value[:60]}”) of another product changes how the process runs and does not exist"
            " here; remove it, or draw it as a step, a condition or a service task",
        )

    def mentions(self, name: str) -> bool:
        """Whether anything in the file besides one place says the word."""
        return self._words[name] > 1

    def _container(self, element: etree._Element) -> etree._Element:
        container = element.find(_EXTENSIONS)
        if container is None:
            container = etree.Element(_EXTENSIONS)
            container.sourceline = element.sourceline
            element.insert(0, container)
        return container

    def _first(self, rule: str, what: str) -> bool:
        new = (rule, what) not in self._said
        self._said.add((rule, what))
        return new


def refuse_extension(element: etree._Element, findings: Findings) -> None:
    """BPMN 2.0.2, 8.3.3: who does not understand an extension so marked must not run the model."""
    definition = element.get("definition") or ""
    findings.error(
        "must-understand",
        element,
        f"phần mở rộng “{definition[:60]}” bắt buộc phải hiểu (mustUnderstand) mà ở đây không có; hãy bỏ dấu"
        " ấy nếu không cần, hoặc vẽ lại bằng phần tử BPMN",
        f"the extension “{definition[:60]}” has to be understood (mustUnderstand) and is not known here; take"
        " that mark off if nothing depends on it, or draw it with elements of BPMN",
    )


def _words(root: etree._Element) -> Counter[str]:
    texts = (text for element in root.iter() for text in (element.text, *map(str, element.attrib.values())))
    return Counter(word for text in texts if text for word in _WORD.findall(text))


def foreign_attributes(element: etree._Element, names: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Attributes of other products with one of these names: name, key, value."""
    found = []
    for key, value in element.attrib.items():
        name = etree.QName(str(key))
        if is_of_an_engine(name.namespace) and name.localname in names:
            found.append((name.localname, str(key), str(value)))
    return found


def engine_extensions(element: etree._Element) -> list[etree._Element]:
    """Extensions of an element that belong to a product that runs models."""
    return [
        extension
        for container in element.iterchildren(_EXTENSIONS)
        for extension in container
        if is_of_an_engine(etree.QName(extension).namespace)
    ]


def take_away(element: etree._Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
