"""What the secretary and the units say of the inputs; who stays silent is written down."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from engine.domain.identifiers import derived_id
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.reviews.answers import each_item, records, review_of, session_of
from qms.reviews.rules import OPINIONS, ReviewItem
from qms.reviews.tables import ReviewInput


def record_comments(call: OperatorCall) -> Value:
    """Enter the secretary's comment on each input, what each unit said, and which units said nothing."""
    session, review, given = session_of(call), review_of(call), call.parameters
    units = records(given["don_vi_gop_y"])
    answered = {
        str(row.get("don_vi")): row for row in records(given.get("cac_gop_y")) if row.get("y_kien_chung")
    }
    silent = [unit for unit in units if str(unit["id"]) not in answered]
    notes = each_item("nhan_xet", given)
    for row in session.scalars(select(ReviewInput).where(ReviewInput.review_id == review.id)):
        if row.item in notes:
            row.comment = notes[ReviewItem(row.item)]
    told: list[dict[str, object]] = [_opinion(unit, answered.get(str(unit["id"]))) for unit in units]
    values = {"data": {"units": told}, "reckoned_at": call.now}
    session.execute(
        insert(ReviewInput)
        .values(
            id=derived_id("review_input", review.id, OPINIONS),
            agency_id=call.agency,
            review_id=review.id,
            item=OPINIONS,
            comment="",
            conclusion="",
            **values,
        )
        .on_conflict_do_update(index_elements=["review_id", "item"], set_=values)
    )
    return {
        "tom_tat_gop_y": "\n".join(_sentence(one) for one in told) or "Không có đơn vị nào góp ý.",
        "don_vi_im_lang": [{"id": str(unit["id"]), "ten": str(unit["ten"])} for unit in silent],
    }


def _opinion(unit: Mapping[str, Value], answer: Mapping[str, Value] | None) -> dict[str, object]:
    comments = records(answer.get("gop_y")) if answer is not None else []
    return {
        "unit": str(unit["id"]),
        "name": str(unit["ten"]),
        "silent": answer is None,
        "general": "" if answer is None else str(answer["y_kien_chung"]),
        "comments": [[str(row["gop_y_muc"]), str(row["gop_y_noi_dung"])] for row in comments],
    }


def _sentence(told: Mapping[str, object]) -> str:
    if told["silent"]:
        return f"{told['name']}: không trả lời trong hạn (im lặng)."
    comments = told["comments"]
    listed = "".join(f" {item}) {text}" for item, text in comments) if isinstance(comments, list) else ""
    return f"{told['name']}: {told['general']}{listed}"
