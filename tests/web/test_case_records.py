"""Records of a case to take away: control sheet, case file, events as XES and CSV; and who may have them."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from pypdf import PdfReader

from engine.commands.claim_task import ReturnTask, return_task
from qms.records.control_sheet import Punctuality, punctuality_of
from qms.records.event_log import LoggedCase, LoggedEvent, xes
from qms.records.letterhead import place_and_day
from qms.records.typesetting import PrintedRecord, typeset
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TYPED = '#panic("x") $1$ *đậm* _i_ `c` @ref <l> \\ [a] // x #read("/etc/passwd") = \'"'


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def case(office: Office) -> UUID:
    """A case whose first step was taken, given back with a reason, and done by who did not take it first."""
    decree = entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30), replaces="217/2026/NĐ-CP")
    case = office.register(replace(decree, title=TYPED))
    first = office.task("thuky", "Sàng lọc văn bản")
    office.claim("thuky", first)
    office.clock.move_to(office.now + timedelta(hours=1))
    given_back = ReturnTask(task=first, viewer=office.viewer("thuky"), origin="test", reason="=Chờ bản gốc")
    return_task(office.system.store, office.system.surroundings, given_back, office.now)
    office.clock.move_to(office.now + timedelta(minutes=90))
    office.complete("thuky", first, {"ket_luan_sang_loc": "co", "noi_dung_lien_quan": "Điều 5 #x"})
    return case


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_the_records_of_a_case_say_who_gave_took_and_did_what_when(
    app: Flask, office: Office, case: UUID
) -> None:
    browser = Browser(app).sign_in("thuky")
    page = browser.get(f"/instances/{case}").text
    assert f"/instances/{case}/control-sheet.pdf" in page
    assert f"/instances/{case}/case-file.pdf" in page
    sheet = browser.get(f"/instances/{case}/control-sheet.pdf?lang=en")
    assert sheet.content_type == "application/pdf"
    assert sheet.headers["Content-Disposition"] == 'attachment; filename="phieu-kiem-soat-P06-2026-0001.pdf"'
    words = words_of(sheet.data)
    for expected in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "ngày 23 tháng 11 năm 2026",
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "09:00 23/11/2026",  # given back, and so given anew
        "10:30 23/11/2026",
        "Chuyển lại =Chờ bản gốc",
        "Trước hạn",
        "Đang giải quyết",
        "#panic",
    ):
        assert expected in words, expected
    history = words_of(browser.get(f"/instances/{case}/case-file.pdf").data)
    assert office.instance(case).history_hash.hex() in history.replace(" ", "")
    for expected in (
        "HỒ SƠ CÔNG VIỆC",
        "Diễn biến",
        "Lý do: =Chờ bản gốc",
        "Điều 5 #x",
        "Cách tính thời hạn",
    ):
        assert expected in history, expected


def test_the_events_leave_as_a_standard_log_and_as_a_table_that_nothing_calculates(
    app: Flask, office: Office, case: UUID
) -> None:
    browser = Browser(app).sign_in("thuky")
    trace = ET.fromstring(browser.get(f"/instances/{case}/events.xes").data).find("trace")  # noqa: S314 - ours
    assert trace is not None
    told = [
        {attribute.attrib["key"]: attribute.attrib["value"] for attribute in event}
        for event in trace.iter("event")
    ]
    first = [one for one in told if one["concept:name"] == "Sàng lọc văn bản"]
    assert [one["lifecycle:transition"] for one in first] == ["schedule", "assign", "reassign", "complete"]
    assert first[-1]["time:timestamp"] == "2026-11-23T10:30:00+07:00"
    assert first[-1]["org:resource"] not in {"", "SYSTEM"}
    answer = browser.get(f"/instances/{case}/events.csv")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(answer.data.decode("utf-8-sig"))))
    assert rows[0]["Mã hồ sơ"] == "P06-2026-0001"
    assert rows[-1]["Mã niêm"] == office.instance(case).history_hash.hex()
    assert [int(row["Số"]) for row in rows] == list(range(1, len(rows) + 1))


def test_who_may_not_see_the_case_gets_none_of_its_records(app: Flask, case: UUID) -> None:
    officer, stranger = Browser(app).sign_in("giabao"), Browser(app)
    assert officer.get(f"/instances/{case}").status_code == 403
    for name in ("control-sheet.pdf", "case-file.pdf", "events.xes", "events.csv"):
        assert officer.get(f"/instances/{case}/{name}").status_code == 403
        assert stranger.get(f"/instances/{case}/{name}").request.path == "/sign-in"


_WIDE = set(PrintedRecord) - {PrintedRecord.PROCEDURE_TABLE, PrintedRecord.PROCEDURE}
_WRITTEN = [{"kind": kind, "text": TYPED, "cells": [TYPED]} for kind in ("text", "item", "row", "missing")]
_PROCEDURE = {
    **dict.fromkeys(("purpose", "scope", "terms", "references", "kept", "distribution"), _WRITTEN),
    "name": TYPED,
    "retention": TYPED,
    "signers": [{"act": TYPED, "name": TYPED, "day": TYPED}],
    "issues": [{"number": TYPED, "day": TYPED, "changes": [TYPED]}],
    "sheets": [],
    "ladders": [{"name": TYPED, "holds_for": TYPED, "rows": [[TYPED] * 4]}],
    "records": [[TYPED] * 3],
    "parties": [TYPED],
    "forms": [
        {
            "title": TYPED,
            "code": TYPED,
            "version": TYPED,
            "blanks": [{"kind": "text", "label": TYPED, "required": True, "options": [TYPED], "note": TYPED}],
        }
    ],
}


def test_nothing_that_people_type_is_read_as_the_typesetters_language() -> None:
    content = {
        **dict.fromkeys(("title", "about", "agency", "superior", "number", "place_and_day", "footer"), TYPED),
        "sign_here": TYPED,
        "facts": [[TYPED, TYPED + "\x07\u202e"]],
        "parts": [
            {"title": TYPED, "lines": [TYPED]},
            {"title": TYPED, "heads": [TYPED], "rows": [[TYPED]], "widths": [1]},
        ],
        "signers": [TYPED, TYPED],
        "lines": [TYPED],
        "closing": [TYPED],
        "list_title": TYPED,
        "basis": [TYPED],
        "total": TYPED,
        "watermark": TYPED,
        "until": TYPED,
        "nothing": TYPED,
        "sections": [{"item": TYPED, "name": TYPED, "rows": [[TYPED] * 7]}],
        "files": [[TYPED, "0" * 64]],
    }
    for record in set(PrintedRecord) - {
        PrintedRecord.OUTGOING_DOCUMENT
    }:  # that one is asked where it is made
        columns = 8 if record in _WIDE else 5
        given = content | {"heads": [TYPED] * columns, "rows": [[TYPED] * columns]}
        if record is PrintedRecord.PROCEDURE:
            given |= _PROCEDURE
        words = words_of(typeset(record, given, NOW)).replace(" ", "")
        assert '#read("/etc/passwd")' in words
        assert "\u202e" not in words
        assert typeset(record, given, NOW) == typeset(record, given, NOW)


@pytest.mark.parametrize(
    ("due", "overdue_from", "done_at", "said"),
    [
        (None, None, NOW, Punctuality.NO_DUE),
        (None, None, None, Punctuality.OPEN),
        (date(2026, 11, 24), None, NOW, Punctuality.EARLY),
        (date(2026, 11, 23), None, NOW, Punctuality.ON_TIME),
        (date(2026, 11, 22), None, NOW, Punctuality.LATE),
        (date(2026, 11, 22), None, None, Punctuality.OPEN_LATE),
        (date(2026, 11, 23), NOW, NOW, Punctuality.LATE),  # the hour counts where the law counts hours
        (date(2026, 11, 23), NOW + timedelta(minutes=1), None, Punctuality.OPEN),
    ],
)
def test_a_step_is_early_on_time_or_late(
    due: date | None, overdue_from: datetime | None, done_at: datetime | None, said: Punctuality
) -> None:
    assert punctuality_of(due, overdue_from, done_at, NOW) == said


def test_a_place_and_day_are_written_as_the_decree_asks() -> None:
    assert place_and_day("Tây Ninh", date(2027, 2, 5)) == "Tây Ninh, ngày 05 tháng 02 năm 2027"
    assert place_and_day("", date(2026, 11, 23)) == "Ngày 23 tháng 11 năm 2026"
    assert place_and_day("Huế", date(2026, 3, 10)) == "Huế, ngày 10 tháng 3 năm 2026"


def test_a_log_stays_well_formed_whatever_was_typed() -> None:
    event = LoggedEvent(
        sequence=1, at=NOW, kind="task.completed", step="<a>\x00\x1b&", person='"', role="", task=""
    )
    case = LoggedCase(code="P", title="]]>\ufffe", process="p", agency="a", events=[event])
    assert ET.fromstring(xes(case)).find("trace/event") is not None  # noqa: S314 - ours
