"""P07 in the demo office: programme, teams, findings, silence, re-audit, and what is refused where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from engine.domain.errors import FieldsInvalid
from engine.domain.values import Value, load_values
from engine.store.tables import Message
from qms.audits.tables import AuditChecklistLine, AuditFinding, AuditorCompetence, AuditProgramme
from qms.demo_office.loading import person_id, unit_id
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import CorrectiveAction, Nonconformity
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
AUDITORS = ("thuky", "xuanthuc", "kieuoanh", "camtien", "vinhthuan", "yennhi")


def refused(
    auditing: Auditing, who: str, step: str, values: Mapping[str, str], title: str = ""
) -> dict[str, str]:
    """Field -> the first Vietnamese sentence of what was handed in and not taken."""
    with pytest.raises(FieldsInvalid) as told:
        auditing.do(who, step, values, title)
    return {key: messages[0][0] for key, messages in told.value.fields.items()}


def earlier_slip(office: Office) -> Nonconformity:
    """A slip of last year in the room for the interior."""
    return Nonconformity(
        id=unit_id("slip", "1"),
        agency_id=office.viewer("thuky").agency,
        code="KPH-2025-004",
        source="đánh giá nội bộ",
        description="Trễ hạn.",
        requirement="8.5.1",
        state="da_dong",
        found_on=date(2025, 11, 3),
        recorded_at=office.now,
        search_text="",
        unit_id=unit_id(AGENCY, "P-NC"),
    )


def test_a_programme_is_refused_where_a_unit_day_lead_or_earlier_slip_is_wrong(autumn: Office) -> None:
    with autumn.system.store.transaction() as session:
        session.add(earlier_slip(autumn))
    auditing = begin(autumn)
    rows = auditing.programme_rows()
    by_unit = {row["don_vi"]: number for number, row in enumerate(rows, start=1)}
    room = by_unit[str(unit_id(AGENCY, "P-KT"))]
    interior = by_unit[str(unit_id(AGENCY, "P-NC"))]
    rows[room - 1] |= {"ngay": "17/10/2026", "truong_doan": str(person_id("giabao"))}
    told = refused(auditing, "thuky", PROGRAMME, auditing.programme(rows))
    assert told[f"chuong_trinh__{room}__ngay"] == "Ngày 17/10/2026 là ngày nghỉ."
    assert told[f"chuong_trinh__{room}__truong_doan"].startswith("Phạm Gia Bảo thuộc hoặc giữ chức vụ tại")
    assert told[f"chuong_trinh__{interior}__phieu_truoc"].endswith("KPH-2025-004.")

    rows[room - 1] |= {"ngay": "16/11/2026"}
    told = refused(auditing, "thuky", PROGRAMME, auditing.programme(rows))
    assert "Chia thành nhiều đợt" in told["chuong_trinh"]

    del rows[room - 1]
    told = refused(auditing, "thuky", PROGRAMME, auditing.programme(rows))
    assert told["chuong_trinh"] == "Chưa có cuộc đánh giá nào trong năm cho: Phòng Kinh tế."


def named_team(auditing: Auditing) -> None:
    """The round's team, refused as long as somebody audits herself or has no certificate any more."""
    days, team = auditing.team_rows()
    by_unit = {row["don_vi"]: number for number, row in enumerate(team, start=1)}
    room = by_unit[str(unit_id(AGENCY, "P-KT"))]
    hall = by_unit[str(unit_id(AGENCY, "P-HCTC"))]
    good = [dict(row) for row in team]
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
    auditing.do("thuky", TEAM, table("lich", days) | table("doan", good))


def told_of_the_day(auditing: Auditing) -> None:
    """The unit got M07; its checklist asks about its own procedures and the clauses."""
    office = auditing.office
    assert auditing.audit().state == "da_thong_bao"
    office.pass_days(1)
    subjects = [mail.subject for mail in office.mails() if mail.to_address.startswith("truongkt@")]
    assert any("Lịch đánh giá nội bộ Phòng Kinh tế ngày 15/10/2026" in subject for subject in subjects)
    with office.system.store.reading() as session:
        asked = select(AuditChecklistLine).where(AuditChecklistLine.audit_id == auditing.audit().id)
        lines = session.scalars(asked).all()
    assert {"quy_trinh", "dieu_khoan"} <= {line.source for line in lines}
    assert any(line.question.startswith("1.013225 Cấp giấy phép xây dựng") for line in lines)


