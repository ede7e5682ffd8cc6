"""The register of forms: what ships, what an office adds and withdraws, who may, and what rests on it."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from engine.domain.errors import Refusal
from engine.domain.forms import FormRefused
from engine.domain.refusals import NotAuthorised
from engine.store.tables import AuditEvent
from qms.demo_office.loading import agency_id
from qms.designer.tables import FormTemplate
from qms.form_templates.judging import Verdict
from qms.form_templates.queries import form_template_content, form_template_view
from qms.form_templates.refusals import (
    FormTemplateNotFound,
    TemplateDayUnfit,
    TemplateIncomplete,
    TemplateUnreadable,
    TemplateVersionTaken,
    TemplateWithdrawalIncomplete,
    TemplateWithdrawnAlready,
)
from qms.form_templates.rules import TemplateStanding
from qms.form_templates.seeding import enter_shipped_form_templates
from qms.form_templates.uses import form_uses, models_with_dead_forms
from tests.engine.cases import AGENCY
from tests.office import Office
from tests.qms.designer.drawing_office import FORM
from tests.qms.form_templates.register_office import (
    KEPT_FROM,
    OWN,
    begun_with,
    in_force,
    keeping,
    listed,
    recorded,
    withdrawn,
)

OTHER = "SKHCN-TN"


def test_the_shipped_slips_hold_by_the_day_and_are_entered_once(office: Office) -> None:
    codes = [one.code for one in in_force(office, office.today)]
    assert codes == [f"Mẫu {number:02}" for number in range(1, 8)]
    assert len(in_force(office, date(2025, 9, 14))) == 6
    assert in_force(office, date(2018, 1, 1)) == []
    (control,) = in_force(office, office.today, "phieu kiem soat")
    assert control.code == "Mẫu 06"
    assert enter_shipped_form_templates(office.system.store, office.now) == 0


def test_what_somebody_entered_or_withdrew_is_not_brought_back_by_an_upgrade(office: Office) -> None:
    store = office.system.store
    with store.transaction() as session:
        session.execute(
            update(FormTemplate)
            .where(FormTemplate.code == "Mẫu 01", FormTemplate.valid_to.is_(None))
            .values(withdrawn=True)
        )
        rows = session.scalars(select(FormTemplate).where(FormTemplate.code == "Mẫu 02"))
        newer = max(rows, key=lambda row: row.valid_from)
        newer.valid_from = newer.valid_from + timedelta(days=47)
        for row in session.scalars(select(FormTemplate).where(FormTemplate.code == "Mẫu 07")):
            session.delete(row)
    assert enter_shipped_form_templates(store, office.now) == 1
    assert {one.code for one in in_force(office, office.today)} == {f"Mẫu {each:02}" for each in range(2, 8)}


def test_a_new_version_ends_the_former_on_its_first_day_and_says_by_whom(office: Office) -> None:
    first = recorded(office)
    day = date(2026, 12, 1)
    second = recorded(office, day, code="bm-7", name="Phiếu xử lý hồ sơ")
    assert (second.former, second.former_from) == (first.id, KEPT_FROM)
    (before,) = in_force(office, day - timedelta(days=1), "phieu xu ly")
    (after,) = in_force(office, day, "phieu xu ly")
    assert (before.id, before.valid_to, after.id) == (first.id, day, second.id)
    assert after.code == OWN  # one spelling
    with office.system.store.reading() as session:
        kept = session.scalars(select(AuditEvent).where(AuditEvent.kind == "form_template.added")).all()
        view = form_template_view(session, office.viewer("giabao"), first.id)
    assert [json.loads(one.data)["template"] for one in kept] == [str(first.id), str(second.id)]
    assert [one.id for one in view.versions] == [second.id, first.id]
    assert [one.id for one in listed(office, standing=TemplateStanding.TO_COME)] == [second.id]


def test_a_form_of_the_office_is_nobody_elses(office: Office) -> None:
    mine = recorded(office)
    assert not in_force(office, office.today, OWN, agency=OTHER)
    with office.system.store.reading() as session:
        line, content = form_template_content(session, agency_id(AGENCY), mine.id)
        assert json.loads(content)["template"] == {"code": OWN, "valid_from": "2026-01-01"}
        assert line.own
        with pytest.raises(FormTemplateNotFound):
            form_template_content(session, agency_id(OTHER), mine.id)


@pytest.mark.parametrize(
    ("keeper", "common", "may"),
    [
        ("thuky", False, True),
        ("chanhvp", False, True),
        ("quantri", False, False),
        ("giabao", False, False),
        ("thuky", True, False),
        ("quantri", True, False),
        ("quantriso", True, True),
    ],
)
def test_the_secretary_keeps_the_offices_forms_and_the_overseer_everybodys(
    office: Office,
    keeper: str,
    common: bool,  # noqa: FBT001 - parameters of a table
    may: bool,  # noqa: FBT001 - likewise
) -> None:
    by = keeping(office, keeper, common=common)
    if not may:
        with pytest.raises(NotAuthorised):
            recorded(office, keeper=by)
        return
    made = recorded(office, keeper=by)
    assert [one.own for one in listed(office, OWN)] == [not common]
    if common:
        with pytest.raises(FormTemplateNotFound):
            withdrawn(office, made.id)
    withdrawn(office, made.id, by)
    assert in_force(office, office.today, OWN) == []


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", TemplateUnreadable),
        (b"[]", TemplateUnreadable),
        (b'{"components": [' + b" " * 600_000 + b"]}", TemplateUnreadable),
        (b'{"id": "a", "components": []}', FormRefused),
        (FORM.replace(b"textfield", b"script"), FormRefused),
    ],
)
def test_what_is_no_form_is_not_recorded(office: Office, content: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        recorded(office, content=content)
    assert listed(office, OWN) == []


def test_versions_follow_each_other_and_a_withdrawn_one_is_followed_by_the_next(office: Office) -> None:
    first = recorded(office)
    with pytest.raises(TemplateVersionTaken):
        recorded(office)
    with pytest.raises(TemplateDayUnfit):
        recorded(office, KEPT_FROM - timedelta(days=1))
    with pytest.raises(TemplateIncomplete):
        recorded(office, name="  ")
    wrong = recorded(office, date(2026, 9, 1))
    with pytest.raises(TemplateWithdrawalIncomplete):
        withdrawn(office, wrong.id, reason=" ")
    withdrawn(office, wrong.id)
    with pytest.raises(TemplateWithdrawnAlready):
        withdrawn(office, wrong.id)
    assert in_force(office, date(2026, 9, 1), OWN) == []  # what it superseded does not come back
    right = recorded(office, date(2026, 10, 1))
    assert right.former == first.id
    assert [one.id for one in in_force(office, date(2026, 9, 30), OWN)] == [first.id]
    with office.system.store.behind(office.viewer("giabao")).reading() as session:
        told = form_template_view(session, office.viewer("giabao"), wrong.id).withdrawal
    assert told is not None
    assert (told.decision, told.reason) == ("13/QĐ-VP", "Sai mẫu")


def test_the_register_knows_which_drafts_use_which_version(office: Office) -> None:
    first = recorded(office)
    draft = begun_with(office)
    withdrawn(office, first.id)
    with office.system.store.behind(office.viewer("thuky")).reading() as session:
        (use,) = form_uses(session, office.viewer("thuky"), office.today)
        assert models_with_dead_forms(session, office.viewer("thuky"), office.today) == ()
    assert (use.draft, use.judged.verdict, use.judged.noted.path) == (draft, Verdict.DEAD, "forms/phieu.json")
    with office.system.store.behind(office.viewer("giabao")).reading() as session:
        assert form_uses(session, office.viewer("giabao"), office.today) == ()
