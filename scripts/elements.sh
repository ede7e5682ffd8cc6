#!/bin/sh
# Writes docs/bpmn-elements.md anew from the rows in tests/engine/elements.
set -eu
cd "$(dirname "$0")/.."
scripts/environment.sh dev
exec .venv/bin/python -m tests.engine.elements.document