def refused_findings(auditing: Auditing) -> None:
    """Without clause, evidence, a day that was told, a certificate that held: refused at the field."""
    day = {"ngay_danh_gia": "15/10/2026"}
    bare = table("phat_hien", [MINOR | {"dieu_khoan": "", "bang_chung": ""}])
    told = refused(auditing, "kieuoanh", RECORD, PRESENT | day | bare, "Phòng Kinh tế")
    assert set(told) == {"phat_hien__1__dieu_khoan", "phat_hien__1__bang_chung"}
    vague = table("phat_hien", [MINOR | {"bang_chung": "Đã xem hồ sơ."}])
    later = PRESENT | {"ngay_danh_gia": "16/10/2026"} | vague
    told = refused(auditing, "kieuoanh", RECORD, later, "Phòng Kinh tế")
    assert told["phat_hien__1__bang_chung"].startswith("Nêu bằng chứng xem lại được")
    assert told["ngay_danh_gia"].startswith("Ngày đánh giá phải từ ngày đã báo 15/10/2026")
    blank = table("phieu", [{"ma": "8.5.1", "cau_hoi": "Có giấy hẹn không?", "da_thay": "", "nhan_xet": ""}])
    left_out = PRESENT | day | blank | table("phat_hien", [MINOR])
    told = refused(auditing, "kieuoanh", RECORD, left_out, "Phòng Kinh tế")
    assert told["phieu__1__da_thay"].startswith("Câu “Có giấy hẹn không?” chưa ghi gì")
    certificate = update(AuditorCompetence).where(AuditorCompetence.person_id == person_id("kieuoanh"))
    store = auditing.office.system.store
    with store.transaction() as session:
        session.execute(certificate.values(valid_to=date(2026, 10, 10)))
    told = refused(auditing, "kieuoanh", RECORD, PRESENT | day | table("phat_hien", [MINOR]), "Phòng Kinh tế")
    assert told["ngay_danh_gia"].startswith("Chứng nhận đánh giá viên của Đinh Thị Kiều Oanh hết hiệu lực")
    with store.transaction() as session:
        session.execute(certificate.values(valid_to=None))


def explained(auditing: Auditing) -> None:
    """The unit explains, the team keeps to what it found: a slip is asked for, the re-audit has its day."""
    answer = {"tra_loi": "giai_trinh", "giai_trinh": "Giấy hẹn đã gửi qua thư điện tử."}
    auditing.do("truongkt", "Xác nhận, giải trình", answer)
    kept = {"xu_ly_giai_trinh": "Giữ nguyên, không có thư nào."} | table("phat_hien", [MINOR])
    auditing.do("kieuoanh", "Xem xét giải trình", kept)
    audit = auditing.audit()
    assert (audit.state, audit.answered_as) == ("da_ket_thuc", "giai_trinh")
    assert audit.reaudit_due_on == date(2026, 11, 16)
    (finding,) = auditing.findings()
    (carried,) = slips_asked_for(auditing.office)
    assert carried["phat_hien"] == str(finding.id)
    assert carried["bang_chung"] == EVIDENCE
    assert carried["ngay_danh_gia"] == date(2026, 10, 15)


def slips_asked_for(office: Office) -> list[dict[str, Value]]:
    """What the messages that start slips carry, the first one first."""
    with office.system.store.reading() as session:
        sent = select(Message).where(Message.name == "P08_mo_phieu").order_by(Message.sequence)
        return [load_values(message.payload) for message in session.scalars(sent)]


def judged(auditing: Auditing, day: str, verdict: str, evidence: str) -> dict[str, str]:
    """The re-audit as the auditor hands it in."""
    (finding,) = auditing.findings()
    row = {"phieu": str(finding.id), "hieu_luc": verdict, "bang_chung": evidence}
    minutes = {"ngay_danh_gia_lai": day, "bien_ban_dgl": "Đã xem mười hồ sơ tại phòng."}
    return minutes | table("ket_qua_dgl", [row])


def closed_slip(auditing: Auditing) -> Nonconformity:
    """The slip of the finding, closed by its own case; its action was done by the lead of the audit."""
    (finding,) = auditing.findings()
    slip = earlier_slip(auditing.office)
    slip.id, slip.code, slip.found_on = unit_id("slip", "2"), "KPH-2026-009", finding.found_on
    with auditing.office.system.store.transaction() as session:
        session.add(slip)
        session.flush()
        session.get_one(AuditFinding, finding.id).nonconformity_id = slip.id
        session.add(
            CorrectiveAction(
                id=unit_id("action", "1"),
                agency_id=slip.agency_id,
                nonconformity_id=slip.id,
                position=1,
                what="Hướng dẫn giao giấy hẹn",
                owner_id=person_id("kieuoanh"),
                due_on=finding.found_on,
                result="",
                recorded_at=auditing.office.now,
            )
        )
    return slip


