"""Messages between cases have words in both languages, whichever model sends them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import bpmn
from tests.office import Office
from web.app import create_app
from web.message_names import message_name

MESSAGE = "{http://www.omg.org/spec/BPMN/20100524/MODEL}message"


def shipped() -> set[str]:
    return {
        each.get("name", "")
        for path in Path(bpmn.__file__).parent.glob("*/*/*.bpmn")
        if path.parent.parent.name in {"qms", "common"}
        for each in ET.fromstring(path.read_bytes()).iter(MESSAGE)  # noqa: S314 - our own files
    }


def test_every_message_of_the_shipped_models_has_words_in_both_languages(office: Office) -> None:
    app = create_app(office.system)
    names = shipped()
    assert "P08_mo_phieu" in names
    said: dict[str, dict[str, str]] = {}
    for language in ("vi", "en"):
        with app.test_request_context("/", headers={"Cookie": f"quytrinh_language={language}"}):
            said[language] = {name: message_name(name) for name in names}
    assert [name for name in names if said["vi"][name] == name] == []
    assert [name for name in names if said["en"][name] == said["vi"][name]] == []
    assert said["vi"]["P08_mo_phieu"] == "phiếu không phù hợp mới"
    assert said["en"]["P01_bat_dau"] == "P01 of the year begins"
