"""What is to be said of the forms of a bundle on the day from which it is to hold, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engine.domain.local_time import day_text
from engine.domain.text import fold
from qms.form_templates.rules import (
    KnownForm,
    NotedForm,
    TemplateStanding,
    noted_forms,
    standing_on,
    used_instead,
)


class Verdict(StrEnum):
    """How a form stands that notes a template."""

    FIT = "fit"
    DEAD = "dead"
    """Withdrawn, superseded, or not in force yet on the day."""
    ENDING = "ending"
    """In force on the day, and known to be superseded later."""
    UNKNOWN = "unknown"
    """The register has no such version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedForm:
    """A form of a bundle and what is wrong with its version; sentences without a final stop, empty if fit."""

    noted: NotedForm
    verdict: Verdict
    instead: KnownForm | None = None
    """The version to use in its place."""
    vi: str = ""
    en: str = ""


def judged_forms(files: Mapping[str, bytes], forms: Sequence[KnownForm], day: date) -> Iterator[JudgedForm]:
    """Each form that comes from a template, before the register on a day."""
    for noted in noted_forms(files, forms):
        yield _judged(noted, forms, day)


def dead_forms(files: Mapping[str, bytes], forms: Sequence[KnownForm], day: date) -> tuple[JudgedForm, ...]:
    """Those that may not be used on the day."""
    return tuple(one for one in judged_forms(files, forms, day) if one.verdict is Verdict.DEAD)


def _judged(noted: NotedForm, forms: Sequence[KnownForm], day: date) -> JudgedForm:
    form = noted.known
    if form is None:
        since = _shown_day(noted.valid_from)
        return JudgedForm(
            noted=noted,
            verdict=Verdict.UNKNOWN,
            vi=f"biểu mẫu “{noted.title}” ghi theo {noted.code} bản ngày {since}, là bản không có trong"
            " sổ biểu mẫu nên không biết còn hiệu lực hay không",
            en=f"the form “{noted.title}” names {noted.code} of {since}, a version that the"
            " register of forms does not have, so nobody knows whether it is in force",
        )
    if not form.holds_on(day):
        return _dead(noted, form, used_instead(forms, form, day), day)
    if form.valid_to is None:
        return JudgedForm(noted=noted, verdict=Verdict.FIT)
    return _ending(noted, form, form.valid_to, used_instead(forms, form, form.valid_to))


def _shown_day(text: str) -> str:
    """A day as forms write it in the way of the page; what is none stays."""
    try:
        return day_text(date.fromisoformat(text))
    except ValueError:
        return text


def _dead(noted: NotedForm, form: KnownForm, instead: KnownForm | None, day: date) -> JudgedForm:
    why_vi, why_en = {
        TemplateStanding.WITHDRAWN: ("đã bị thu hồi", "has been withdrawn"),
        TemplateStanding.TO_COME: (
            "chưa có hiệu lực vào ngày áp dụng",
            "is not in force yet on the day of effect",
        ),
    }.get(
        standing_on(form, day),
        ("không còn hiệu lực vào ngày áp dụng", "is no longer in force on the day of effect"),
    )
    named_vi, named_en = _named(form, instead)
    next_vi = f"hãy dùng {named_vi}" if instead else "hãy chọn mẫu khác"
    next_en = f"use {named_en}" if instead else "choose another"
    since = day_text(form.valid_from)
    return JudgedForm(
        noted=noted,
        verdict=Verdict.DEAD,
        instead=instead,
        vi=f"biểu mẫu “{noted.title}” theo {form.code} bản ngày {since} {why_vi}; {next_vi}",
        en=f"the form “{noted.title}” after {form.code} of {since} {why_en}; {next_en}",
    )


def _ending(noted: NotedForm, form: KnownForm, ends: date, instead: KnownForm | None) -> JudgedForm:
    named_vi, named_en = _named(form, instead)
    next_vi = f"từ đó dùng {named_vi}" if instead else "chưa có bản thay thế"
    next_en = f"from then on use {named_en}" if instead else "nothing replaces it yet"
    return JudgedForm(
        noted=noted,
        verdict=Verdict.ENDING,
        instead=instead,
        vi=f"biểu mẫu “{noted.title}” theo {form.code} bản ngày {day_text(form.valid_from)} chỉ có hiệu lực"
        f" đến trước ngày {day_text(ends)}; {next_vi}",
        en=f"the form “{noted.title}” after {form.code} of {day_text(form.valid_from)} holds only until"
        f" {day_text(ends)}; {next_en}",
    )


def _named(form: KnownForm, instead: KnownForm | None) -> tuple[str, str]:
    """The other version by its day, and by number and name where these changed."""
    if instead is None:
        return "", ""
    since = day_text(instead.valid_from)
    if fold(instead.name) == fold(form.name) and instead.code == form.code:
        return f"bản có hiệu lực từ {since}", f"the one in force since {since}"
    return (
        f"{instead.code} “{instead.name}” có hiệu lực từ {since}",
        f"{instead.code} “{instead.name}”, in force since {since}",
    )
