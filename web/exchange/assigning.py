"""“Gửi công văn giao việc”: choose agencies, look at what will be sent, send one letter each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response

from engine.commands.store_file import StoreFile, store_file
from engine.domain.errors import Invalid, Refusal
from engine.domain.forms import HEAD_SIZE, bears_secrecy_mark, clean_file_name, media_type_of
from engine.domain.identifiers import parse_id
from qms.documents.queries import own_file
from qms.exchange.assigning import (
    TASK_NAMES,
    AssignByLetter,
    AssignedTask,
    addressees,
    assign_by_letter,
    require_assigner,
    require_complete,
)
from qms.exchange.refusals import LetterIncomplete
from qms.legal_time.imported_days import read_calendar_day
from web.errors import sentence, status_of
from web.exchange.views import blueprint
from web.outgoing.room import in_language
from web.system import now, origin, reading, system, today, viewer

_FIELDS: Final = ("viec", "nam", "han", "so", "ngay", "trich_yeu", "tep")
_YEARS: Final = (2014, 2200)


@blueprint.get("/giao-viec")
def assignment_form() -> str:
    """The letter and the agencies that it goes to."""
    require_assigner(viewer())
    return _form_page({"nam": str(today().year), "ngay": f"{today():%d/%m/%Y}"}, frozenset(), "")


@blueprint.post("/giao-viec/xem-truoc")
def assignment_preview() -> str | tuple[str, int]:
    """What will be sent to whom; what is missing comes back with all that was typed."""
    require_assigner(viewer())
    values, chosen = _typed(), _chosen()
    try:
        values["tep"] = _kept_file() or values["tep"]
        command = _command(values, chosen)
        require_complete(command, now())
    except Invalid as refusal:
        return _form_page(values, chosen, sentence(refusal)), status_of(refusal)
    with reading() as session:
        agencies = [one for one in addressees(session, viewer(), today()) if one.id in chosen]
        file = own_file(session, viewer(), command.file) if command.file else None
    return render_template(
        "exchange/preview.html",
        command=command,
        agencies=agencies,
        values=values,
        file=file,
        task=_name(command.task),
    )


@blueprint.post("/giao-viec")
def assign() -> Response | tuple[str, int]:
    """Send one letter to each of the agencies."""
    require_assigner(viewer())
    values, chosen = _typed(), _chosen()
    try:
        sent = assign_by_letter(system().store, _command(values, chosen), now())
    except Refusal as refusal:
        return _form_page(values, chosen, sentence(refusal)), status_of(refusal)
    flash(
        ngettext(
            "Đã gửi %(num)d công văn; biên nhận hiện ở đây.",
            "Đã gửi %(num)d công văn; biên nhận hiện ở đây.",
            len(sent),
        ),
        "success",
    )
    return redirect(url_for(".listing", chieu="di"), code=303)


def _form_page(values: Mapping[str, str], chosen: frozenset[UUID], error: str) -> str:
    with reading() as session:
        agencies = addressees(session, viewer(), today())
        named = parse_id(values.get("tep", ""))
        file = own_file(session, viewer(), named) if named else None
    return render_template(
        "exchange/form.html",
        values=values,
        chosen=chosen,
        agencies=agencies,
        file=file,
        error=error,
        tasks=[{"value": task.value, "label": _name(task)} for task in AssignedTask],
    )


def _typed() -> dict[str, str]:
    return {name: request.form.get(name, "").replace("\0", "").strip() for name in _FIELDS}


def _chosen() -> frozenset[UUID]:
    found = (parse_id(one) for one in request.form.getlist("co_quan"))
    return frozenset(one for one in found if one is not None)


def _command(values: Mapping[str, str], chosen: frozenset[UUID]) -> AssignByLetter:
    task = values["viec"] if values["viec"] in set(AssignedTask) else AssignedTask.PLAN
    return AssignByLetter(
        viewer=viewer(),
        origin=origin(),
        task=AssignedTask(task),
        year=_year(values["nam"]),
        due_on=_day(values["han"]),
        number=values["so"],
        dated_on=_day(values["ngay"]) or today(),
        subject=values["trich_yeu"],
        file=_own(values["tep"]),
        agencies=sorted(chosen),
    )


def _own(named: str) -> UUID | None:
    """The letter kept before, of the viewer's own agency."""
    found = parse_id(named)
    if found is None:
        return None
    with reading() as session:
        return own_file(session, viewer(), found).line.id


def _year(typed: str) -> int:
    year = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= len("2200") else 0
    if not _YEARS[0] <= year <= _YEARS[1]:
        raise LetterIncomplete("Ghi năm bằng bốn chữ số.", "Write the year with four digits.")
    return year


def _day(typed: str) -> date | None:
    return read_calendar_day(typed) if typed else None


def _kept_file() -> str:
    """Keep the signed letter that was handed in; raises LetterIncomplete."""
    upload = request.files.get("cong_van")
    if upload is None or not upload.filename:
        return ""
    name = clean_file_name(upload.filename)
    if bears_secrecy_mark(name):
        raise LetterIncomplete(
            "Tên tệp mang dấu độ mật nên không được tải lên.", "The file name bears a secrecy mark."
        )
    limit = current_app.config["FILE_LIMIT"]
    content = upload.stream.read(limit + 1)
    media_type = media_type_of(name, content[:HEAD_SIZE])
    if media_type is None or len(content) > limit:
        raise LetterIncomplete(
            f"Không nhận tệp “{name}”: cần pdf, docx, xlsx, png hoặc jpg không quá lớn.",
            f"The file “{name}” is not taken: pdf, docx, xlsx, png or jpg that is not too large.",
        )
    command = StoreFile(viewer=viewer(), name=name, media_type=media_type, content=content, task=None)
    return str(store_file(system().store, system().surroundings, command, now()))


def _name(task: AssignedTask) -> Any:
    return in_language(TASK_NAMES[task])
