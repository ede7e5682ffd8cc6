"""What `quytrinh model check` and `model trace` answer, and the short way past the command line parser."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engine.domain.errors import Refusal
from workers.model_tools import Looked, check_model, read_steps, readable_lines, trace_model

_JSON: Final = "--json"
_TAKING_A_VALUE: Final = frozenset({"--script", "--process"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command prints, and the status it ends with."""

    output: str = ""
    complaint: str = ""
    status: int = 0


def check(files: Sequence[Path], *, as_json: bool) -> Answer:
    """The verdicts on files, in their order."""
    looked = [check_model(path) for path in files]
    return _answer(looked, [each.report for each in looked] if as_json else None)


def trace(file: Path, script: Path, process_id: str | None, *, as_json: bool) -> Answer:
    """Where a case stands after each step of a script."""
    try:
        steps = read_steps(script)
    except Refusal as refusal:
        return Answer(complaint=f"{refusal.vi}\n{refusal.en}", status=1)
    looked = trace_model(file, steps, process_id)
    shown = {key: value for key, value in looked.report.items() if key != "file"}
    return _answer([looked], shown if as_json else None)


def plainly_asked(words: Sequence[str]) -> Answer | None:
    """The answer to a command without anything odd about it; None leaves it to the command line parser.

    That parser takes longer to load than a model of 200 elements takes to look at.
    """
    read = _read(words[1:])
    if read is None:
        return None
    files, options = read
    match words[0]:
        case "check" if files and options.keys() <= {_JSON}:
            return check([Path(file) for file in files], as_json=_JSON in options)
        case "trace" if len(files) == 1 and "--script" in options:
            return trace(
                Path(files[0]),
                Path(options["--script"]),
                options.get("--process") or None,
                as_json=_JSON in options,
            )
        case _:
            return None


def _read(words: Sequence[str]) -> tuple[list[str], dict[str, str]] | None:
    files: list[str] = []
    options: dict[str, str] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word in _TAKING_A_VALUE and rest and not rest[0].startswith("-") and word not in options:
            options[word] = rest.pop(0)
        elif word == _JSON:
            options[word] = ""
        elif word.startswith("-") or not word:
            return None
        else:
            files.append(word)
    return files, options


def _answer(looked: list[Looked], as_json: object) -> Answer:
    if as_json is not None:
        output = json.dumps(as_json, ensure_ascii=False, indent=2)
    else:
        output = "\n".join(line for each in looked for line in readable_lines(each.report))
    return Answer(output=output, status=0 if all(each.readable for each in looked) else 1)
