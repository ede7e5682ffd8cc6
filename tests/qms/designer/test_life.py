"""The life of a version: handed in, reviewed and approved by different people, in force from its day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from engine.domain.bundle import MODEL_FILE
from engine.domain.errors import Refusal
from engine.domain.messages import EventKind
from engine.domain.refusals import ModelNotFound
from engine.execution.messages import starts_on
from engine.execution.publishing import Publication, checked, publish
from engine.store.tables import ModelVersion
from qms.demo_office.loading import agency_id, person_id
from qms.designer.checking import check_draft
from qms.designer.draft_files import assembled
from qms.designer.drafts import AmendVersion, amend_version
from qms.designer.own_keys import require_own_keys
from qms.designer.refusals import (
    DraftKeyDiffers,
    DraftNotOpen,
    EffectiveDayUnfit,
    ReviewerUnfit,
    SubmissionRefused,
    WithdrawnAlready,
)
from qms.designer.saving import draft_contents
from qms.designer.tables import ModelDraft, ModelDraftFile
from qms.designer.versions import Standing, WithdrawVersion, model_view, withdraw_version
from tests.engine.cases import AGENCY, bundle, grant, incidents
from tests.engine.mandates import delegate
from tests.office import Office
from tests.qms.designer.drawing_office import (
    HEAD,
    KEY,
    P05,
    REVIEWER,
    approval,
    approved,
    begun,
    by,
    drawing,
    reviewed,
    row,
    saved,
    submitted,
    versions,
)
from tests.web_browser import Browser
from web.app import create_app


@pytest.fixture(name="office")
def drawing_office(office: Office) -> Office:
    office.deploy(P05)
    return office


def start(office: Office, agency: str = AGENCY) -> int:
    """The number of the version by which a case that begins now runs."""
    command = StartProcess(
        key=KEY, agency=agency_id(agency), series="THU", variables={}, actor=Actor.system()
    )
    case = start_process(office.system.store, office.system.surroundings, command, office.now).instance
    with office.system.store.reading() as session:
        return session.get_one(ModelVersion, office.instance(case).model_version_id).version


def published(office: Office, effective_from: date | None = None) -> None:
    """A first version."""
    draft = begun(office)
    approved(office, submitted(office, draft).instance, effective_from or office.today)


def test_three_people_make_a_version_that_holds_from_its_day_for_their_agency(office: Office) -> None:
    draft, day = begun(office), office.today + timedelta(days=7)
    case = submitted(office, draft, day)
    with pytest.raises(DraftNotOpen):
        saved(office, draft, drawing("Khác"), 1)
    approved(office, case.instance, day)
    (version,) = versions(office)
    made = row(office, draft)
    assert (made.state, made.version_id, made.bundle_hash) == ("published", version.id, version.bundle_hash)
    assert (version.agency_id, version.effective_from) == (agency_id(AGENCY), day)
    assert version.deployed_by == person_id(HEAD)
    with pytest.raises(ModelNotFound):
        start(office)
    office.clock.move_to(office.now + timedelta(days=7))
    assert start(office) == 1
    with pytest.raises(ModelNotFound):
        start(office, "SKHCN-TN")


def test_a_newer_version_takes_new_cases_from_its_day_and_running_ones_stay(office: Office) -> None:
    published(office)
    assert start(office) == 1
    day = office.today + timedelta(days=3)
    draft = amend_version(office.system.store, AmendVersion(by=by(office), key=KEY), office.now)
    saved(office, draft, drawing("Bước mới"), row(office, draft).revision)
    office.clock.move_to(office.now + timedelta(minutes=5))
    approved(office, submitted(office, draft, day).instance, day)
    assert start(office) == 1
    office.clock.move_to(office.now + timedelta(days=3))
    assert start(office) == 2
    with office.system.store.reading() as session:
        view = model_view(session, office.viewer("thuky"), KEY, office.today)
    assert [(one.version, one.standing, one.running) for one in view.versions] == [
        (2, Standing.IN_FORCE, 1),
        (1, Standing.SUPERSEDED, 2),
    ]
    assert (view.versions[0].reviewer, view.versions[0].approver) == (person_id(REVIEWER), person_id(HEAD))


def test_what_was_changed_after_it_was_handed_in_is_not_published(office: Office) -> None:
    draft = begun(office)
    case = submitted(office, draft)
    with office.system.store.transaction() as session:
        session.execute(
            update(ModelDraftFile)
            .where(ModelDraftFile.draft_id == draft, ModelDraftFile.path == MODEL_FILE)
            .values(content=drawing("Lén sửa"))
        )
    approved(office, case.instance, office.today)
    for _retry in range(6):
        office.clock.move_to(office.now + timedelta(hours=6))
        office.work()
    assert versions(office) == []
    assert len(incidents(office, case.instance)) == 1


def test_who_drew_does_not_review_and_who_reviewed_does_not_approve(office: Office) -> None:
    draft = begun(office)
    with pytest.raises(ReviewerUnfit):
        submitted(office, draft, reviewer="thuky")
    with pytest.raises(ReviewerUnfit):
        submitted(office, draft, reviewer="socv")
    grant(office, REVIEWER, "LD_CQ")
    case = submitted(office, draft)
    reviewed(office)
    (task,) = (one for one in office.tasks(case.instance) if one.element_id == "PheDuyet")
    browser = Browser(create_app(office.system))
    browser.sign_in(REVIEWER)
    page = browser.get(f"/tasks/{task.id}").text
    assert "Việc đang chờ người nhận" not in page, "what would be refused is not offered"
    assert "Bạn đã thực hiện bước" in page
    with pytest.raises(Refusal):
        office.claim(REVIEWER, task.id)
    with pytest.raises(Refusal):
        office.complete(REVIEWER, task.id, approval(office, office.today))
    assert versions(office) == []


def test_what_is_sent_back_is_drawn_further_and_handed_in_again(office: Office) -> None:
    draft = begun(office)
    case = submitted(office, draft)
    task = office.task(REVIEWER, "Xem xét")
    office.claim(REVIEWER, task)
    office.complete(REVIEWER, task, {"ket_luan_xem_xet": "tra_lai", "ly_do_xem_xet": "Thiếu nhánh từ chối."})
    office.work()
    assert (row(office, draft).state, office.instance(case.instance).state) == ("draft", "completed")
    saved(office, draft, drawing("Sửa lại"), 1)
    office.clock.move_to(office.now + timedelta(minutes=5))
    approved(office, submitted(office, draft).instance, office.today)
    assert len(versions(office)) == 1


def test_a_draft_with_errors_is_not_handed_in(office: Office) -> None:
    draft = begun(office)
    saved(office, draft, drawing().replace(b'targetRef="e"', b'targetRef="mat"'), 1)
    with pytest.raises(SubmissionRefused):
        submitted(office, draft)
    assert row(office, draft).state == "draft"


@pytest.mark.parametrize("key", ["QMS_P06_CAP_NHAT_VBQPPL", "QT_KHAC"])
def test_a_drawing_that_took_another_key_is_neither_handed_in_nor_published(office: Office, key: str) -> None:
    draft = begun(office)
    saved(office, draft, drawing().replace(KEY.encode(), key.encode()), 1)
    with pytest.raises(SubmissionRefused):
        submitted(office, draft)
    proof = check_draft(office.system, by(office).viewer, draft, office.now)
    assert {each.rule for each in proof.errors} == {"model-key-differs"} | (
        set() if key == "QT_KHAC" else {"model-key-taken"}
    )
    with office.system.store.reading() as session:
        bundle = assembled(draft_contents(session, draft))
        with pytest.raises(DraftKeyDiffers):
            require_own_keys(session, session.get_one(ModelDraft, draft), bundle)


def test_a_version_never_begins_before_today_or_before_the_one_it_follows(office: Office) -> None:
    published(office, office.today + timedelta(days=30))
    office.clock.move_to(office.now + timedelta(days=30))
    draft = amend_version(office.system.store, AmendVersion(by=by(office), key=KEY), office.now)
    with pytest.raises(EffectiveDayUnfit):
        submitted(office, draft, office.today - timedelta(days=1))


def test_a_withdrawn_version_starts_no_case_and_brings_the_one_before_it_not_back(office: Office) -> None:
    published(office)
    running = start(office)
    (version,) = versions(office)

    def withdraw(username: str) -> None:
        command = WithdrawVersion(
            by=by(office, username),
            version=version.id,
            withdrawn_from=office.today + timedelta(days=1),
            decision="9/QĐ-VP",
            reason="Bãi bỏ thủ tục",
        )
        withdraw_version(office.system.store, command, office.now)

    with pytest.raises(Refusal):
        withdraw("thuky")
    withdraw(HEAD)
    with pytest.raises(WithdrawnAlready):
        withdraw(HEAD)
    assert start(office) == running
    office.clock.move_to(office.now + timedelta(days=1))
    with pytest.raises(ModelNotFound):
        start(office)
    with office.system.store.reading() as session:
        (view,) = model_view(session, office.viewer("thuky"), KEY, office.today).versions
    assert (view.standing, view.running) == (Standing.WITHDRAWN, 2)


def test_who_acts_in_the_heads_name_approves_and_an_author_does_so_in_nobodys(office: Office) -> None:
    delegate(office, HEAD, "vanthu", roles=("LD_CQ",))
    delegate(office, "phochanhvp", "thuky", roles=("LD_CQ",), decision="13/QĐ-VP")
    draft = begun(office)
    case = submitted(office, draft)
    reviewed(office)
    (task,) = (one for one in office.tasks(case.instance) if one.element_id == "PheDuyet")
    with pytest.raises(Refusal):
        office.claim("thuky", task.id)
    office.claim("vanthu", task.id)
    office.complete("vanthu", task.id, approval(office, office.today))
    office.work()
    (version,) = versions(office)
    assert version.deployed_by == person_id("vanthu")


def test_a_message_starts_a_case_of_the_version_in_force_for_the_agency_alone(office: Office) -> None:
    day = office.today + timedelta(days=2)
    model = bundle("s:start message Yeu_cau\n e:end\n s > e", {}, key="QT_NHAN_TIN")
    with office.system.store.transaction() as session:
        models = checked(model, office.system.surroundings.operators)
        publication = Publication(actor=Actor.system(), agency=agency_id(AGENCY), effective_from=day)
        publish(session, models, model, publication, office.now)

    def starting(agency: str, on: date) -> int:
        with office.system.store.reading() as session:
            return len(starts_on(session, EventKind.MESSAGE, "Yeu_cau", agency_id(agency), on))

    assert starting(AGENCY, office.today) == 0
    assert starting(AGENCY, day) == 1
    assert starting("SKHCN-TN", day) == 0
