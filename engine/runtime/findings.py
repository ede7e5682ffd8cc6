"""Collects what is wrong with a model while it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from engine.domain.definition import Finding, Severity
from engine.runtime.element_words import ElementWords, drawn_bearer


def line_of(element: etree._Element) -> int:
    """The line of the file that an element begins on."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 1


class Findings:
    """Findings in the order they are met; errors stop the deployment, warnings do not."""

    def __init__(self) -> None:
        self._all: list[Finding] = []
        self._words: ElementWords | None = None

    def whole_file(self, rule: str, vi: str, en: str, *, line: int = 1) -> None:
        """An error of the file as a whole."""
        self._add(rule, Severity.ERROR, None, "", line, vi, en)

    def error(self, rule: str, element: etree._Element, vi: str, en: str) -> None:
        """An error at an XML element, named by what is drawn of it or around it and has an id."""
        self._at(rule, Severity.ERROR, element, vi, en)

    def warning(self, rule: str, element: etree._Element, vi: str, en: str) -> None:
        """Something that runs but deserves a look."""
        self._at(rule, Severity.WARNING, element, vi, en)

    def rewritten(self, rule: str, element: etree._Element, vi: str, en: str) -> None:
        """Something that is read as something else with the same meaning."""
        self._at(rule, Severity.INFO, element, vi, en)

    def adopt(self, findings: Iterable[Finding], *, process_id: str) -> None:
        """Findings of a called process that stands in another file; its name is put before them."""
        self._all.extend(
            replace(
                finding,
                message_vi=f"Quy trình được gọi “{process_id}”: {finding.message_vi}",
                message_en=f"Called process “{process_id}”: {finding.message_en}",
            )
            for finding in findings
        )

    def include(self, others: Findings, *, path: str) -> None:
        """Findings of another file of the bundle, which is named before them; lines are of that file."""
        self._all.extend(
            replace(
                finding,
                message_vi=f"Tệp {path}: {finding.message_vi}",
                message_en=f"File {path}: {finding.message_en}",
            )
            for finding in others._all
        )

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What stops the deployment, in order of the file."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What does not stop it."""
        return self._of(Severity.WARNING)

    @property
    def rewrites(self) -> tuple[Finding, ...]:
        """What was read as something else."""
        return self._of(Severity.INFO)

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(sorted((f for f in self._all if f.severity is severity), key=lambda f: f.line))

    def _at(self, rule: str, severity: Severity, element: etree._Element, vi: str, en: str) -> None:
        named = drawn_bearer(element)
        element_id, name = named.get("id"), named.get("name") or ""
        called_vi, called_en = self._called(named, name or element_id or etree.QName(named).localname)
        self._add(
            rule, severity, element_id, name, line_of(element), f"{called_vi}: {vi}", f"{called_en}: {en}"
        )

    def _called(self, named: etree._Element, shown: str) -> tuple[str, str]:
        found = None
        if not named.get("name") or etree.QName(named).localname == "sequenceFlow":
            root = named.getroottree().getroot()
            if self._words is None or self._words.root is not root:
                self._words = ElementWords(root)
            found = self._words.of(named)
        return found or (f"“{shown}”", f"“{shown}”")

    def _add(
        self, rule: str, severity: Severity, element_id: str | None, name: str, line: int, vi: str, en: str
    ) -> None:
        self._all.append(
            Finding(
                rule=rule,
                severity=severity,
                element_id=element_id,
                element_name=name,
                line=line,
                message_vi=f"{vi[:1].upper()}{vi[1:]}." if not vi.endswith(".") else vi,
                message_en=f"{en[:1].upper()}{en[1:]}." if not en.endswith(".") else en,
            )
        )
