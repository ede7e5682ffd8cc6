"""A report of the command line: as JSON, or a line a key."""

from __future__ import annotations

import json

import typer


def print_report(report: object, *, as_json: bool) -> None:
    """Print it for a machine or for a reader."""
    if as_json or not isinstance(report, dict):
        typer.echo(json.dumps(report, ensure_ascii=False, indent=2))
        return
    for key, value in report.items():
        shown = "\n  ".join(["", *map(str, value)]) if isinstance(value, list) else value
        typer.echo(f"{key}: {shown}")