def stands_at(office: Office, slip: Nonconformity, state: NonconformityState) -> None:
    """The slip is as far as that."""
    with office.system.store.transaction() as session:
        session.get_one(Nonconformity, slip.id).state = state


def test_an_audit_on_15_10_ends_when_its_re_audit_due_on_16_11_target_13_11_says_all_is_well(
    autumn: Office,
) -> None:
    """A6 from the programme to the last re-audit, with what is refused on the way."""
    auditing = begin(autumn)
    auditing.do("thuky", PROGRAMME, auditing.programme(auditing.programme_rows()))
    auditing.signed()
    autumn.pass_until(moment(9, 25, 8))
    second = begin(autumn)
    told = refused(second, "thuky", PROGRAMME, second.programme(second.programme_rows()))
    assert told["chuong_trinh"].startswith(
        "Chương trình đã duyệt của năm này đang thực hiện trong hồ sơ P07-"
    )
    named_team(auditing)
    auditing.signed()
    told_of_the_day(auditing)
    prepared(auditing)
    refused_findings(auditing)
    found(auditing)
    explained(auditing)
    others_found(auditing)
    assert auditing.audit("P-NC").answered_as == "im_lang"
    assert auditing.audit("P-NC").reaudit_due_on is None
    auditing.do("thuky", "Hoàn thiện báo cáo", {"nhan_xet_chung": "Hệ thống phù hợp và có hiệu lực."})
    auditing.signed()
    with autumn.system.store.reading() as session:
        assert session.scalars(select(AuditProgramme.report_id)).one() is not None

    autumn.pass_until(moment(11, 12))
    (row,) = [row for row in autumn.inbox("kieuoanh") if row.name == AGAIN]
    assert (row.legal_due, row.target_due) == (date(2026, 11, 16), date(2026, 11, 13))
    bad = "Ba trong mười hồ sơ vẫn thiếu giấy hẹn."
    early = refused(auditing, "kieuoanh", AGAIN, judged(auditing, "14/10/2026", "dat", bad))
    assert early["ngay_danh_gia_lai"].startswith("Ngày đánh giá lại phải từ 15/10/2026")
    auditing.do("kieuoanh", AGAIN, judged(auditing, "12/11/2026", "chua_dat", bad))
    assert auditing.audit().reaudited_on is None
    assert len(slips_asked_for(autumn)) == 1  # the open slip issues its own successor
    slip = closed_slip(auditing)
    autumn.pass_until(moment(11, 27, 16))
    assert any("chưa đạt" in mail.text for mail in autumn.mails() if mail.to_address.startswith("chanhvp@"))
    (other,) = [who for who in AUDITORS if any(row.name == AGAIN for row in autumn.inbox(who))]
    assert other != "kieuoanh"  # who carried the action out does not judge it
    good = "Mười trong mười hồ sơ có giấy hẹn."
    stands_at(autumn, slip, NonconformityState.ANALYSIS)
    soon = refused(auditing, other, AGAIN, judged(auditing, "27/11/2026", "dat", good))
    assert "KPH-2026-009 đang ở bước đang phân tích" in soon["ket_qua_dgl__1__hieu_luc"]
    stands_at(autumn, slip, NonconformityState.CLOSED)
    auditing.do(other, AGAIN, judged(auditing, "27/11/2026", "chua_dat", bad))
    assert [carried["tai_ban"] for carried in slips_asked_for(autumn)] == [None, str(slip.id)]
    autumn.pass_until(moment(12, 14, 16))
    auditing.do(other, AGAIN, judged(auditing, "14/12/2026", "dat", good))
    audit = auditing.audit()
    assert (audit.state, audit.reaudited_on) == ("da_danh_gia_lai", date(2026, 12, 14))
    assert autumn.instance(auditing.case).state == "completed"


def test_thirty_days_before_the_year_ends_the_head_is_told_which_units_were_not_audited(
    autumn: Office,
) -> None:
    begin(autumn)
    autumn.pass_until(moment(12, 1, 18) + timedelta(days=1))
    told = [mail.text for mail in autumn.mails() if mail.to_address.startswith("chanhvp@")]
    assert any("các đơn vị chưa được đánh giá nội bộ: Lãnh đạo Văn phòng" in text for text in told)
