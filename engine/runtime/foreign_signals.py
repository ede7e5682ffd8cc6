"""Reads what Camunda and its kin let a thrown signal carry, as parameters of ours."""

from __future__ import annotations

from lxml import etree

from engine.runtime.expressions import is_name
from engine.runtime.foreign_calls import passed
from engine.runtime.rewriting import Pen, engine_extensions, take_away
from engine.runtime.xml_intake import GOV


def rewrite_carried(definition: etree._Element, pen: Pen) -> None:
    """Rewrite the mappings of one signal definition; what cannot be read stays, and is refused later on."""
    event = definition.getparent()
    found = [each for each in engine_extensions(definition) if etree.QName(each).localname == "in"]
    pairs: dict[str, str] = {}
    for each in found:
        given = {str(key): str(value).strip() for key, value in each.attrib.items()}
        source, target = passed(given), given.get("target", "")
        if source is None or not is_name(target) or target in pairs:
            return
        pairs[target] = source
    if event is None or not pairs or not pen.extend(event, "signal", {}):
        return
    carried = pen.gov(event, "signal")
    if carried is None:
        return
    for name, value in pairs.items():
        added = etree.SubElement(carried, f"{{{GOV}}}parameter", {"name": name, "value": value})
        added.sourceline = definition.sourceline
        pen.became_gov(event, "signal", f"gov:parameter name=“{name}” value=“{value}”")
    for each in found:
        take_away(each)
