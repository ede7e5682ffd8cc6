"""A pack as one ZIP: an index as PDF and CSV, a folder for each item, and the SHA-256 of every file in it."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import IO, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.local_time import start_of_day
from engine.domain.text import fold
from engine.store.tables import StoredFile
from qms.evidence.items import ITEM_NAMES, LINE_NAMES, NOTHING_YET, STANDING_NAMES, EvidenceItem, Standing
from qms.evidence.lines import EvidenceFile, EvidenceLine, EvidencePack
from qms.evidence.refusals import PackTooLarge
from qms.records.letterhead import Letterhead
from qms.records.typesetting import PrintedRecord, typeset

INDEX: Final = "muc-luc.pdf"
LISTING: Final = "danh-muc.csv"
SUMS: Final = "SHA256SUMS"
MOST_BYTES: Final = 200 * 1024 * 1024
"""Of all files together: the archive is kept in the database until a later one takes its place."""
_ALWAYS: Final = (1980, 1, 1, 0, 0, 0)
_LONGEST_NAME: Final = 80
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_HEADS: Final = ("Mục", "TT", "Loại", "Số, mã", "Nội dung", "Ngày", "Tình trạng", "Tệp", "SHA-256")

Progress = Callable[[int, int], None]
"""Told how many files are packed of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What was written."""

    sha256: str
    size: int


def write_pack(
    session: Session, pack: EvidencePack, head: Letterhead, target: IO[bytes], progress: Progress
) -> Packed:
    """Write the pack into `target`, which can be read and sought; the same pack gives the same bytes.

    Raises PackTooLarge.
    """
    files = pack.files
    if sum(file.size for file in files) > MOST_BYTES:
        raise PackTooLarge(MOST_BYTES)
    names = entry_names(pack)
    sums: dict[str, str] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:

        def put(name: str, content: bytes) -> None:
            archive.writestr(zipfile.ZipInfo(name, _ALWAYS), content, zipfile.ZIP_DEFLATED)
            sums[name] = hashlib.sha256(content).hexdigest()

        put(INDEX, _index(pack, head, names))
        put(LISTING, _listing(pack, names))
        for done, file in enumerate(files, start=1):
            put(names[file.id], _content(session, file))
            progress(done, len(files))
        written = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
        archive.writestr(zipfile.ZipInfo(SUMS, _ALWAYS), written.encode(), zipfile.ZIP_DEFLATED)
    size = target.tell()
    target.seek(0)
    digest = hashlib.file_digest(target, "sha256").hexdigest()  # type: ignore[arg-type]
    target.seek(0)
    return Packed(sha256=digest, size=size)


def folder_of(item: EvidenceItem) -> str:
    """A name in plain letters: “1đ” and “1d” are told apart by their place and a second d."""
    place = list(EvidenceItem).index(item) + 1
    return f"{place:02}-{item.value.replace('đ', 'dd')}"


def entry_names(pack: EvidencePack) -> Mapping[UUID, str]:
    """Where each file stands in the archive: once, under the first item that names it."""
    names: dict[UUID, str] = {}
    for section in pack.sections:
        for number, line in enumerate(section.lines, start=1):
            for place, file in enumerate(line.files, start=1):
                name = f"{folder_of(section.item)}/{number:03}-{place}-{safe_name(file.name)}"
                names.setdefault(file.id, name)
    return names


def safe_name(name: str) -> str:
    """A name of small plain letters, digits, dots and hyphens that every system takes."""
    path = PurePosixPath(name.replace("\\", "/").replace("\0", ""))
    ending = re.sub(r"[^a-z0-9]", "", fold(path.suffix))[:8]
    stem = re.sub(r"[^a-z0-9]+", "-", fold(path.stem)).strip("-")[:_LONGEST_NAME].strip("-")
    return f"{stem or 'tep'}.{ending}" if ending else stem or "tep"


def _content(session: Session, file: EvidenceFile) -> bytes:
    content = session.scalar(select(StoredFile.content).where(StoredFile.id == file.id))
    return content or b""


def _moment(pack: EvidencePack) -> datetime:
    """What the index carries as the moment of its making: the newest entry that it names."""
    recorded = [line.recorded_at for line in pack.lines if line.recorded_at is not None]
    return max(recorded, default=start_of_day(pack.until))


def _rows(pack: EvidencePack, names: Mapping[UUID, str]) -> Iterator[tuple[EvidenceItem, Sequence[str]]]:
    """Number, kind, code, title, day, standing and the names of files of every line."""
    for section in pack.sections:
        for number, line in enumerate(section.lines, start=1):
            entries = "\n".join(names[file.id] for file in line.files)
            yield (
                section.item,
                (
                    str(number),
                    LINE_NAMES[line.kind][0],
                    line.code,
                    line.title,
                    f"{line.day:%d/%m/%Y}" if line.day else "",
                    standing_of(line),
                    entries,
                ),
            )


def standing_of(line: EvidenceLine) -> str:
    """How a line stands, in Vietnamese."""
    if line.standing is Standing.COUNTED:
        return f"{line.part}/{line.whole}"
    return STANDING_NAMES[line.standing][0]


def _index(pack: EvidencePack, head: Letterhead, names: Mapping[UUID, str]) -> bytes:
    rows: dict[EvidenceItem, list[Sequence[str]]] = {item: [] for item in EvidenceItem}
    for item, row in _rows(pack, names):
        rows[item].append(row)
    record = {
        "agency": head.agency,
        "superior": head.superior,
        "number": "",
        "place_and_day": "",
        "title": "Bộ hồ sơ minh chứng",
        "about": f"Hệ thống quản lý chất lượng năm {pack.year}",
        "until": f"Các sổ tính đến hết ngày {pack.until:%d/%m/%Y}.",
        "footer": "",
        "nothing": f"({NOTHING_YET[0]})",
        "heads": ("TT", "Loại", "Số, mã", "Nội dung", "Ngày", "Tình trạng"),
        "sections": [
            {"item": item.value, "name": ITEM_NAMES[item][0], "rows": rows[item]} for item in EvidenceItem
        ],
        "files": [(names[file.id], file.sha256) for file in pack.files],
    }
    return typeset(PrintedRecord.EVIDENCE_INDEX, record, _moment(pack))


def _listing(pack: EvidencePack, names: Mapping[UUID, str]) -> bytes:
    """Every line, and a line for each item that has none."""
    digests = {names[file.id]: file.sha256 for file in pack.files}
    rows = list(_rows(pack, names))
    kept = io.StringIO()
    writer = csv.writer(kept, lineterminator="\r\n")
    writer.writerow(_HEADS)
    for item in EvidenceItem:
        found = [row for of, row in rows if of is item]
        if not found:
            writer.writerow((item.value, "", ITEM_NAMES[item][0], "", NOTHING_YET[0], "", "", "", ""))
        for row in found:
            hashes = "\n".join(digests[name] for name in row[-1].split("\n") if name)
            writer.writerow([_plain(cell) for cell in (item.value, *row, hashes)])
    return kept.getvalue().encode("utf-8-sig", "replace")


def _plain(cell: str) -> str:
    """What a spreadsheet would take for a formula stays a text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
