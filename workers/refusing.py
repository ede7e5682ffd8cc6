"""What a command says when it is refused: two sentences and exit status 1, never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import typer

from engine.domain.definition import ModelRefused
from engine.domain.errors import Refusal
from engine.store import embedded
from qms.settings import SettingInvalid
from workers.listening import PortBusy

P = ParamSpec("P")
R = TypeVar("R")


def plain_refusals(command: Callable[P, R]) -> Callable[P, R]:
    """A refusal becomes two sentences and exit status 1, never a traceback."""

    @wraps(command)
    def carried_out(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except ModelRefused as refusal:
            for finding in refusal.findings:
                typer.echo(
                    f"{finding.rule} dòng {finding.line} {finding.element_id or ''}: "
                    f"{finding.message_vi} / {finding.message_en}",
                    err=True,
                )
        except Refusal as refusal:
            typer.echo(f"{refusal.vi}\n{refusal.en}", err=True)
        except UnicodeEncodeError:
            typer.echo("Có tham số không phải là chữ UTF-8.\nAn argument is not UTF-8 text.", err=True)
        except (SettingInvalid, PortBusy, embedded.PostgresNotStarted) as problem:
            typer.echo(str(problem), err=True)
        raise typer.Exit(1)

    return carried_out
