"""Entering an expense with its voucher, and taking one back by a counter-entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import IO, Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.store_file import StoreFile, store_file
from engine.domain.errors import Conflict, FieldsInvalid
from engine.domain.forms import HEAD_SIZE, AttachedFile, Message, Submitted, media_type_of, validate
from engine.domain.identifiers import parse_id
from engine.domain.refusals import NotAuthorised
from engine.domain.values import Value
from qms.budget.expense_form import entry_from_form, expense_form
from qms.budget.expenses import RecordExpense, ReverseExpense, keeps_budget, record_expense, reverse_expense
from qms.budget.queries import BudgetRecord, ExpenseRecord, budget_record, estimate_lines, expense_of
from qms.budget.refusals import BudgetClosed
from qms.documents.queries import loose_files
from web.budget.room import blueprint, spent_words
from web.errors import sentence, status_of
from web.forms import read_submission
from web.forms.reading import ATTACHED
from web.system import now, origin, reading, system, today, viewer
from web.translation import language_of_request

FILE_FIELD: Final = "tep"
TECHNICAL: Final = frozenset({"csrf_token", "page"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the form: texts, files, and what is wrong with them."""

    values: Mapping[str, Sequence[str]] | None = None
    files: Mapping[str, Sequence[AttachedFile]] = field(default_factory=dict)
    errors: Mapping[str, Sequence[Message]] = field(default_factory=dict)
    refusal: str = ""


@blueprint.get("/<uuid:budget>/khoan-chi")
def new_expense(budget: UUID) -> str:
    """The empty form."""
    found, case = _asked(budget)
    return _page(found, case, Typed())


@blueprint.post("/<uuid:budget>/khoan-chi")
def enter_expense(budget: UUID) -> Response | tuple[str, int]:
    """Enter it; more than 80 % and more than 100 % of what was approved are told."""
    found, case = _asked(budget)
    submitted = _submitted()
    kept = {key: texts for key, texts in submitted.values.items() if key not in TECHNICAL}
    typed = Typed(values=kept, files=submitted.files)
    try:
        values = validate(expense_form(), submitted, case, technical=TECHNICAL)
        entry = entry_from_form(values, year=found.year, today=today())
        command = RecordExpense(viewer=viewer(), origin=origin(), budget=budget, entry=entry)
        standing = record_expense(system().store, command, now())
    except FieldsInvalid as refused:
        return _page(found, case, replace(typed, errors=refused.fields)), status_of(refused)
    except Conflict as refused:
        return _page(found, case, replace(typed, refusal=sentence(refused))), status_of(refused)
    flash(_("Đã ghi khoản chi."), "success")
    words, _tone = spent_words()[standing]
    if words:
        flash(words, "warning")
    return redirect(url_for(".detail", budget=budget), code=303)


@blueprint.get("/khoan-chi/<uuid:expense>/ghi-dao")
def reversal(expense: UUID) -> str:
    """Which expense is taken back, and why."""
    _require_keeper()
    return _reversal_page(expense, {})


@blueprint.post("/khoan-chi/<uuid:expense>/ghi-dao")
def reverse(expense: UUID) -> Response | tuple[str, int]:
    """Enter the opposite amount; the mistake stays to be seen."""
    _require_keeper()
    with reading() as session:
        budget, _record = expense_of(session, viewer(), expense)
    command = ReverseExpense(
        viewer=viewer(), origin=origin(), expense=expense, reason=request.form.get("reason", "")
    )
    try:
        reverse_expense(system().store, command, now())
    except FieldsInvalid as refused:
        english = language_of_request() == "en"
        errors = {key: words[0][1 if english else 0] for key, words in refused.fields.items()}
        return _reversal_page(expense, errors), status_of(refused)
    except Conflict as refused:
        return _reversal_page(expense, {}, sentence(refused)), status_of(refused)
    flash(_("Đã ghi đảo khoản chi."), "success")
    return redirect(url_for(".detail", budget=budget.id), code=303)


def _asked(budget: UUID) -> tuple[BudgetRecord, Mapping[str, Value]]:
    """The budget and the lines to choose from; raises NotAuthorised and BudgetClosed."""
    _require_keeper()
    with reading() as session:
        found = budget_record(session, viewer(), budget)
        lines = estimate_lines(session, viewer(), budget)
    if not found.open:
        raise BudgetClosed(found.year)
    choices: list[Value] = [{"value": str(one.id), "label": f"{one.ordinal}. {one.what}"} for one in lines]
    return found, {"cac_dong": choices}


def _require_keeper() -> None:
    if not keeps_budget(viewer()):
        raise NotAuthorised("ghi khoản chi", "enter expenses")


def _submitted() -> Submitted:
    """The request; a new upload is stored at once, so that no error loses it."""
    return read_submission(expense_form(), request, store=_keep, attached={FILE_FIELD: _attached()})


def _keep(name: str, stream: IO[bytes]) -> AttachedFile:
    content = stream.read()
    media_type = media_type_of(name, content[:HEAD_SIZE]) or ""
    command = StoreFile(viewer=viewer(), name=name, media_type=media_type, content=content, task=None)
    file_id = store_file(system().store, system().surroundings, command, now())
    return AttachedFile(id=str(file_id), name=name, size=len(content), media_type=media_type)


def _attached() -> list[AttachedFile]:
    """Of the files that the page names, those that this person uploaded and that are still loose."""
    named = (parse_id(text) for text in request.form.getlist(FILE_FIELD + ATTACHED))
    with reading() as session:
        files = loose_files(session, viewer(), [file for file in named if file is not None])
    return [
        AttachedFile(id=str(file.id), name=file.name, size=file.size, media_type=file.media_type)
        for file in files
    ]


def _file_url(file: str) -> str:
    return url_for("files.download", file=file)


def _page(found: BudgetRecord, case: Mapping[str, Value], typed: Typed) -> str:
    return render_template(
        "budget/expense.html", found=found, form=expense_form(), case=case, typed=typed, file_url=_file_url
    )


def _reversal_page(expense: UUID, errors: Mapping[str, str], refusal: str = "") -> str:
    with reading() as session:
        found: tuple[BudgetRecord, ExpenseRecord] = expense_of(session, viewer(), expense)
    return render_template(
        "budget/reversal.html",
        found=found[0],
        line=found[1],
        errors=errors,
        refusal=refusal,
        typed=request.form,
    )
