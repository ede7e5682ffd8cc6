"""Records of a case to take away: control sheet and case file as PDF, events as XES and CSV."""

from __future__ import annotations

import json
from typing import Final
from uuid import UUID

from flask import Response
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response as FileResponse

from engine.domain.local_time import local_moment
from engine.queries.case_links import case_links
from engine.queries.case_record import CaseRecord, case_record
from engine.queries.instance import InstanceView, instance_view
from qms.documents.registration_form import registration_form
from qms.legal_updates.queries import followed_document
from qms.organisation.queries import agency_name
from qms.records.event_log import LoggedCase, LoggedEvent, xes
from qms.records.letterhead import letterhead
from qms.records.typesetting import PrintedRecord, typeset
from web.instances.case_data import case_data
from web.instances.printing import Printing, case_file, control_sheet
from web.instances.timeline import timeline
from web.instances.views import blueprint
from web.mandate_words import principal_of, told_in_name_of
from web.names import person_name, remember_names
from web.spreadsheet import csv_answer
from web.system import now, reading, system, viewer

PDF: Final = "application/pdf"
XES: Final = "application/xml"
PRINTED_IN: Final = "vi"
"""Records are documents of a Vietnamese office, whatever language the page is read in."""


@blueprint.get("/<uuid:instance>/control-sheet.pdf")
def printed_control_sheet(instance: UUID) -> Response:
    """Phiếu kiểm soát quá trình giải quyết hồ sơ."""
    with force_locale(PRINTED_IN):
        printing = _printing(instance)
        content = control_sheet(printing)
    pdf = typeset(PrintedRecord.CONTROL_SHEET, content, now())
    return _file(pdf, PDF, f"phieu-kiem-soat-{printing.view.code}.pdf")


@blueprint.get("/<uuid:instance>/case-file.pdf")
def printed_case_file(instance: UUID) -> Response:
    """The whole case on paper."""
    with force_locale(PRINTED_IN):
        printing = _printing(instance)
        with reading() as session:
            document = followed_document(session, instance)
            links = case_links(session, viewer(), printing.view)
        happenings = timeline(printing.view, links, newest_first=False)
        facts = case_data(printing.view, registration_form() if document else None)
        content = case_file(printing, happenings, facts, document)
    pdf = typeset(PrintedRecord.CASE_FILE, content, now())
    return _file(pdf, PDF, f"ho-so-{printing.view.code}.pdf")


@blueprint.get("/<uuid:instance>/events.xes")
def event_log(instance: UUID) -> Response:
    """The steps of the case for programs of process mining."""
    view, record = _recorded(instance)
    with reading() as session:
        agency = agency_name(session, view.agency)
    return _file(xes(_logged(view, record, agency)), XES, f"{view.code}.xes")


@blueprint.get("/<uuid:instance>/events.csv")
def event_table(instance: UUID) -> FileResponse:
    """Every event of the case with its seal, for spreadsheets."""
    view, record = _recorded(instance)
    heads = (
        _("Mã hồ sơ"),
        _("Số"),
        _("Thời điểm"),
        _("Sự kiện"),
        _("Bước"),
        _("Người"),
        _("Thay cho"),
        _("Nội dung ghi"),
        _("Mã niêm"),
    )
    rows = (
        (
            view.code,
            event.sequence,
            f"{local_moment(event.at):%d/%m/%Y %H:%M:%S}",
            event.kind,
            _step(view, event.element),
            person_name(event.actor, event.at),
            told_in_name_of(json.loads(event.data), event.at),
            event.data,
            event.hash,
        )
        for event in record.events
    )
    return csv_answer(f"{view.code}.csv", heads, rows)


def _printing(instance: UUID) -> Printing:
    with reading() as session:
        view = instance_view(session, system().surroundings, viewer(), instance, now())
        record = case_record(session, viewer(), instance)
        head = letterhead(session, view.agency)
    persons = {event.actor for event in view.timeline} | {viewer().person, view.started_by}
    remember_names({person for person in persons if person is not None})
    return Printing(view=view, record=record, head=head, by=person_name(viewer().person), at=now())


def _recorded(instance: UUID) -> tuple[InstanceView, CaseRecord]:
    with reading() as session:
        view = instance_view(session, system().surroundings, viewer(), instance, now())
        record = case_record(session, viewer(), instance)
    named = {event.actor for event in record.events}
    named |= {principal_of(json.loads(event.data)) for event in record.events}
    remember_names({person for person in named if person is not None})
    return view, record


def _logged(view: InstanceView, record: CaseRecord, agency: str) -> LoggedCase:
    roles = {task.id: task.role or "" for task in view.tasks}
    events = tuple(
        LoggedEvent(
            sequence=event.sequence,
            at=event.at,
            kind=event.kind,
            step=_step(view, event.element),
            person=person_name(event.actor, event.at) if event.actor else "",
            role=roles.get(event.task, "") if event.task else "",
            task=str(event.task) if event.task else "",
            on_behalf_of=person_name(principal, event.at) if (principal := principal_of(data)) else "",
            decision=str(data.get("decision", "")) if principal else "",
        )
        for event in record.events
        for data in [json.loads(event.data)]
    )
    return LoggedCase(
        code=view.code, title=view.title, process=view.definition.name, agency=agency, events=events
    )


def _step(view: InstanceView, element: str | None) -> str:
    """The name of the element as the case's version knows it, or one before."""
    if element is None:
        return ""
    past = {activity.element_id: activity for activity in view.past}
    activity = view.definition.activities.get(element) or past.get(element)
    return (activity.name if activity else "") or element


def _file(content: bytes, media_type: str, name: str) -> Response:
    """A download that no cache keeps; codes of cases are plain letters, digits and hyphens."""
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-.") else "-" for sign in name)
    return Response(
        content,
        mimetype=media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{plain}"',
            "Cache-Control": "private, no-store",
        },
    )
