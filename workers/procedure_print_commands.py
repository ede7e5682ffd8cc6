"""The command `quytrinh model print`: a published version as the document that offices sign and keep."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qms.organisation.queries import agency_by_code
from qms.procedure_prints.by_number import print_numbered
from qms.procedure_prints.setting import as_pdf
from workers.calendar_commands import AgencyUnknown
from workers.installation import running_system


def model_print(
    key: Annotated[str, typer.Argument(help="Mã mô hình. / Key of the model.")],
    *,
    version: Annotated[int, typer.Option(help="Số phiên bản. / Number of the version.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Tệp PDF sẽ ghi. / File.")] = None,
    agency: Annotated[str, typer.Option(help="In cho cơ quan nào (mã). / For which agency.")] = "",
) -> None:
    """In quy trình đã ban hành thành PDF. / Print a published version as PDF."""
    with running_system() as system, system.store.reading() as session:
        owner = agency_by_code(session, agency) if agency else None
        if agency and owner is None:
            raise AgencyUnknown(agency)
        printed = print_numbered(session, system.surroundings, key, version, owner, system.clock.now())
    target = output or Path(f"{key}-{version:02}.pdf")
    target.write_bytes(as_pdf(printed))
    typer.echo(str(target))
