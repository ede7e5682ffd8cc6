"""An office that keeps its forms: versions recorded, withdrawn, and noted by what it draws."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

from engine.domain.bundle import MODEL_FILE
from qms.demo_office.loading import agency_id
from qms.designer.drafts import CreateDraft, create_draft
from qms.form_templates.acting import Keeping
from qms.form_templates.adding import AddedTemplate, AddFormTemplate, add_form_template
from qms.form_templates.queries import (
    FormTemplateLine,
    WantedTemplates,
    form_templates,
    form_templates_in_force,
)
from qms.form_templates.rules import TemplateStanding
from qms.form_templates.withdrawing import WithdrawFormTemplate, withdraw_form_template
from tests.engine.cases import AGENCY
from tests.office import Office
from tests.qms.designer.drawing_office import FORM, KEY, by, drawing

OWN = "BM-07"
KEPT_FROM = date(2026, 1, 1)


def keeping(office: Office, username: str = "thuky", *, common: bool = False) -> Keeping:
    """Who keeps the register."""
    return Keeping(viewer=office.viewer(username), origin="test", common=common)


def recorded(
    office: Office,
    valid_from: date = KEPT_FROM,
    *,
    code: str = OWN,
    keeper: Keeping | None = None,
    name: str = "Phiếu xử lý",
    content: bytes = FORM,
) -> AddedTemplate:
    """A version of a form."""
    command = AddFormTemplate(
        by=keeper or keeping(office),
        code=code,
        name=name,
        legal_basis="12/QĐ-VP",
        valid_from=valid_from,
        content=content,
    )
    return add_form_template(office.system.store, command, office.now)


def withdrawn(office: Office, template: UUID, keeper: Keeping | None = None, reason: str = "Sai mẫu") -> None:
    """Withdraw a version."""
    command = WithdrawFormTemplate(
        by=keeper or keeping(office), template=template, decision="13/QĐ-VP", reason=reason
    )
    withdraw_form_template(office.system.store, command, office.now)


def begun_with(office: Office, valid_from: date = KEPT_FROM, code: str = OWN) -> UUID:
    """A draft whose form notes a version."""
    form = {**json.loads(FORM), "template": {"code": code, "valid_from": valid_from.isoformat()}}
    files = {MODEL_FILE: drawing(), "forms/phieu.json": json.dumps(form, ensure_ascii=False).encode()}
    command = CreateDraft(by=by(office), files=files, key=KEY, name="Cấp giấy")
    return create_draft(office.system.store, command, office.now)


def in_force(office: Office, day: date, text: str = "", agency: str = AGENCY) -> list[FormTemplateLine]:
    """What may be used on a day."""
    with office.system.store.reading() as session:
        return list(form_templates_in_force(session, agency_id(agency), day, text))


def listed(
    office: Office, words: str = "", standing: TemplateStanding | None = None, day: date | None = None
) -> list[FormTemplateLine]:
    """What a list shows."""
    with office.system.store.reading() as session:
        wanted = WantedTemplates(day=day or office.today, words=words, standing=standing)
        return list(form_templates(session, agency_id(AGENCY), wanted))
