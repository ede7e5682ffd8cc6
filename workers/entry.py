"""Entry point of the console script: commands that need no system start without loading one."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final

_LIGHT: Final = (["model", "check"], ["model", "trace"])


def main() -> None:
    """The command that was typed."""
    # By name: database, mail and scheduler take a second to load, and looking at a model needs none of them.
    import_module("workers.model_commands" if sys.argv[1:3] in _LIGHT else "workers.cli").main()


if __name__ == "__main__":
    main()
