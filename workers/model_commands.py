"""The commands `quytrinh model check` and `quytrinh model trace`: no system, no settings, quickly there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from engine.domain.errors import Refusal
from workers.model_tools import Looked, check_model, read_steps, readable_lines, trace_model

AsJson = Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")]


def model_check(
    files: Annotated[list[Path], typer.Argument(help="Tệp .bpmn hoặc thư mục mô hình. / File or folder.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Xét xem mô hình có chạy được không. / Tell whether models can be run."""
    looked = [check_model(path) for path in files]
    _tell(looked, [each.report for each in looked] if as_json else None)


def model_trace(
    file: Annotated[Path, typer.Argument(help="Tệp .bpmn hoặc thư mục mô hình. / File or folder.")],
    *,
    script: Annotated[Path, typer.Option(help="Tệp JSON các bước. / JSON file of steps.")],
    process: Annotated[str, typer.Option(help="Mã quy trình trong tệp. / Id of the process.")] = "",
    as_json: AsJson = False,
) -> None:
    """Chạy thử mô hình theo kịch bản, trong bộ nhớ. / Play a script to a model, in memory."""
    try:
        steps = read_steps(script)
    except Refusal as refusal:
        typer.echo(f"{refusal.vi}\n{refusal.en}", err=True)
        raise typer.Exit(1) from None
    looked = trace_model(file, steps, process or None)
    shown = {key: value for key, value in looked.report.items() if key != "file"}
    _tell([looked], shown if as_json else None)


def main() -> None:
    """These two commands alone, spelt as among all the others."""
    app = typer.Typer(add_completion=False)
    group = typer.Typer()
    group.command("check")(model_check)
    group.command("trace")(model_trace)
    app.add_typer(group, name="model")
    app()


def _tell(looked: list[Looked], as_json: object) -> None:
    if as_json is not None:
        typer.echo(json.dumps(as_json, ensure_ascii=False, indent=2))
    else:
        for each in looked:
            typer.echo("\n".join(readable_lines(each.report)))
    if not all(each.readable for each in looked):
        raise typer.Exit(1)
