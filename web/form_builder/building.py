"""The page on which a form is built: fields, preview and properties; one act a request."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.bundle import MODEL_FILE
from engine.domain.definition import Finding
from engine.domain.errors import Conflict, FieldsInvalid, Invalid
from engine.domain.forms.editing import (
    ComponentGone,
    Place,
    at,
    moved,
    offered_at,
    same_component,
    with_added,
    without,
)
from engine.domain.forms.entering import changed, form_changed, shown_when
from engine.domain.forms.fields import FieldType
from engine.domain.forms.kinds import KINDS
from engine.domain.forms.raw_forms import FormTooLarge, FormUnreadable, RawForm, read_raw
from engine.domain.forms.references import mentioning
from engine.domain.identifiers import fresh_id
from qms.designer.acting import require_drawer
from qms.designer.form_files import Act, EditForm, UndoForm, edit_form, form_path, undo_form, uses_of
from qms.designer.locking import HoldDraft, hold_draft
from qms.designer.queries import draft_file, draft_view
from qms.designer.refusals import DraftBeingEdited, DraftFileNotFound
from web.designer.room import drawing, may_draw_models
from web.errors import sentence, status_of
from web.form_builder.room import blueprint, place_text, read_identity, read_place
from web.form_builder.showing import ENTRY, Typed, When, build, called
from web.form_builder.trying import PREVIEW, Tried, findings_of_form, options_for_trial, tried_values
from web.form_builder.words import kind_words
from web.names import person_name
from web.system import now, reading, system, viewer

_MANY_DIGITS: Final = 18
_WHEN: Final = ("when", "when_is", "when_value")
Page = str | Response | tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """How the page is to come back after a request."""

    selected: Place = ()
    notice: str = ""
    error: str = ""
    typed: Typed | None = None
    tried: Tried | None = None
    undone: int | None = None
    fresh: bool = False
    """Whether the component was just added, and its label is what is typed next."""
    takeable: bool = False
    """Whether somebody else has the draft open, whose right to draw may be taken over."""


@blueprint.get("/drafts/<uuid:draft>/forms/<name>", endpoint="form")
def form(draft: UUID, name: str) -> Page:
    """One form; to read alone for who does not draw, or once the draft is handed in."""
    findings: Sequence[Finding] = ()
    try:
        if request.args.get("check") == "1":
            findings = findings_of_form(draft, name)
        shown = _Shown(selected=read_place(request.args.get("field", "")), undone=_number("undone"))
        return _page(draft, name, shown, findings)
    except DraftFileNotFound:
        if not may_draw_models():
            raise
        return redirect(url_for(".forms", draft=draft, name=name, _anchor="new"), code=303)


@blueprint.post("/drafts/<uuid:draft>/forms/<name>", endpoint="form_act")
def act(draft: UUID, name: str) -> Page:
    """Add, move, take out, change, undo, or try what was typed into the preview."""
    selected = read_place(request.form.get("field", ""))
    try:
        shown = _acted(draft, name, selected)
    except DraftBeingEdited as refusal:
        held = _Shown(selected=selected, error=sentence(refusal), takeable=True)
        return _page(draft, name, held), status_of(refusal)
    except FieldsInvalid as refusal:
        wrong = _Shown(selected=selected, typed=_typed(refusal), error=sentence(refusal))
        return _page(draft, name, wrong), status_of(refusal)
    except (Invalid, Conflict) as refusal:
        return _page(draft, name, _Shown(selected=selected, error=sentence(refusal))), status_of(refusal)
    if request.headers.get("HX-Request") or shown.tried is not None:
        answer = make_response(_page(draft, name, shown))
        if shown.tried is None:
            answer.headers["HX-Replace-Url"] = _address(draft, name, shown)
        return answer
    if shown.notice:
        flash(shown.notice, "success")
    return redirect(_address(draft, name, shown), code=303)


def _acted(draft: UUID, name: str, selected: Place) -> _Shown:
    """Do the one act that the request names; who only reads may try the preview."""
    if "try" in request.form or any(sent.startswith(PREVIEW) for sent in request.form):
        return _Shown(selected=selected, tried=tried_values(draft, name))
    require_drawer(viewer())
    if "take" in request.form:
        hold_draft(system().store, HoldDraft(by=drawing(), draft=draft, take=True), now())
        return _Shown(selected=selected, notice=_("Bạn đang giữ quyền sửa bản thảo này."))
    if "undo" in request.form:
        undo = UndoForm(by=drawing(), draft=draft, name=name, before=_number("undone"))
        undone = undo_form(system().store, system().surroundings.directory, undo, now())
        return _Shown(notice=_("Đã hoàn tác."), undone=undone)
    for button, step in (("up", -1), ("down", 1)):
        if button in request.form:
            return _moved(draft, name, request.form[button], step)
    if "remove" in request.form:
        return _removed(draft, name, request.form["remove"])
    if "add" in request.form or "add_within" in request.form:
        return _added(draft, name)
    return _changed(draft, name, selected)


def _edit(draft: UUID, name: str, done: Act) -> None:
    edit = EditForm(by=drawing(), draft=draft, name=name, act=done)
    edit_form(system().store, system().surroundings.directory, edit, now())


def _moved(draft: UUID, name: str, button: str, step: int) -> _Shown:
    place, seen = read_identity(button)
    reached: list[Place] = []

    def move(raw: RawForm) -> RawForm:
        new, target = moved(raw, same_component(raw, place, seen).place, step)
        reached.append(target)
        return new

    _edit(draft, name, move)
    return _Shown(selected=reached[-1])


def _removed(draft: UUID, name: str, button: str) -> _Shown:
    place, seen = read_identity(button)
    told: list[str] = []

    def remove(raw: RawForm) -> RawForm:
        here = same_component(raw, place, seen)
        new, key = without(raw, here.place), here.raw.get("key")
        left = mentioning(new, key) if isinstance(key, str) else ()
        told.append(_("Đã bỏ “%(label)s”. Bấm “Hoàn tác” nếu bỏ nhầm.", label=called(here)))
        if left:
            names = ", ".join(f"“{called(each)}”" for each in left)
            told.append(_("Điều kiện của %(names)s vẫn nhắc tới trường này.", names=names))
        return new

    _edit(draft, name, remove)
    return _Shown(notice=" ".join(told))


def _added(draft: UUID, name: str) -> _Shown:
    within = "add_within" in request.form
    place, seen = read_identity(request.form["add_within" if within else "add"])
    chosen = request.form.get("kind", "")
    if chosen not in set(FieldType):
        raise ComponentGone
    kind = FieldType(chosen)
    with force_locale("vi"):  # the words of a model are Vietnamese, whoever draws it
        label = kind_words()[kind]
    reached: list[Place] = []

    def add(raw: RawForm) -> RawForm:
        beside = same_component(raw, place, seen).place if place else ()
        new, target = with_added(raw, kind, label, beside=beside, within=within)
        reached.append(target)
        return new

    _edit(draft, name, add)
    return _Shown(selected=reached[-1], fresh=True)


def _changed(draft: UUID, name: str, selected: Place) -> _Shown:
    texts = _texts()
    seen = _seen()
    reached = [selected]

    def change(raw: RawForm) -> RawForm:
        typed = texts
        if "compose" in request.form:
            key, operator, text = (request.form.get(part, "") for part in _WHEN)
            condition = shown_when(raw, key, operator, text)
            here = same_component(raw, selected, seen).place
            reached.append(here)
            bare = {"type": seen.get("type"), "conditional": seen.get("conditional")}
            typed = {"conditional.hide": [condition] if condition else []}
            return changed(raw, here, bare, typed)
        if not selected:
            return form_changed(raw, seen, typed)
        reached.append(same_component(raw, selected, seen).place)
        return changed(raw, selected, seen, typed)

    _edit(draft, name, change)
    return _Shown(selected=reached[-1])


def _texts() -> dict[str, list[str]]:
    return {name.removeprefix(ENTRY): texts for name, texts in request.form.lists() if name.startswith(ENTRY)}


def _typed(refusal: FieldsInvalid) -> Typed:
    """What the inspector is to hold again; of the composer alone, what the component has."""
    if "compose" not in request.form:
        return Typed(texts=_texts(), errors=refusal.fields)
    key, operator, text = (request.form.get(part, "") for part in _WHEN)
    return Typed(texts=None, errors=refusal.fields, when=When(key=key, operator=operator, text=text))


def _seen() -> Mapping[str, Any]:
    try:
        seen = json.loads(request.form.get("seen", ""))
    except (ValueError, RecursionError):
        raise ComponentGone from None
    if not isinstance(seen, dict):
        raise ComponentGone
    return seen


def _number(name: str) -> int | None:
    text = request.values.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MANY_DIGITS else None


def _address(draft: UUID, name: str, shown: _Shown) -> str:
    return url_for(
        ".form",
        draft=draft,
        name=name,
        field=place_text(shown.selected) or None,
        undone=shown.undone,
        _anchor=None if request.headers.get("HX-Request") else "builder",
    )


def _page(draft: UUID, name: str, shown: _Shown, findings: Sequence[Finding] = ()) -> str:
    with reading() as session:
        view = draft_view(session, viewer(), draft, now())
        content, _revision = draft_file(session, viewer(), draft, form_path(name))
        drawn, _revision = draft_file(session, viewer(), draft, MODEL_FILE)
    raw, unreadable = _readable(content)
    built = build(raw, shown.selected, typed=shown.typed, findings=findings)
    here = at(raw, shown.selected) if shown.selected else None
    other = view.line.editor if view.line.editor not in {None, viewer().person} else None
    return render_template(
        "form_builder/form.html",
        draft=view,
        name=name,
        raw=raw,
        built=built,
        unreadable=unreadable,
        editable=view.editable and not unreadable,
        uses=uses_of(drawn, name),
        offered=_offered(offered_at(raw, shown.selected)),
        within=_offered(here.holds) if here is not None else (),
        shown=shown,
        checked=request.args.get("check") == "1",
        other_editor=person_name(other) if other else "",
        me=viewer().person,
        render=fresh_id().hex[:8],
        prefix=PREVIEW,
        options=options_for_trial(built.preview),
    )


def _readable(content: bytes) -> tuple[RawForm, str]:
    try:
        return read_raw(content), ""
    except (FormUnreadable, FormTooLarge) as refusal:
        return {"components": []}, sentence(refusal)


def _offered(kinds: Sequence[FieldType]) -> list[tuple[str, str]]:
    words = kind_words()
    return [(kind.value, words.get(kind, kind.value)) for kind in kinds if kind in KINDS]
