"""The commands `quytrinh model check` and `quytrinh model trace`: no system, no settings, quickly there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workers.model_answers import Answer, check, trace

AsJson = Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")]


def model_check(
    files: Annotated[list[Path], typer.Argument(help="Tệp .bpmn hoặc thư mục mô hình. / File or folder.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Xét xem mô hình có chạy được không. / Tell whether models can be run."""
    _tell(check(files, as_json=as_json))


def model_trace(
    file: Annotated[Path, typer.Argument(help="Tệp .bpmn hoặc thư mục mô hình. / File or folder.")],
    *,
    script: Annotated[Path, typer.Option(help="Tệp JSON các bước. / JSON file of steps.")],
    process: Annotated[str, typer.Option(help="Mã quy trình trong tệp. / Id of the process.")] = "",
    as_json: AsJson = False,
) -> None:
    """Chạy thử mô hình theo kịch bản, trong bộ nhớ. / Play a script to a model, in memory."""
    _tell(trace(file, script, process or None, as_json=as_json))


def main() -> None:
    """These two commands alone, spelt as among all the others."""
    app = typer.Typer(add_completion=False)
    group = typer.Typer()
    group.command("check")(model_check)
    group.command("trace")(model_trace)
    app.add_typer(group, name="model")
    app()


def _tell(answer: Answer) -> None:
    if answer.complaint:
        typer.echo(answer.complaint, err=True)
    else:
        typer.echo(answer.output)
    if answer.status:
        raise typer.Exit(answer.status)
