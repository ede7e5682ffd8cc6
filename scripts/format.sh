#!/bin/sh
# `make format`: lays the code out and sorts the imports.
set -eu
cd "$(dirname "$0")/.."
scripts/environment.sh dev
.venv/bin/ruff check --quiet --select I --fix .
exec .venv/bin/ruff format .
