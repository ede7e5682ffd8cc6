"""Rules about what a model rests on: legal documents that are alive, forms in the version of the day."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Final

from engine.domain.bundle import FORMS_FOLDER
from engine.domain.definition import LegalRef, Severity
from engine.domain.local_time import day_text
from qms.designer.lint_office import KnownDocument, KnownForm, form_key
from qms.designer.linting import Found, Linted, LintRule
from qms.documents.rules import number_key

TEMPLATE: Final = "template"
"""Where a form says from which template it was copied: {"code", "valid_from"}."""


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


def _forms(linted: Linted) -> Iterator[tuple[str, str, KnownForm]]:
    """Path, title and template version of the forms of the bundle that are known to come from one."""
    by_content = {form.sha256: form for form in linted.office.forms}
    for path, content in sorted(linted.bundle.files.items()):
        if not path.startswith(FORMS_FOLDER):
            continue
        try:
            raw = json.loads(content)
        except (ValueError, RecursionError):
            continue
        named = _named(linted, raw) if isinstance(raw, dict) else None
        form = named or by_content.get(hashlib.sha256(content).hexdigest())
        if form is not None:
            title = raw.get("title") if isinstance(raw, dict) else None
            yield path, title if isinstance(title, str) and title else path, form


def _named(linted: Linted, raw: dict[str, object]) -> KnownForm | None:
    noted = raw.get(TEMPLATE)
    if not isinstance(noted, dict):
        return None
    code, since = form_key(str(noted.get("code", ""))), str(noted.get("valid_from", ""))
    versions = [form for form in linted.office.forms if form_key(form.code) == code]
    return next((form for form in versions if form.valid_from.isoformat() == since), None)


def _dead_form(linted: Linted) -> Iterator[Found]:
    for path, title, form in _forms(linted):
        if form.holds_on(linted.office.day):
            continue
        now = [
            other
            for other in linted.office.forms
            if form_key(other.code) == form_key(form.code) and other.holds_on(linted.office.day)
        ]
        why_vi = "đã bị thu hồi" if form.withdrawn else "không có hiệu lực vào ngày áp dụng"
        why_en = "has been withdrawn" if form.withdrawn else "is not in force on the day of effect"
        next_vi = (
            f"; hãy dùng bản có hiệu lực từ {day_text(now[0].valid_from)}" if now else "; hãy chọn mẫu khác"
        )
        next_en = f"; use the one in force since {day_text(now[0].valid_from)}" if now else "; choose another"
        since = day_text(form.valid_from)
        yield Found(
            element=_step_with(linted, path),
            vi=f"biểu mẫu “{title}” theo {form.code} bản ngày {since} {why_vi}{next_vi}",
            en=f"the form “{title}” after {form.code} of {since} {why_en}{next_en}",
        )


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
)
