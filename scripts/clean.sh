#!/bin/sh
# `make clean`: drops what can be made again, and the demo's data.
set -eu
cd "$(dirname "$0")/.."
rm -rf .venv .tools var dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
