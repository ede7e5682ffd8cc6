"""A model whose form stops to hold: told at the check, refused at submission and again at publishing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from engine.domain.definition import Severity
from qms.designer.checking import check_draft
from qms.designer.refusals import SubmissionRefused
from qms.form_templates.judging import Verdict
from qms.form_templates.uses import dead_forms_of_draft, form_uses, models_with_dead_forms
from tests.engine.cases import incidents
from tests.engine.repairs import move, place
from tests.office import Office
from tests.qms.designer.drawing_office import P05, approved, row, submitted, versions
from tests.qms.form_templates.register_office import begun_with, recorded, withdrawn


@pytest.fixture(name="office")
def drawing_office(office: Office) -> Office:
    office.deploy(P05)
    return office


def test_a_draft_with_a_form_that_does_not_hold_on_its_day_is_told_and_not_taken(office: Office) -> None:
    recorded(office)
    draft, day = begun_with(office), office.today + timedelta(days=7)
    recorded(office, day)
    (told,) = (
        one
        for one in check_draft(office.system, office.viewer("thuky"), draft, office.now).findings
        if one.rule.startswith("form-")
    )
    assert (told.rule, told.severity) == ("form-template-ending", Severity.WARNING)
    assert "30/11/2026" in told.message_vi
    with pytest.raises(SubmissionRefused):
        submitted(office, draft, day)
    assert row(office, draft).state == "draft"
    submitted(office, draft, day - timedelta(days=1))


def test_a_form_withdrawn_after_the_submission_stops_the_publishing_and_nothing_is_lost(
    office: Office,
) -> None:
    template = recorded(office)
    draft = begun_with(office)
    case = submitted(office, draft)
    withdrawn(office, template.id)
    with office.system.store.reading() as session:
        (dead,) = dead_forms_of_draft(session, row(office, draft), office.today)
    assert "đã bị thu hồi" in dead.vi
    approved(office, case.instance, office.today)
    for _retry in range(6):
        office.clock.move_to(office.now + timedelta(hours=6))
        office.work()
    (incident,) = incidents(office, case.instance)
    assert "đã bị thu hồi" in incident.message_vi
    assert "Trả về bản thảo" in incident.message_vi
    assert (versions(office), row(office, draft).state) == ([], "in_review")
    move(office, case.instance, place(office, case.instance, "BanHanh"), "TraLai")
    office.work()
    assert (row(office, draft).state, office.instance(case.instance).state) == ("draft", "completed")


def test_a_published_model_whose_form_was_superseded_since_is_listed_with_the_new_version(
    office: Office,
) -> None:
    recorded(office)
    approved(office, submitted(office, begun_with(office)).instance, office.today)
    secretary = office.viewer("thuky")
    day = office.today + timedelta(days=30)
    recorded(office, day)
    with office.system.store.behind(secretary).reading() as session:
        assert models_with_dead_forms(session, secretary, office.today) == ()
        assert [use.judged.verdict for use in form_uses(session, secretary, office.today)] == [Verdict.ENDING]
        (use,) = models_with_dead_forms(session, secretary, day)
    assert (use.draft, use.version, use.judged.noted.title) == (None, 1, "Phieu")
    assert use.judged.instead is not None
    assert use.judged.instead.valid_from == day == date(2026, 12, 23)
