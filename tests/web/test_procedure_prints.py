"""“In quy trình (PDF)” and the drawings as pictures, over HTTP."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.engine.cases import bundle, publish, role
from tests.office import P06, Office
from tests.qms.designer.drawing_office import begun
from tests.web_browser import Browser
from web.app import create_app

KEY = "QMS_P99_THU"


@pytest.fixture
def app(office: Office) -> Flask:
    for days in (3, 2):
        asked = {"a": role("PHAP_CHE", f'<gov:deadline workingDays="{days}"/>'), "b": role("LD_CQ")}
        publish(office, bundle("s:start\n a:user\n b:user\n e:end\n s > a > b > e", asked, key=KEY))
    return create_app(office.system)


def test_a_version_and_a_draft_are_printed_from_their_pages(app: Flask, office: Office) -> None:
    draft = begun(office)
    secretary = Browser(app).sign_in("thuky")
    page = secretary.get(f"/designer/models/{KEY}").text
    version = re.findall(r"/procedure-prints/versions/([^/]+)/procedure\.pdf", page)[0]
    printed = secretary.get(f"/procedure-prints/versions/{version}/procedure.pdf")
    assert (printed.mimetype, printed.data[:4]) == ("application/pdf", b"%PDF")
    assert f'filename="{KEY}-02.pdf"' in printed.headers["Content-Disposition"]
    about = secretary.get(f"/designer/drafts/{draft}/about").text
    assert f"/procedure-prints/drafts/{draft}/procedure.pdf" in about
    drawn = secretary.get(f"/procedure-prints/drafts/{draft}/procedure.pdf")
    assert "du-thao.pdf" in drawn.headers["Content-Disposition"]
    assert (
        Browser(app).sign_in("giabao").get(f"/procedure-prints/drafts/{draft}/procedure.pdf").status_code
        == 404
    )


def test_drawings_are_pictures_without_styles_and_with_what_changed(app: Flask, office: Office) -> None:
    office.deploy(P06)
    browser = Browser(app).sign_in("thuky")
    page = browser.get("/designer/models/QMS_P06_CAP_NHAT_VBQPPL").text
    (picture,) = re.findall(r'src="(/procedure-prints/versions/[^"]+\.svg)"', page)
    answer = browser.get(picture)
    assert answer.mimetype == "image/svg+xml"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "Sàng lọc văn bản" in answer.text
    assert "style=" not in answer.text

    versions = re.findall(
        r"/procedure-prints/versions/([^/]+)/proc", browser.get(f"/designer/models/{KEY}").text
    )
    asked = f"?old=v-{versions[1]}&new=v-{versions[0]}"
    compared = browser.get(f"/designer/comparisons{asked}").text
    assert compared.count("/procedure-prints/comparisons/old.svg") == 2
    assert browser.get(f"/procedure-prints/comparisons/new.svg{asked}").status_code == 200
    assert browser.get("/procedure-prints/comparisons/new.svg?old=x&new=y").status_code == 404
