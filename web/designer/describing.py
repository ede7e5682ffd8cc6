"""What a procedure says in words: purpose, scope, terms and what else its print needs."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.text import storable
from qms.designer.acting import require_drawer
from qms.designer.draft_files import README
from qms.designer.queries import draft_file, draft_view
from qms.designer.refusals import DraftFileNotFound
from qms.designer.saving import SaveFile, save_file
from qms.procedure_prints.describing import TITLES, chapter_texts, with_chapters
from qms.procedure_prints.readme import Chapter
from web.designer.room import blueprint, drawing
from web.errors import sentence, status_of
from web.system import now, reading, system, viewer

LONGEST_CHAPTER = 20_000
_MANY_DIGITS = 9


@blueprint.get("/drafts/<uuid:draft>/description", endpoint="description")
def description(draft: UUID) -> str:
    """The chapters as they were saved last."""
    content, revision = _written(draft)
    return _page(draft, chapter_texts(content), revision)


@blueprint.post("/drafts/<uuid:draft>/description", endpoint="describe")
def describe(draft: UUID) -> Response | tuple[str, int]:
    """Save them; where somebody else draws or saved meanwhile, what was typed stays and is kept aside too."""
    require_drawer(viewer())
    content, _revision = _written(draft)
    texts = {each: _typed(each) for each in TITLES}
    try:
        written = with_chapters(content, texts)
        if written != content:
            command = SaveFile(
                by=drawing(), draft=draft, path=README, content=written, revision=_read_revision()
            )
            save_file(system().store, system().surroundings.directory, command, now())
    except (Invalid, Conflict) as refusal:
        return _page(draft, texts, _read_revision(), refusal), status_of(refusal)
    flash(_("Đã lưu phần thuyết minh."), "success")
    return redirect(url_for(".description", draft=draft), code=303)


def _written(draft: UUID) -> tuple[bytes, int]:
    with reading() as session:
        try:
            return draft_file(session, viewer(), draft, README)
        except DraftFileNotFound:
            return b"", draft_view(session, viewer(), draft, now()).revision


def _typed(chapter: Chapter) -> str:
    text = request.form.get(chapter.value, "").replace("\r\n", "\n")
    return storable(text)[:LONGEST_CHAPTER].strip()


def _read_revision() -> int:
    text = request.form.get("revision", "")
    return int(text) if text.isdecimal() and len(text) <= _MANY_DIGITS else 0


def _page(draft: UUID, texts: dict[Chapter, str], revision: int, refusal: Refusal | None = None) -> str:
    with reading() as session:
        view = draft_view(session, viewer(), draft, now())
    titles = {
        Chapter.PURPOSE: _("Mục đích"),
        Chapter.SCOPE: _("Phạm vi áp dụng của quy trình"),
        Chapter.REFERENCES: _("Tài liệu viện dẫn"),
        Chapter.TERMS: _("Thuật ngữ và chữ viết tắt"),
        Chapter.RECORDS: _("Hồ sơ lưu"),
        Chapter.DISTRIBUTION: _("Nơi nhận quy trình"),
    }
    hints = {
        Chapter.PURPOSE: _("Quy trình này để làm gì."),
        Chapter.SCOPE: _("Áp dụng cho việc nào, đơn vị nào, đối tượng nào."),
        Chapter.REFERENCES: _(
            "Tài liệu ngoài các căn cứ đã ghi ở sơ đồ; mỗi dòng một tài liệu, bắt đầu bằng “- ”."
        ),
        Chapter.TERMS: _("Mỗi dòng một từ, bắt đầu bằng “- ”."),
        Chapter.RECORDS: _("Biểu mẫu của các bước tự có trong bản in; ghi thêm hồ sơ khác và nơi lưu."),
        Chapter.DISTRIBUTION: _("Để trống thì bản in ghi các vai trò tham gia."),
    }
    return render_template(
        "designer/description.html",
        draft=view,
        chapters=[(each.value, titles[each], hints[each], texts.get(each, "")) for each in TITLES],
        revision=revision,
        longest=LONGEST_CHAPTER,
        error=sentence(refusal) if refusal else "",
    )
