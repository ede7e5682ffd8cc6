"""Rules about what a model rests on: legal documents that are alive, forms in the version of the day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from engine.domain.bundle import FORMS_FOLDER
from engine.domain.definition import LegalRef, Severity
from engine.domain.local_time import day_text
from qms.designer.lint_office import KnownDocument
from qms.designer.linting import Found, Linted, LintRule
from qms.documents.rules import number_key
from qms.form_templates.judging import Verdict, judged_forms


def _references(linted: Linted) -> Iterator[tuple[str | None, LegalRef, KnownDocument | None]]:
    said: list[tuple[str | None, LegalRef]] = [(None, ref) for ref in linted.definition.legal_basis]
    for activity in linted.definition.activities.values():
        said += [(activity.element_id, ref) for ref in activity.legal_basis]
    for element, ref in said:
        yield element, ref, linted.office.documents.get(number_key(ref.doc))


def _no_basis(linted: Linted) -> Iterator[Found]:
    if not any(True for _found in _references(linted)):
        yield Found(
            vi="chưa ghi căn cứ pháp lý nào; hãy ghi văn bản, điều, khoản làm căn cứ của quy trình",
            en="no legal basis is named; enter the documents and articles that the procedure rests on",
        )


def _replaced(linted: Linted) -> Iterator[Found]:
    for element, ref, known in _references(linted):
        if known is not None and known.replaced_by:
            by = ", ".join(known.replaced_by)
            yield Found(
                element=element,
                vi=f"căn cứ {ref.doc} đã được thay thế bằng {by}; hãy sửa căn cứ theo văn bản mới",
                en=f"the legal basis {ref.doc} has been replaced by {by}; rest it on the new document",
            )


def _expired(linted: Linted) -> Iterator[Found]:
    day = linted.office.day
    for element, ref, known in _references(linted):
        if known is None or known.replaced_by or known.expires_on is None:
            continue
        if known.expires_on <= day:
            since = day_text(known.expires_on)
            yield Found(
                element=element,
                vi=f"căn cứ {ref.doc} hết hiệu lực từ ngày {since}; hãy thay bằng căn cứ còn hiệu lực",
                en=f"the legal basis {ref.doc} is no longer in force since {since}; name one that is",
            )


def _not_yet(linted: Linted) -> Iterator[Found]:
    for element, ref, known in _references(linted):
        if known is not None and known.effective_on is not None and known.effective_on > linted.office.day:
            since = day_text(known.effective_on)
            yield Found(
                element=element,
                vi=f"căn cứ {ref.doc} đến ngày {since} mới có hiệu lực, sau ngày áp dụng quy trình",
                en=f"the legal basis {ref.doc} takes effect on {since}, after the procedure does",
            )


def _unregistered(linted: Linted) -> Iterator[Found]:
    said: set[str] = set()
    for element, ref, known in _references(linted):
        if known is None and number_key(ref.doc) not in said:
            said.add(number_key(ref.doc))
            yield Found(
                element=element,
                vi=f"căn cứ {ref.doc} chưa có trong sổ văn bản nên không biết còn hiệu lực hay không; hãy"
                " đăng ký"
                " văn bản",
                en=f"the legal basis {ref.doc} is not in the register, so nobody knows whether it is in"
                " force;"
                " register it",
            )


def _dead_form(linted: Linted) -> Iterator[Found]:
    yield from _judged(linted, Verdict.DEAD)


def _ending_form(linted: Linted) -> Iterator[Found]:
    yield from _judged(linted, Verdict.ENDING)


def _unknown_form(linted: Linted) -> Iterator[Found]:
    yield from _judged(linted, Verdict.UNKNOWN)


def _judged(linted: Linted, verdict: Verdict) -> Iterator[Found]:
    for one in judged_forms(linted.bundle.files, linted.office.forms, linted.office.day):
        if one.verdict is verdict:
            yield Found(element=_step_with(linted, one.noted.path), vi=one.vi, en=one.en)


def _step_with(linted: Linted, path: str) -> str | None:
    key = path.removeprefix(FORMS_FOLDER).removesuffix(".json")
    return next((step.element_id for step in linted.people_steps if step.form_key == key), None)


RULES: Final = (
    LintRule(
        code="legal-basis-missing",
        severity=Severity.ERROR,
        vi="Quy trình ghi căn cứ pháp lý.",
        en="The procedure names its legal basis.",
        check=_no_basis,
    ),
    LintRule(
        code="legal-reference-replaced",
        severity=Severity.ERROR,
        vi="Căn cứ chưa bị thay thế; nếu đã bị thì nêu văn bản mới.",
        en="No legal basis has been replaced; if it has, the new document is named.",
        check=_replaced,
    ),
    LintRule(
        code="legal-reference-expired",
        severity=Severity.ERROR,
        vi="Căn cứ còn hiệu lực vào ngày áp dụng.",
        en="Every legal basis is in force on the day of effect.",
        check=_expired,
    ),
    LintRule(
        code="legal-reference-not-yet",
        severity=Severity.ERROR,
        vi="Căn cứ đã có hiệu lực vào ngày áp dụng.",
        en="Every legal basis has taken effect by the day of effect.",
        check=_not_yet,
    ),
    LintRule(
        code="legal-reference-unregistered",
        severity=Severity.WARNING,
        vi="Căn cứ có trong sổ văn bản.",
        en="Every legal basis is in the register of legal documents.",
        check=_unregistered,
    ),
    LintRule(
        code="form-template-dead",
        severity=Severity.ERROR,
        vi="Biểu mẫu là bản còn hiệu lực vào ngày áp dụng.",
        en="Forms are of a version in force on the day of effect.",
        check=_dead_form,
    ),
    LintRule(
        code="form-template-ending",
        severity=Severity.WARNING,
        vi="Biểu mẫu không sắp bị thay thế; nếu có thì nêu bản mới và ngày.",
        en="No form is about to be superseded; if one is, the new version and its day are named.",
        check=_ending_form,
    ),
    LintRule(
        code="form-template-unknown",
        severity=Severity.WARNING,
        vi="Biểu mẫu ghi theo một bản có trong sổ biểu mẫu.",
        en="Forms name a version that the register of forms has.",
        check=_unknown_form,
    ),
)
