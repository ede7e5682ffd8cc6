"""A document as the texts that stand on its page, and what its frame is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qms.outgoing.kinds import DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHeading:
    """What stands around the content: who issues what, where and when, and who signs in which capacity."""

    agency: str
    superior: str
    """The agency above; may be empty."""
    place: str
    kind: DocumentKind
    title: str
    """Trích yếu."""
    symbol: str
    number: int | None
    """None until the document is signed and numbered."""
    dated_on: date | None
    capacity: str
    """TM., KT., TL., TUQ. or empty: the head alone in the head's own name."""
    principal_title: str
    """The office in whose name it is signed, e.g. Chánh Văn phòng; with TM. the body."""
    signer_title: str
    """The signer's own office; the same as the principal's where the head signs."""
    signer: str
    """Empty until somebody has signed."""
    at: datetime
    """The moment that stands in the file as the one of making it: the same content gives the same bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An article or a section: its heading, and its paragraphs."""

    heading: str
    lines: Sequence[str]
    run_in: bool
    """Whether the first paragraph goes on behind the heading, as behind “Điều 1.”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with the share of the width that each column takes."""

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    centred: Sequence[int]
    """Columns whose cells stand in the middle."""
    after: int
    """Behind which part it stands; 0: behind all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One frame of a slip, with who signs in it."""

    heading: str
    lines: Sequence[str]
    signer_title: str
    signer: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """What follows the signature on pages of its own."""

    heading: str
    title: str
    belongs_to: str
    lines: Sequence[str]
    grids: Sequence[Grid]
    landscape: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSigner:
    """Who signs besides, to the left of who issues: of minutes the one who took them."""

    title: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedDocument:
    """The nine components of a document as the texts that stand on the page (30/2020/NĐ-CP, Article 8)."""

    superior: str
    agency: str
    number: str
    place_and_day: str
    type_name: str
    """Empty for a letter, whose abstract stands under its number."""
    about: str
    authority: str
    """Of a decision: who decides."""
    enacting: str
    """Of a decision: the word before the articles."""
    addressees: Sequence[str]
    bases: Sequence[str]
    paragraphs: Sequence[str]
    parts: Sequence[Part]
    grids: Sequence[Grid]
    boxes: Sequence[Box]
    annexes: Sequence[Annex]
    signing: Sequence[str]
    signer: str
    other_signers: Sequence[OtherSigner]
    recipients: Sequence[str]
    watermark: str
