"""P10 on a real database: from a changed catalogue to a publication with its three proofs (A10)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError

from engine.commands.publish_message import PublishMessage, publish_message
from engine.domain.errors import FieldsInvalid
from engine.domain.identifiers import derived_id
from engine.runtime import RunningProcess
from engine.store.tables import Message
from qms.demo_office.loading import agency_id
from qms.documents.catalogue_changes import SCOPE_CHANGED, CatalogueMovedOn, ChangeCatalogue, change_catalogue
from qms.outgoing.tables import Dispatch
from qms.publications.register import lines_in_scope
from qms.publications.tables import Publication, PublicationScope
from tests.office import Office
from tests.qms.publications.publishing import (
    AGENCY,
    NEW,
    P10,
    approve,
    audited,
    begin,
    cases,
    changed,
    do,
    enter,
    photo,
    posting,
    publications,
    published,
    ready,
    reviewed,
    signed,
    web,
)


def confirm(office: Office, case: UUID) -> None:
    """The Department says that it received the decision."""
    with office.system.store.reading() as session:
        dispatch = session.scalars(select(Dispatch).where(Dispatch.instance_id == case)).one()
    command = PublishMessage(
        agency=agency_id(AGENCY),
        viewer=None,
        origin="test",
        name="So_xac_nhan",
        key=str(dispatch.id),
        payload={"tham_chieu": "Số đến 88"},
    )
    publish_message(office.system.store, command, office.now)
    office.work()


def confirm_scope(office: Office) -> None:
    """The scope as it is proposed."""
    task = office.task("thuky", "Xác nhận phạm vi công bố")
    with office.system.store.reading() as session:
        codes = session.scalars(
            text(
                "SELECT code FROM procedure WHERE agency_id = :agency"
                " AND (valid_to IS NULL OR valid_to > :day) ORDER BY code"
            ).bindparams(agency=agency_id(AGENCY), day=office.today)
        )
        typed = "\n".join(codes)
    office.complete("thuky", task, {"pham_vi": typed})


def test_a_procedure_added_to_the_catalogue_is_published_with_receipt_posting_and_address_only(
    office: Office,
) -> None:
    ready(office)
    published(office)
    assert enter(office, NEW).starts_on == (office.today,)
    office.work()
    (second,) = cases(office)
    assert office.instance(second).title == "Công bố lại hệ thống quản lý chất lượng"

    missing = office.task("thuky", "Xử lý điều kiện còn thiếu")
    with office.system.store.reading() as session:
        assert "1.014000" in str(_variables(office, second)["dieu_kien_thieu"])
        assert (
            session.scalars(select(PublicationScope).where(PublicationScope.code == "1.014000")).first()
            is None
        )
    approve(office, "1.014000", second)
    answers = {"huong_xu_ly": "kiem_tra_lai", "bien_phap_bo_sung": "Đã ban hành quy trình lần 01."}
    office.complete("thuky", missing, answers)
    assert "Thêm (1):\n- 1.014000" in str(_variables(office, second)["chenh_lech_pham_vi"])

    confirm_scope(office)
    signed(office)
    do(office, "thuky", "Đăng trang thông tin điện tử", web(office))
    assert office.instance(second).state == "running", "no receipt, no posting"
    do(office, "vanthu", "Niêm yết tại trụ sở", posting(office), {"anh_niem_yet": photo(office)})
    assert office.instance(second).state == "running", "no receipt"
    confirm(office, second)
    assert office.instance(second).state == "completed"

    old, new = publications(office)
    assert (old.state, new.state) == ("bi_thay", "da_cong_bo")
    assert (new.kind, new.trigger, new.published_on) == ("cong_bo_lai", "pham_vi_thay_doi", office.today)
    assert new.decision_id
    assert new.dispatch_id
    assert new.posted_file_id
    with office.system.store.reading() as session:
        rows = session.scalars(
            select(PublicationScope).where(PublicationScope.publication_id == new.id)
        ).all()
        changes = {row.code: row.change for row in rows}
        assert len(lines_in_scope(session, new.id)) == 11
    assert changes.pop("1.014000") == "them"
    assert set(changes.values()) == {"giu_nguyen"}


def _variables(office: Office, case: UUID) -> dict[str, object]:
    with office.system.store.reading() as session:
        row = office.instance(case)
        session.add(row)
        session.refresh(row, ["process_state"])
        model = office.system.surroundings.models.compiled(session, row.model_version_id)
        return dict(RunningProcess.load(model, row.process_state, now=office.now).variables())


def test_what_may_not_be_published_is_refused_at_its_field(office: Office) -> None:
    ready(office)
    begin(office)
    task = office.task("thuky", "Xác nhận phạm vi công bố")
    with pytest.raises(FieldsInvalid) as refused:
        office.complete("thuky", task, {"pham_vi": "1.013225 – Cấp giấy phép\n9.999999\n1.013225"})
    words = " ".join(vi for vi, _ in refused.value.fields["pham_vi"])
    assert "Không có trong sổ thủ tục, hoặc đã hết hiệu lực: 9.999999" in words
    assert "Ghi hai lần: 1.013225" in words
    assert "Thiếu thủ tục hành chính còn hiệu lực: 1.001193" in words
    confirm_scope(office)
    signed(office)
    with pytest.raises(FieldsInvalid) as refused:
        do(office, "thuky", "Đăng trang thông tin điện tử", web(office, "vanphong"))
    assert list(refused.value.fields) == ["dia_chi_web"]
    for day, words in (
        (office.today + timedelta(days=1), "chưa đến"),
        (office.today - timedelta(days=1), "Trước ngày ký"),
    ):
        with pytest.raises(FieldsInvalid) as refused:
            do(
                office,
                "vanthu",
                "Niêm yết tại trụ sở",
                posting(office, day),
                {"anh_niem_yet": photo(office)},
            )
        assert words in refused.value.fields["ngay_niem_yet"][0][0]


def test_without_audit_and_review_the_secretary_is_told_what_is_missing_and_may_stop(office: Office) -> None:
    audited(office, date(2025, 11, 1))
    reviewed(office, office.today, validity="can_khac_phuc")
    office.deploy(P10)
    case = begin(office)
    told = str(_variables(office, case)["dieu_kien_thieu"])
    assert told.splitlines() == [
        "1. Đánh giá nội bộ gần nhất ngày 01/11/2025, đã quá 12 tháng. Tiến hành đánh giá nội bộ (P07).",
        "2. Lần xem xét gần nhất kết luận hệ thống cần khắc phục, chưa xác nhận hiệu lực.",
    ]
    stop = {"huong_xu_ly": "dung", "ly_do_dung": "Hoãn đến sau đợt đánh giá nội bộ."}
    do(office, "thuky", "Xử lý điều kiện còn thiếu", stop)
    assert office.instance(case).state == "completed"
    assert [row.state for row in publications(office)] == ["huy"]


def test_a_change_joins_a_publication_whose_scope_is_not_confirmed(office: Office) -> None:
    ready(office)
    begin(office)
    enter(office, NEW)
    office.work()
    assert len(publications(office)) == 1


def test_a_list_entered_twice_starts_one_publication_and_one_for_a_day_to_come_waits_for_it(
    office: Office,
) -> None:
    ready(office)
    source, day = derived_id("list"), office.today + timedelta(days=7)
    later = changed(NEW, valid_from=day)
    assert enter(office, later, list_id=source).starts_on == (day,)
    assert enter(office, later, list_id=source).starts_on == ()
    office.work()
    assert publications(office) == []
    office.pass_days(7)
    assert [row.trigger for row in publications(office)] == ["pham_vi_thay_doi"]
    with office.system.store.reading() as session:
        sent = session.scalars(select(Message).where(Message.name == SCOPE_CHANGED)).all()
    assert len(sent) == 1


def test_what_somebody_changed_meanwhile_is_not_written_over(office: Office) -> None:
    enter(office, NEW)
    stale = ChangeCatalogue(
        viewer=office.viewer("thuky"), origin="test", records=[changed(NEW, name="Tên khác")], expected={}
    )
    with pytest.raises(CatalogueMovedOn):
        change_catalogue(office.system.store, stale, office.now)


def test_the_database_itself_refuses_a_publication_without_its_proofs(office: Office) -> None:
    office.deploy(P10)
    begin(office)
    with pytest.raises(IntegrityError, match="whole"), office.system.store.transaction() as session:
        session.execute(update(Publication).values(state="da_cong_bo"))


def test_a_decision_that_is_sent_back_comes_to_who_confirmed_the_scope(office: Office) -> None:
    ready(office)
    case = begin(office)
    assert office.instance(case).title == "Công bố hệ thống quản lý chất lượng"
    confirm_scope(office)
    sent_back = {"ket_qua_noi_dung": "tra_lai", "ly_do_tra_lai": "Nêu rõ tên cơ quan."}
    do(office, "truongbcd", "Kiểm tra nội dung", sent_back)
    assert office.inbox("vanthu") == ()
    drafted = {"trich_yeu": "Công bố", "doan_soan": "Công bố Hệ thống.", "viec_soan": "trinh"}
    do(office, "thuky", "Soạn thảo văn bản", drafted)
    signed(office)
    (row,) = publications(office)
    assert row.state == "da_ky"
