"""What is refused at the fields of P12 and no rule of a form can say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.forms import Message
from engine.domain.identifiers import parse_id
from engine.domain.local_time import day_text, local_day
from engine.ports import AnswerCheck, AnswersGiven
from qms.evidence.items import EvidenceItem
from qms.inspections.planning import standings
from qms.inspections.rows import day_of, lines_of, text_of
from qms.inspections.rules import InspectionForm, Result, Verdict, fewest_on_site
from qms.inspections.tables import Inspection

Found = Mapping[str, Sequence[Message]]
PLAN: Final = "ke_hoach_kiem_tra"
ITEMS: Final = "muc_kiem_tra"


def inspection_checks() -> Mapping[str, AnswerCheck]:
    """What to register with the engine."""
    return {
        "inspection.plan": check_plan,
        "inspection.request": check_request,
        "inspection.items": check_items,
        "inspection.minutes": check_minutes,
        "inspection.judgement": check_judgement,
        "inspection.self_report": check_self_report,
    }


def check_plan(given: AnswersGiven) -> Found:
    """Every agency by file, at least a third on site (Article 33), each once, within the year."""
    lines = lines_of(given.answers.get(PLAN))
    year = int(str(given.variables.get("nam") or local_day(given.now).year))
    overseen = {
        str(one.agency): one.name
        for one in standings(cast("Session", given.session), given.agency, local_day(given.now))
    }
    found: dict[str, list[Message]] = {}
    times = Counter(text_of(line, "kh_co_quan") for line in lines)
    for place, line in enumerate(lines, 1):
        if times[text_of(line, "kh_co_quan")] > 1:
            found[f"{PLAN}__{place}__kh_co_quan"] = [
                (
                    "Cơ quan này có hai dòng; mỗi cơ quan một dòng.",
                    "This agency has two lines; one is enough.",
                )
            ]
        day = day_of(line, "kh_thoi_gian")
        if day is not None and day.year != year:
            found[f"{PLAN}__{place}__kh_thoi_gian"] = [
                (f"Thời gian phải trong năm {year}.", f"The day must lie in {year}.")
            ]
    general = _missing(overseen, times) + _too_few(lines, len(overseen))
    if general:
        found[PLAN] = general
    return found


def check_request(given: AnswersGiven) -> Found:
    """The answer is due on a day to come."""
    due = day_of(given.answers, "han_tra_loi")
    if due is not None and due <= local_day(given.now):
        return {"han_tra_loi": [("Hạn trả lời phải sau hôm nay.", "The answer must be due after today.")]}
    return {}


def check_items(given: AnswersGiven) -> Found:
    """Each item judged once; what does not conform says what and why; the conclusion follows from them."""
    lines = lines_of(given.answers.get(ITEMS))
    found = _each_once(lines, ITEMS, "mk_muc")
    failed = 0
    for place, line in enumerate(lines, 1):
        if text_of(line, "mk_ket_qua") != Verdict.FAILS:
            continue
        failed += 1
        for column in ("mk_nhan_xet", "mk_yeu_cau"):
            if not text_of(line, column):
                found[f"{ITEMS}__{place}__{column}"] = [
                    ("Mục không đạt phải ghi ô này.", "An item that does not conform needs this.")
                ]
    concluded = text_of(given.answers, "ket_luan")
    if concluded == Result.CONFORMS and failed:
        found["ket_luan"] = [
            (f"Có {failed} mục không đạt; không thể kết luận đạt.", f"{failed} items do not conform.")
        ]
    if concluded == Result.CORRECT and not failed:
        found["ket_luan"] = [
            ("Không có mục không đạt nào để khắc phục.", "There is no item to be corrected.")
        ]
    held = day_of(given.answers, "ngay_cong_bo")
    if held is not None and held > local_day(given.now):
        found["ngay_cong_bo"] = [("Ngày này chưa đến.", "This day is still to come.")]
    return found


def check_minutes(given: AnswersGiven) -> Found:
    """Signed between the day on which the agency was asked (or visited) and today."""
    found: dict[str, Sequence[Message]] = {}
    if not given.answers.get("bien_ban"):
        found["bien_ban"] = [("Đính kèm biên bản hai bên đã ký.", "Attach the minutes signed by both.")]
    signed = day_of(given.answers, "ngay_bien_ban")
    if signed is None:
        return found
    if signed > local_day(given.now):
        return found | {"ngay_bien_ban": [("Ngày này chưa đến.", "This day is still to come.")]}
    first = _first_day(given)
    if first is not None and signed < first:
        told = day_text(first)
        found["ngay_bien_ban"] = [
            (f"Biên bản không thể ký trước ngày {told}.", f"The minutes are not signed before {told}.")
        ]
    return found


def check_judgement(given: AnswersGiven) -> Found:
    """What is not accepted is to be reported again on a day to come."""
    again = day_of(given.answers, "han_nhac")
    refused = text_of(given.answers, "y_kien") == "chua_chap_nhan"
    if refused and again is not None and again <= local_day(given.now):
        return {"han_nhac": [("Ngày báo cáo lại phải sau hôm nay.", "The day must lie after today.")]}
    return {}


def check_self_report(given: AnswersGiven) -> Found:
    """Each item of the article is reported on once."""
    return _each_once(lines_of(given.answers.get("tu_bao_cao")), "tu_bao_cao", "tb_muc")


def _each_once(lines: Sequence[Mapping[str, object]], table: str, column: str) -> dict[str, list[Message]]:
    times = Counter(str(line.get(column) or "") for line in lines)
    found: dict[str, list[Message]] = {}
    for place, line in enumerate(lines, 1):
        if times[str(line.get(column) or "")] > 1:
            found[f"{table}__{place}__{column}"] = [
                ("Mục này có hai dòng; mỗi mục một dòng.", "This item has two lines; one is enough.")
            ]
    missing = ", ".join(item.value for item in EvidenceItem if not times[item.value])
    if missing:
        found[table] = [(f"Còn thiếu các mục: {missing}.", f"These items are missing: {missing}.")]
    return found


def _missing(overseen: Mapping[str, str], times: Counter[str]) -> list[Message]:
    left_out = ", ".join(name for key, name in overseen.items() if not times[key])
    if not left_out:
        return []
    return [
        (
            f"Kế hoạch phải có mọi cơ quan (Thông tư 26, Điều 33); còn thiếu: {left_out}.",
            f"The plan has every agency (Circular 26, Article 33); missing: {left_out}.",
        )
    ]


def _too_few(lines: Sequence[Mapping[str, object]], agencies: int) -> list[Message]:
    on_site = sum(line.get("kh_hinh_thuc") == InspectionForm.SITE for line in lines)
    fewest = fewest_on_site(agencies)
    if on_site >= fewest:
        return []
    return [
        (
            f"Phải kiểm tra tại trụ sở ít nhất 1/3: {fewest} trên {agencies} cơ quan; kế hoạch có {on_site}.",
            f"At least a third is inspected on site: {fewest} of {agencies}; the plan has {on_site}.",
        )
    ]


def _first_day(given: AnswersGiven) -> date | None:
    named = parse_id(text_of(given.variables, "ma_kiem_tra"))
    row = cast("Session", given.session).scalars(select(Inspection).where(Inspection.id == named)).first()
    return None if row is None else row.held_on or row.asked_on
