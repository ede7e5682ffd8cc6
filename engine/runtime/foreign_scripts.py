"""Reads scripts of other products that only compute variables, as assignments in our expression language."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from engine.runtime.expressions import ExpressionError, compile_expression, is_name
from engine.runtime.foreign_expressions import translated
from engine.runtime.foreign_words import RESULTS
from engine.runtime.rewriting import Pen, engine_extensions, foreign_attributes, take_away
from engine.runtime.xml_intake import BPMN

_SCRIPT: Final = f"{{{BPMN}}}script"
_FORMATS: Final = re.compile(r"(application/|text/)?(x-)?(feel|juel|uel)", re.IGNORECASE)
_SETTING: Final = re.compile(
    r"""[$#]\{\s*execution\s*\.\s*setVariable\s*\(\s*(["'])(?P<name>[^\W\d]\w*)\1\s*,(?P<value>.*)\)\s*\}""",
    re.DOTALL,
)


class Scripts:
    """Reads scripts into gov:assign; one that does more than compute is left for the reader to refuse."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def from_script(self, task: etree._Element) -> None:
        """A script task of another product: `zeebe:script`, or an expression with a result variable."""
        for extension in engine_extensions(task):
            if etree.QName(extension).localname == "script":
                name, text = extension.get("resultVariable"), extension.get("expression")
                if self._assign(task, name, text):
                    take_away(extension)
                    return
        script = task.find(_SCRIPT)
        results = foreign_attributes(task, RESULTS)
        if script is None or len(results) != 1 or not _FORMATS.fullmatch(task.get("scriptFormat") or ""):
            return
        _, key, name = results[0]
        text = (script.text or "").strip()
        if self._assign(task, name, text if _bears_signs(text) else f"={text}"):
            task.remove(script)
            del task.attrib[key]

    def from_service(self, task: etree._Element) -> bool:
        """Whether a service task only computes a variable: `${a + 1}`, `${execution.setVariable('a', 1)}`."""
        programs = foreign_attributes(task, ("expression",))
        if len(programs) != 1:
            return False
        _, key, text = programs[0]
        results = foreign_attributes(task, RESULTS)
        setting = _SETTING.fullmatch(text.strip())
        if setting is not None and not results:
            done = self._assign(task, setting["name"], "${" + setting["value"] + "}")
        elif len(results) == 1 and _bears_signs(text.strip()):
            done = self._assign(task, results[0][2], text)
        else:
            return False
        for attribute in (key, *(result[1] for result in results)):
            if done:
                del task.attrib[attribute]
        return done

    def _assign(self, task: etree._Element, name: str | None, text: str | None) -> bool:
        try:
            ours = translated(text or "")
            compile_expression(ours or "")
        except ExpressionError:
            return False
        name = (name or "").strip()
        return (
            ours is not None
            and is_name(name)
            and self._pen.extend(task, "assign", {"variable": name, "value": ours})
        )


def _bears_signs(text: str) -> bool:
    return text.startswith(("${", "#{", "="))
