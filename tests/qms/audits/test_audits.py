"""P07 in the demo office: programme, teams, findings, silence, re-audit, and what is refused where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from engine.domain.errors import FieldsInvalid
from engine.domain.values import load_values
from engine.store.tables import Mail, Message
from qms.audits.tables import AuditChecklistLine, AuditorCompetence, AuditProgramme
from qms.demo_office.loading import person_id, unit_id
from qms.nonconformities.tables import Nonconformity
from tests.office import Office
from tests.qms.audits.auditing import (
    AGENCY,
    EVIDENCE,
    MINOR,
    PRESENT,
    Auditing,
    begin,
    found,
    moment,
    others_found,
    prepared,
    table,
)

PROGRAMME = "Lập chương trình đánh giá"
TEAM = "Lập đoàn, kế hoạch đánh giá"
RECORD = "Đánh giá, ghi nhận"
AGAIN = "Đánh giá lại"


def refused(
    auditing: Auditing, who: str, step: str, values: Mapping[str, str], title: str = ""
) -> dict[str, str]:
    """Field -> the first Vietnamese sentence of what was handed in and not taken."""
    with pytest.raises(FieldsInvalid) as told:
        auditing.do(who, step, values, title)
    return {key: messages[0][0] for key, messages in told.value.fields.items()}


def test_a_programme_without_a_unit_is_refused_and_names_it(autumn: Office) -> None:
    auditing = begin(autumn)
    room = str(unit_id(AGENCY, "P-KT"))
    rows = [row for row in auditing.programme_rows() if row["don_vi"] != room]
    told = refused(auditing, "thuky", PROGRAMME, auditing.programme(rows))
    assert told == {"chuong_trinh": "Chưa có cuộc đánh giá nào trong năm cho: Phòng Kinh tế."}


def test_a_programme_is_refused_at_the_cell_of_a_wrong_day_lead_or_slip_left_out(autumn: Office) -> None:
    auditing = begin(autumn)
    slip = Nonconformity(
        id=unit_id("slip", "1"),
        agency_id=autumn.viewer("thuky").agency,
        code="KPH-2025-004",
        source="đánh giá nội bộ",
        description="Trễ hạn.",
        requirement="8.5.1",
        state="da_dong",
        found_on=date(2025, 11, 3),
        recorded_at=autumn.now,
        search_text="",
        unit_id=unit_id(AGENCY, "P-NC"),
    )
    with autumn.system.store.transaction() as session:
        session.add(slip)
    rows = auditing.programme_rows()
    by_unit = {row["don_vi"]: number for number, row in enumerate(rows, start=1)}
    room = by_unit[str(unit_id(AGENCY, "P-KT"))]
    interior = by_unit[str(unit_id(AGENCY, "P-NC"))]
    rows[room - 1] |= {"ngay": "17/10/2026", "truong_doan": str(person_id("giabao"))}
    told = refused(auditing, "thuky", PROGRAMME, auditing.programme(rows))
    assert told[f"chuong_trinh__{room}__ngay"] == "Ngày 17/10/2026 là ngày nghỉ."
    assert told[f"chuong_trinh__{room}__truong_doan"].startswith(
        "Phạm Gia Bảo thuộc hoặc giữ chức vụ tại Phòng Kinh tế"
    )
    assert told[f"chuong_trinh__{interior}__phieu_truoc"].endswith("KPH-2025-004.")


def test_rounds_longer_than_ten_working_days_have_to_be_split(autumn: Office) -> None:
    auditing = begin(autumn)
    rows = auditing.programme_rows()
    rows[0] |= {"ngay": "16/11/2026"}
    told = refused(auditing, "thuky", PROGRAMME, auditing.programme(rows))
    assert "Chia thành nhiều đợt" in told["chuong_trinh"]


def test_a_team_that_audits_itself_or_whose_certificate_has_ended_is_refused_by_name(autumn: Office) -> None:
    auditing = begin(autumn)
    auditing.do("thuky", PROGRAMME, auditing.programme(auditing.programme_rows()))
    auditing.signed()
    autumn.pass_until(moment(9, 25, 8))
    days, team = auditing.team_rows()
    by_unit = {row["don_vi"]: number for number, row in enumerate(team, start=1)}
    room = by_unit[str(unit_id(AGENCY, "P-KT"))]
    hall = by_unit[str(unit_id(AGENCY, "P-HCTC"))]
    team[room - 1]["nguoi"] = str(person_id("camtien"))  # alone, and of the room itself
    team[hall - 1]["nguoi"] = str(person_id("giabao"))
    told = refused(auditing, "thuky", TEAM, table("lich", days) | table("doan", team))
    assert set(told) == {f"doan__{room}__nguoi", f"doan__{hall}__nguoi"}
    assert told[f"doan__{room}__nguoi"] == (
        "Hồ Thị Cẩm Tiên thuộc hoặc giữ chức vụ tại Phòng Kinh tế vào ngày 15/10/2026"
        " nên không đánh giá đơn vị này được. Xin chọn người của đơn vị khác."
    )
    assert told[f"doan__{hall}__nguoi"].startswith(
        "Chứng nhận đánh giá viên của Phạm Gia Bảo hết hiệu lực sau ngày 31/05/2026"
    )
    del team[room - 1]
    missing = refused(auditing, "thuky", TEAM, table("lich", days) | table("doan", team))
    assert missing["doan"] == "Phòng Kinh tế: cần đúng một trưởng đoàn, đang có 0."


def test_units_and_auditors_are_told_and_the_checklist_holds_the_sample(autumn: Office) -> None:
    auditing = begin(autumn)
    auditing.planned()
    assert auditing.audit().state == "da_thong_bao"
    autumn.pass_days(1)
    subjects = [mail.subject for mail in autumn.mails() if mail.to_address.startswith("truongkt@")]
    assert any("Lịch đánh giá nội bộ Phòng Kinh tế ngày 15/10/2026" in subject for subject in subjects)
    with autumn.system.store.reading() as session:
        lines = session.scalars(
            select(AuditChecklistLine)
            .where(AuditChecklistLine.audit_id == auditing.audit().id)
            .order_by(AuditChecklistLine.position)
        ).all()
    assert {"quy_trinh", "dieu_khoan"} <= {line.source for line in lines}
    assert any(line.question.startswith("1.013225 Cấp giấy phép xây dựng") for line in lines)


def test_a_finding_without_clause_or_evidence_is_refused_at_its_cell(autumn: Office) -> None:
    auditing = begin(autumn)
    auditing.planned()
    prepared(auditing)
    without = MINOR | {"dieu_khoan": "", "bang_chung": ""}
    values = PRESENT | {"ngay_danh_gia": "15/10/2026"} | table("phat_hien", [without])
    told = refused(auditing, "kieuoanh", RECORD, values, "Phòng Kinh tế")
    assert set(told) == {"phat_hien__1__dieu_khoan", "phat_hien__1__bang_chung"}
    vague = MINOR | {"bang_chung": "Đã xem hồ sơ."}
    values = PRESENT | {"ngay_danh_gia": "16/10/2026"} | table("phat_hien", [vague])
    told = refused(auditing, "kieuoanh", RECORD, values, "Phòng Kinh tế")
    assert told["phat_hien__1__bang_chung"].startswith("Nêu bằng chứng xem lại được")
    assert told["ngay_danh_gia"].startswith("Ngày đánh giá phải từ ngày đã báo 15/10/2026")


def test_a_day_on_which_the_certificate_had_ended_is_refused(autumn: Office) -> None:
    auditing = begin(autumn)
    auditing.planned()
    prepared(auditing)
    with autumn.system.store.transaction() as session:
        session.execute(
            update(AuditorCompetence)
            .where(AuditorCompetence.person_id == person_id("kieuoanh"))
            .values(valid_to=date(2026, 10, 10))
        )
    values = PRESENT | {"ngay_danh_gia": "15/10/2026"} | table("phat_hien", [MINOR])
    told = refused(auditing, "kieuoanh", RECORD, values, "Phòng Kinh tế")
    assert told["ngay_danh_gia"].startswith("Chứng nhận đánh giá viên của Đinh Thị Kiều Oanh hết hiệu lực")


def test_an_audit_on_15_10_is_followed_by_a_slip_and_a_re_audit_due_on_16_11_target_13_11(
    autumn: Office,
) -> None:
    """A6, and what is silent for three working days has agreed."""
    auditing = begin(autumn)
    auditing.planned()
    prepared(auditing)
    found(auditing)
    explained = {"tra_loi": "giai_trinh", "giai_trinh": "Giấy hẹn đã gửi qua thư điện tử."}
    auditing.do("truongkt", "Xác nhận, giải trình", explained)
    kept = {"xu_ly_giai_trinh": "Giữ nguyên, không có thư nào."} | table("phat_hien", [MINOR])
    auditing.do("kieuoanh", "Xem xét giải trình", kept)
    audit = auditing.audit()
    assert (audit.state, audit.answered_as, audit.reaudit_due_on) == (
        "da_ket_thuc",
        "giai_trinh",
        date(2026, 11, 16),
    )
    (finding,) = auditing.findings()
    with autumn.system.store.reading() as session:
        (message,) = session.scalars(select(Message).where(Message.name == "P08_mo_phieu"))
        carried = load_values(message.payload)
    assert carried["phat_hien"] == str(finding.id)
    assert carried["bang_chung"] == EVIDENCE
    assert carried["ngay_danh_gia"] == date(2026, 10, 15)
    others_found(auditing)
    assert auditing.audit("P-NC").answered_as == "im_lang"
    assert auditing.audit("P-NC").reaudit_due_on is None

    auditing.do("thuky", "Hoàn thiện báo cáo", {"nhan_xet_chung": "Hệ thống phù hợp và có hiệu lực."})
    auditing.signed()
    with autumn.system.store.reading() as session:
        assert session.scalars(select(AuditProgramme.report_id)).one() is not None
    autumn.pass_until(moment(10, 30, 10))
    (row,) = [row for row in autumn.inbox("kieuoanh") if row.name == AGAIN]
    assert (row.legal_due, row.target_due) == (date(2026, 11, 16), date(2026, 11, 13))

    autumn.pass_until(moment(11, 12))
    proof = {
        "phieu": str(finding.id),
        "hieu_luc": "chua_dat",
        "bang_chung": "Ba trong mười hồ sơ vẫn thiếu giấy hẹn.",
    }
    minutes = {"ngay_danh_gia_lai": "12/11/2026", "bien_ban_dgl": "Đã xem mười hồ sơ của tháng 11."}
    early = minutes | {"ngay_danh_gia_lai": "14/10/2026"} | table("ket_qua_dgl", [proof])
    assert (
        "Ngày đánh giá lại phải từ 15/10/2026"
        in refused(auditing, "kieuoanh", AGAIN, early)["ngay_danh_gia_lai"]
    )
    auditing.do("kieuoanh", AGAIN, minutes | table("ket_qua_dgl", [proof]))
    assert auditing.audit().reaudited_on is None
    autumn.pass_until(moment(11, 27))
    assert [mail.subject for mail in heads_mails(autumn)]
    proof |= {"hieu_luc": "dat", "bang_chung": "Mười trong mười hồ sơ có giấy hẹn."}
    done = minutes | {"ngay_danh_gia_lai": "27/11/2026"} | table("ket_qua_dgl", [proof])
    auditing.do("kieuoanh", AGAIN, done)
    audit = auditing.audit()
    assert (audit.state, audit.reaudited_on) == ("da_danh_gia_lai", date(2026, 11, 27))
    assert autumn.instance(auditing.case).state == "completed"


def heads_mails(office: Office) -> list[Mail]:
    return [
        mail for mail in office.mails() if mail.to_address.startswith("chanhvp@") and "chưa đạt" in mail.text
    ]


def test_a_slip_that_was_closed_and_proves_ineffective_is_issued_again_linked_to_the_old(
    autumn: Office,
) -> None:
    auditing = begin(autumn)
    auditing.planned()
    prepared(auditing)
    found(auditing)
    auditing.do("truongkt", "Xác nhận, giải trình", {"tra_loi": "dong_y"})
    others_found(auditing)
    (finding,) = auditing.findings()
    slip = Nonconformity(
        id=unit_id("slip", "2"),
        agency_id=finding.agency_id,
        code="KPH-2026-009",
        source="đánh giá nội bộ",
        description=finding.description,
        requirement="8.5.1",
        state="da_dong",
        found_on=finding.found_on,
        recorded_at=autumn.now,
        search_text="",
        unit_id=unit_id(AGENCY, "P-KT"),
    )
    with autumn.system.store.transaction() as session:
        session.add(slip)
        session.flush()
        session.get_one(type(finding), finding.id).nonconformity_id = slip.id
    autumn.pass_until(moment(11, 2))
    row = {
        "phieu": str(finding.id),
        "hieu_luc": "chua_dat",
        "bang_chung": "Ba trong mười hồ sơ thiếu giấy hẹn.",
    }
    minutes = {"ngay_danh_gia_lai": "02/11/2026", "bien_ban_dgl": "Đã xem mười hồ sơ của tháng 10."}
    auditing.do("kieuoanh", AGAIN, minutes | table("ket_qua_dgl", [row]))
    with autumn.system.store.reading() as session:
        sent = session.scalars(
            select(Message).where(Message.name == "P08_mo_phieu").order_by(Message.sequence)
        ).all()
    assert [load_values(message.payload)["tai_ban"] for message in sent] == [None, str(slip.id)]


def test_thirty_days_before_the_year_ends_the_head_is_told_which_units_were_not_audited(
    autumn: Office,
) -> None:
    begin(autumn)
    autumn.pass_until(moment(12, 1, 18) + timedelta(days=1))
    told = [mail.text for mail in autumn.mails() if mail.to_address.startswith("chanhvp@")]
    assert any("các đơn vị chưa được đánh giá nội bộ: Lãnh đạo Văn phòng" in text for text in told)
