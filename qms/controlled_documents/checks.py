"""What forms of P05 cannot say themselves: codes and labels that are taken, changes already under way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, cast

from sqlalchemy.orm import Session

from engine.domain.errors import Refusal
from engine.domain.forms import Message
from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import day_text
from engine.ports import AnswerCheck, AnswersGiven
from qms.controlled_documents import lifecycle
from qms.controlled_documents.rules import (
    DocumentCodeTaken,
    NothingInForce,
    RequestKind,
    VersionTaken,
)
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion

Messages = Mapping[str, Sequence[Message]]
NEEDED: Final[Message] = ("Mục này bắt buộc.", "This is required.")


def document_checks() -> Mapping[str, AnswerCheck]:
    """What to register with the engine."""
    return {"document.triage": triage, "document.draft": draft}


def triage(given: AnswersGiven) -> Messages:
    """A new code must be free, a label new, the document in force and no other change of it under way."""
    if given.answers.get("ket_luan_phan_loai") != "thuc_hien":
        return {}
    kind = lifecycle.request_kind(given.variables.get("loai_yeu_cau"))
    if kind is RequestKind.ISSUE:
        return _code_free(given)
    session = cast("Session", given.session)
    named = parse_id(str(given.variables.get("tai_lieu") or ""))
    document = None if named is None else session.get(ControlledDocument, named)
    if document is None or document.agency_id != given.agency:
        return {"tai_lieu": [NEEDED]}
    label = str(given.variables.get("lan_ban_hanh") or "")
    try:
        lifecycle.refuse_second_change(session, document, given.instance)
        if kind is RequestKind.WITHDRAW and lifecycle.in_force(session, document.id) is None:
            raise NothingInForce(document.code)
    except Refusal as refused:
        return {"tai_lieu": [(refused.vi, refused.en)]}
    if kind is RequestKind.CHANGE and label in lifecycle.labels_of(session, document.id):
        taken = VersionTaken(document.code, label)
        return {"lan_ban_hanh": [(taken.vi, taken.en)]}
    return {}


def _code_free(given: AnswersGiven) -> Messages:
    code = str(given.variables.get("ma_moi") or "")
    known = derived_id("controlled document", given.agency, code.upper())
    if cast("Session", given.session).get(ControlledDocument, known) is None:
        return {}
    taken = DocumentCodeTaken(code)
    return {"ma_moi": [(taken.vi, taken.en)]}


def draft(given: AnswersGiven) -> Messages:
    """A version needs its file, also after it came back; a change for a law does not hold before that law."""
    if given.answers.get("viec_soan") != "trinh":
        return {}
    found: dict[str, list[Message]] = {}
    named = parse_id(str(given.variables.get("ma_phien_ban") or ""))
    version = None if named is None else cast("Session", given.session).get(ControlledVersion, named)
    if version is not None and version.file_id is None and not given.answers.get("tep_du_thao"):
        found["tep_du_thao"] = [("Xin tải lên tệp của phiên bản mới.", "Upload the file of the new version.")]
    wanted, earliest = given.answers.get("ngay_hieu_luc"), given.variables.get("hieu_luc_som_nhat")
    if isinstance(wanted, date) and isinstance(earliest, date) and wanted < earliest:
        vi = f"Không sớm hơn ngày {day_text(earliest)} mà văn bản có hiệu lực."
        found["ngay_hieu_luc"] = [(vi, f"Not before {day_text(earliest)}, when the law takes effect.")]
    return found
