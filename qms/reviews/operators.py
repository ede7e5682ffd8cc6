"""The service tasks of P09: reckon inputs, invite, write minutes and decisions, confirm and close."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from engine.domain.identifiers import derived_id
from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.ports import Calendars, DeclaredOperator, Directory, OperatorCall, Parameter, ServiceOperator
from qms.organisation.roles import Role
from qms.organisation.tables import Person, Unit
from qms.reviews.answers import day_of, review_of, session_of
from qms.reviews.closing import close, confirm_validity, decision_done, follow
from qms.reviews.comments import record_comments
from qms.reviews.deciding import attach_documents, record_decisions
from qms.reviews.documents import invitation
from qms.reviews.inputs import open_decisions, reckon_inputs
from qms.reviews.meeting import minutes_of
from qms.reviews.period import period_of
from qms.reviews.rules import ReviewItem, ReviewState
from qms.reviews.tables import ManagementReview, ReviewAttendance, ReviewInput

COMMENT_WORKING_DAYS: Final = 5
_REVIEW: Final = "ma_xem_xet:text"
_INVITED_ROLES: Final = (Role.AGENCY_HEAD, Role.STEERING_HEAD, Role.ISO_SECRETARY, Role.UNIT_HEAD)


class ReviewOperators:
    """The operators by the names that the models use."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        notes = [f"nhan_xet_{item}:text?" for item in ReviewItem]
        concluded = [f"ket_luan_{item}:text?" for item in ReviewItem]
        return {
            "review.inputs": DeclaredOperator(
                work=self.inputs,
                parameters=_takes("nam:text", "ngay_hop:date"),
                variables={
                    "ma_xem_xet": "text",
                    "ten_xem_xet": "text",
                    "tu_ngay": "date",
                    "den_ngay": "date",
                    "don_vi_gop_y": "list",
                    "han_gop_y": "date",
                    "viec_con_mo": "text",
                    **{f"tom_tat_{item}": "text" for item in ReviewItem},
                },
            ),
            "review.comments": DeclaredOperator(
                work=record_comments,
                parameters=_takes(_REVIEW, "don_vi_gop_y:list", "cac_gop_y:list?", *notes),
                variables={"tom_tat_gop_y": "text", "don_vi_im_lang": "list"},
            ),
            "review.invite": DeclaredOperator(
                work=self.invite,
                parameters=_takes(
                    _REVIEW, "ngay_hop:date", "gio_hop:text", "dia_diem:text", "chuong_trinh:text"
                ),
                variables={
                    "nguoi_du_hop": "list",
                    "nguoi_chon": "list",
                    "diem_danh_mau": "list",
                    "trich_yeu_giay_moi": "text",
                    "noi_dung_giay_moi": "record",
                },
            ),
            "review.invited": DeclaredOperator(
                work=record_invitation, parameters=_takes(_REVIEW, "giay_moi:record?")
            ),
            "review.minutes": DeclaredOperator(
                work=minutes_of,
                parameters=_takes(
                    _REVIEW,
                    "ngay_hop_thuc_te:date",
                    "chu_tri:text",
                    "thu_ky_hop:text?",
                    "diem_danh:list",
                    "thao_luan:text",
                    "viec_moi:list?",
                    *concluded,
                ),
                variables={
                    "trich_yeu_bien_ban": "text",
                    "noi_dung_bien_ban": "record",
                    "trich_yeu_thong_bao": "text",
                    "noi_dung_thong_bao": "record",
                },
            ),
            "review.decisions": DeclaredOperator(
                work=record_decisions,
                parameters=_takes(_REVIEW, "bien_ban:record?", "thong_bao:record?", "viec_moi:list?"),
                variables={"viec_da_giao": "list", "so_viec_da_giao": "number"},
            ),
            "review.confirm_validity": DeclaredOperator(
                work=confirm_validity,
                parameters=_takes(_REVIEW, "hieu_luc:text", "ly_do_hieu_luc:text?"),
                variables={"ngay_xac_nhan": "date"},
            ),
            "review.close": DeclaredOperator(work=close, parameters=_takes(_REVIEW)),
            "review.follow": DeclaredOperator(work=follow, parameters=_takes("ma_viec:text")),
            "review.decision_done": DeclaredOperator(
                work=decision_done,
                parameters=_takes("ma_viec:text", "ket_qua_viec:text", "ket_qua:text?"),
                variables={"ngay_ket_thuc_viec": "date"},
            ),
        }

    def inputs(self, call: OperatorCall) -> Value:
        """Enter the review and its inputs as the registers say them today; who comments, and until when."""
        session, today = session_of(call), local_day(call.now)
        review = _entered(call)
        period = period_of(session, call.agency, review.id, review.year, today)
        reckoned = reckon_inputs(session, period)
        for item, figures in reckoned.items():
            values = {"data": figures.stored(period.since, period.until), "reckoned_at": call.now}
            session.execute(
                insert(ReviewInput)
                .values(
                    id=derived_id("review_input", review.id, item),
                    agency_id=call.agency,
                    review_id=review.id,
                    item=item,
                    comment="",
                    conclusion="",
                    **values,
                )
                .on_conflict_do_update(index_elements=["review_id", "item"], set_=values)
            )
        carried = open_decisions(session, call.agency, review.id)
        calendar = self._calendars.calendar_of(call.agency)
        return {
            "ma_xem_xet": str(review.id),
            "ten_xem_xet": name_of(review),
            "tu_ngay": period.since,
            "den_ngay": period.until,
            "don_vi_gop_y": self._commenting(call, today),
            "han_gop_y": calendar.add_working_days(today, COMMENT_WORKING_DAYS),
            "viec_con_mo": "\n".join(
                f"{row.code}: {row.what} (hạn {day_text(row.due_on)})" for row in carried
            )
            or "Không có.",
            **{f"tom_tat_{item}": figures.summary for item, figures in reckoned.items()},
        }

    def invite(self, call: OperatorCall) -> Value:
        """The list of the meeting, entered, and the content of the invitation."""
        session, today, given = session_of(call), local_day(call.now), call.parameters
        review = review_of(call)
        asked = [
            person
            for role in _INVITED_ROLES
            for person in self._directory.holders(session, call.agency, role, None, today)
        ]
        invited = tuple(dict.fromkeys(asked))
        for person in invited:
            session.execute(
                insert(ReviewAttendance)
                .values(review_id=review.id, person_id=person, agency_id=call.agency, came="", note="")
                .on_conflict_do_nothing()
            )
        members = self._directory.members(session, call.agency)
        people = {
            row.id: row for row in session.scalars(select(Person).where(Person.id.in_({*members, *invited})))
        }
        name, on = name_of(review), day_of(given["ngay_hop"]) or today
        review.planned_on = on
        return {
            "nguoi_du_hop": [{"id": str(one), "ten": people[one].full_name} for one in invited],
            "nguoi_chon": [
                {"value": str(one), "label": f"{people[one].full_name}, {people[one].title}".rstrip(", ")}
                for one in members
            ],
            "diem_danh_mau": [
                {"dd_nguoi": str(one), "dd_co_mat": None, "dd_ghi_chu": None} for one in invited
            ],
            "trich_yeu_giay_moi": f"Dự họp {name[0].lower()}{name[1:]}",
            "noi_dung_giay_moi": invitation(
                name,
                on=on,
                at=str(given["gio_hop"]),
                place=str(given["dia_diem"]),
                agenda=str(given["chuong_trinh"]),
                invited=[f"{people[one].full_name}, {people[one].title}".rstrip(", ") for one in invited],
            ),
        }

    def _commenting(self, call: OperatorCall, today: date) -> Value:
        """The units that have a head today."""
        session = session_of(call)
        headed = {unit for _, unit in self._directory.grants(session, call.agency, Role.UNIT_HEAD, today)}
        rows = session.execute(
            select(Unit.id, Unit.name)
            .where(Unit.id.in_([unit for unit in headed if unit is not None]))
            .where(Unit.valid_to.is_(None) | (Unit.valid_to > today))
            .order_by(Unit.position, Unit.name)
        )
        return [{"id": str(row.id), "ten": row.name} for row in rows]


def name_of(review: ManagementReview) -> str:
    """The review as documents and lists call it."""
    return f"Xem xét của lãnh đạo năm {review.year}, lần {review.ordinal}"


def record_invitation(call: OperatorCall) -> Value:
    """The invitation is out."""
    review = review_of(call)
    review.invitation_id = attach_documents(call, "giay_moi")
    review.state = ReviewState.INVITED
    return None


def _entered(call: OperatorCall) -> ManagementReview:
    session, year = session_of(call), int(str(call.parameters["nam"]))
    key = derived_id("management_review", call.instance)
    known = session.get(ManagementReview, key)
    if known is not None:
        return known
    # Two reviews entered at once would take one ordinal: the constraint refuses the later, which is retried.
    last = session.scalar(
        select(func.max(ManagementReview.ordinal)).where(
            ManagementReview.agency_id == call.agency, ManagementReview.year == year
        )
    )
    review = ManagementReview(
        id=key,
        agency_id=call.agency,
        year=year,
        ordinal=(last or 0) + 1,
        state=ReviewState.PREPARED,
        planned_on=day_of(call.parameters["ngay_hop"]),
        instance_id=call.instance,
        validity="",
        recorded_at=call.now,
    )
    session.add(review)
    session.flush()
    return review


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }
