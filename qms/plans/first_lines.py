"""With what a draft begins: the plan of last year moved by a year, the edition amended, or the usual year."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.values import Value
from qms.plans.answers import EVERY_UNIT, WHOLE_AGENCY, rows_of
from qms.plans.rules import REPORT_NAMES, ActivityKind, PlanState
from qms.plans.tables import YearPlan

_BASES: Final = (
    "Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ",
    "Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ",
    "Căn cứ tiêu chuẩn quốc gia TCVN ISO 9001:2015",
)
_REPORT_ENDS: Final = {"HO_SO_DUY_TRI": (8, 13), "BC_6T": (6, 30), "BC_TIEN_DO": (11, 6), "BC_NAM": (11, 6)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstDraft:
    """What the drafting form is filled with."""

    bases: str
    purpose: str
    scope: str
    organisation: str
    rows: list[Value]
    budget: int | None
    source: str
    taken_from: YearPlan | None
    told: str
    """Where it comes from, in words."""


def first_draft(
    session: Session,
    agency: UUID,
    year: int,
    *,
    amended: YearPlan | None,
    units: Sequence[UUID],
    reports: Sequence[str],
    letter: str,
) -> FirstDraft:
    """The draft before anybody has typed; `letter` is the number of the Department's letter, if any."""
    before = amended or _last_year(session, agency, year)
    if before is None:
        return _usual(year, reports, letter)
    shift = year - before.year
    rows = rows_of(session, before.id, frozenset(units))
    usual = _usual(year, reports, letter)
    content: Mapping[str, Any] = before.content
    bases = [str(one) for one in content.get("can_cu", ())] or usual.bases.splitlines()
    if letter and letter not in bases:
        bases.append(letter)

    def moved(text: object) -> str:
        return str(text or "").replace(f"năm {before.year}", f"năm {year}")

    return FirstDraft(
        bases="\n".join(bases),
        purpose=moved(content.get("muc_dich")) or usual.purpose,
        scope=moved(content.get("pham_vi")) or usual.scope,
        organisation=moved(content.get("to_chuc")) or usual.organisation,
        rows=[_moved(row, shift, moved) if shift else row for row in rows],
        budget=before.budget,
        source=before.budget_source or usual.source,
        taken_from=before,
        told=f"Sửa đổi kế hoạch năm {year}, bản {before.edition}."
        if amended
        else f"Chép từ kế hoạch năm {before.year}, bản {before.edition}; ngày đã chuyển sang năm {year}.",
    )


def a_year_later(day: date, years: int) -> date:
    """The same day so many years later; 29/02 becomes 28/02 where the year has none."""
    year = day.year + years
    last = calendar.monthrange(year, day.month)[1]
    return day.replace(year=year, day=min(day.day, last))


def _last_year(session: Session, agency: UUID, year: int) -> YearPlan | None:
    return session.scalars(
        select(YearPlan)
        .where(
            YearPlan.agency_id == agency,
            YearPlan.year < year,
            YearPlan.state.in_((PlanState.ISSUED, PlanState.SUPERSEDED)),
        )
        .order_by(YearPlan.year.desc(), YearPlan.edition.desc())
        .limit(1)
    ).first()


def _moved(row: Value, shift: int, moved: Any) -> Value:
    if not isinstance(row, dict):
        return row
    days = {key: row[key] for key in ("hd_tu", "hd_den")}
    texts = {key: moved(row[key]) or None for key in ("hd_noi_dung", "hd_san_pham")}
    later = {key: a_year_later(day, shift) if isinstance(day, date) else None for key, day in days.items()}
    return {**row, **texts, **later}


def _usual(year: int, reports: Sequence[str], letter: str) -> FirstDraft:
    return FirstDraft(
        bases="\n".join((*_BASES, letter) if letter else _BASES),
        purpose=f"Duy trì, cải tiến hệ thống quản lý chất lượng theo TCVN ISO 9001:2015 năm {year}.",
        scope="Mọi hoạt động liên quan đến giải quyết thủ tục hành chính của cơ quan và của các đơn vị.",
        organisation="Thư ký ISO theo dõi, đôn đốc; lãnh đạo đơn vị chịu trách nhiệm về việc của đơn vị.",
        rows=_usual_rows(year, reports),
        budget=None,
        source="Kinh phí thường xuyên được giao theo định mức",
        taken_from=None,
        told="Chưa có kế hoạch năm trước trong hệ thống; bản đầu lấy các hoạt động thường lệ.",
    )


def _usual_rows(year: int, reports: Sequence[str]) -> list[Value]:
    rows = [
        _usual_row(
            "Lập mục tiêu chất lượng", ActivityKind.OBJECTIVES, (1, 5), (1, 31), year, "Mục tiêu chất lượng"
        ),
        _usual_row("Nhận diện rủi ro và cơ hội", ActivityKind.RISKS, (2, 1), (2, 28), year, "Sổ rủi ro"),
        _usual_row(
            "Đào tạo nhận thức ISO 9001:2015", ActivityKind.TRAINING, (2, 15), (3, 31), year, "Hồ sơ đào tạo"
        ),
        _usual_row(
            "Cập nhật văn bản quy phạm pháp luật vào quy trình",
            ActivityKind.LEGAL_UPDATES,
            (1, 5),
            (12, 31),
            year,
            "Quy trình cập nhật",
        ),
        _usual_row(
            "Đánh giá nội bộ mọi đơn vị", ActivityKind.AUDIT, (9, 1), (10, 9), year, "Báo cáo đánh giá"
        ),
        _usual_row(
            "Xem xét của lãnh đạo", ActivityKind.REVIEW, (10, 20), (10, 31), year, "Biên bản, thông báo"
        ),
    ]
    for kind in reports:
        name = REPORT_NAMES.get(kind, (kind, kind))[0]
        ends = _REPORT_ENDS.get(kind, (11, 6))
        row = _usual_row(name, ActivityKind.REPORT, (max(1, ends[0] - 1), 15), ends, year, name)
        rows.append({**row, "hd_bao_cao": kind})
    return list(rows)


def _usual_row(
    what: str, kind: ActivityKind, starts: tuple[int, int], ends: tuple[int, int], year: int, product: str
) -> dict[str, Value]:
    return {
        "hd_noi_dung": what,
        "hd_loai": kind.value,
        "hd_bao_cao": None,
        "hd_danh_gia": EVERY_UNIT if kind is ActivityKind.AUDIT else None,
        "hd_don_vi": WHOLE_AGENCY,
        "hd_phoi_hop": None,
        "hd_tu": date(year, *starts),
        "hd_den": date(year, *ends),
        "hd_san_pham": product,
    }
