"""How a document looks: its content under the agency's head, as PDF to issue and DOCX to edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from qms.outgoing.composed import ComposedDocument, DocumentHeading
from qms.outgoing.composing import compose
from qms.outgoing.word import as_word
from qms.records.typesetting import PrintedRecord, typeset

__all__ = ["DocumentHeading", "RenderedDocument", "render_document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedDocument:
    """The two files of one document."""

    pdf: bytes
    docx: bytes


def render_document(content: Mapping[str, object], *, heading: DocumentHeading) -> RenderedDocument:
    """Set the document; the same content and heading give the same bytes.

    `content` may hold, each at will:

    - `can_cu`, `doan`, `noi_nhan`, `kinh_gui`: texts;
    - `dieu`: records {ten, noi_dung}, articles of a decision, else sections;
    - `bang`: records {ten, cot, dong, sau_dieu}: heads as texts or {ma, ten}, rows as lists or records, and
      the number of the section behind which the table stands; tables of a decision become its annexes;
    - `phu_luc`: records {ten, noi_dung, bang, ngang}: annexes, on their side where `ngang` is true;
    - `khung`: records {ten, noi_dung, chuc_danh, ho_ten, ngay}: the boxes of a slip;
    - `nguoi_ky_cung`: records {chuc_danh, ho_ten}: who signs besides, as the secretary does minutes;
    - `ten_loai`: what a slip is called instead of “Phiếu”.
    """
    composed = compose(content, heading)
    return RenderedDocument(
        pdf=typeset(PrintedRecord.OUTGOING_DOCUMENT, _record(composed), heading.at),
        docx=as_word(composed, heading.at),
    )


def _record(composed: ComposedDocument) -> Mapping[str, object]:
    """As the template reads it; the title and the author of the file stand beside."""
    told = _named(asdict(composed))
    if not isinstance(told, dict):
        raise TypeError(type(told))
    return {
        **told,
        "title": f"{composed.type_name} {composed.about}".strip(),
        "footer": "",
    }


def _named(value: object) -> object:
    """Names as the language of the template writes them."""
    match value:
        case dict():
            return {str(name).replace("_", "-"): _named(one) for name, one in value.items()}
        case list() | tuple():
            return [_named(one) for one in value]
        case _:
            return value
