"""Archives: the register, and making one."""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import IO, Final, cast

from flask import render_template, request, send_file
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from qms.retention.archives import MOST_CASES, ExportArchive, archives, export_archive
from web.errors import status_of
from web.names import remember_names
from web.retention.room import act, blueprint, day_typed, form_values, told
from web.system import now, reading, system, today, viewer

IN_MEMORY: Final = 16 * 1024 * 1024


@blueprint.get("/archives", endpoint="archives")
def register() -> str:
    """The archives that were made."""
    return _page()


@blueprint.post("/archives", endpoint="archives_make")
def make() -> Response | tuple[str, int]:
    """Make one and hand it out; it is kept nowhere else."""
    target = cast("IO[bytes]", SpooledTemporaryFile(max_size=IN_MEMORY))  # noqa: SIM115 - sent afterwards
    try:
        until = day_typed("ended_until") or today()
        command = ExportArchive(act=act(), ended_until=until, again=request.form.get("again") == "1")
        made = export_archive(system().store, system().surroundings, command, target, now())
    except (Invalid, Conflict) as refusal:
        target.close()
        return _page(refusal), status_of(refusal)
    except Refusal:
        target.close()
        raise
    name = _("goi-luu-tru-%(number)s.zip", number=made.number.replace("/", "-"))
    answer = send_file(target, mimetype="application/zip", as_attachment=True, download_name=name, etag=False)
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Content-SHA256"] = made.sha256
    return answer


def _page(refusal: Refusal | None = None) -> str:
    with reading() as session:
        found = archives(session, viewer())
    remember_names({line.made_by for line in found if line.made_by})
    return render_template(
        "retention/archives.html",
        lines=found,
        most=MOST_CASES,
        typed=form_values(),
        errors=told(refusal),
        today=today(),
    )
