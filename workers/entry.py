"""Entry point of the console script: commands that need no system start without loading one."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, Final

_LIGHT: Final = (["model", "check"], ["model", "trace"])
_ALONE: Final = {
    "serve": "workers.serving",
    "demo": "workers.demo",
    "worker": "workers.lasting_commands",
    "watchdog": "workers.lasting_commands",
    "mail-catcher": "workers.lasting_commands",
}


def main() -> None:
    """The command that was typed."""
    # By name: database, mail and scheduler take a second to load, and looking at a model needs none of them.
    alone = _ALONE.get(sys.argv[1]) if sys.argv[1:] else None
    if alone is not None:
        import_module(alone).main()
        return
    if sys.argv[1:3] not in _LIGHT:
        import_module("workers.cli").main()
        return
    answers: Any = import_module("workers.model_answers")
    answer = answers.plainly_asked(sys.argv[2:])
    if answer is None:
        import_module("workers.model_commands").main()
        return
    text, stream = (answer.complaint, sys.stderr) if answer.complaint else (answer.output, sys.stdout)
    # As bytes: Vietnamese must not depend on what the terminal says it can show.
    stream.buffer.write(f"{text}\n".encode())
    stream.flush()
    sys.exit(answer.status)


if __name__ == "__main__":
    main()
