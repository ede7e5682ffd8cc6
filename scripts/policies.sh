#!/bin/sh
# Writes the worked examples of docs/legal-time.md anew.
set -eu
cd "$(dirname "$0")/.."
scripts/environment.sh dev
exec .venv/bin/python -m tests.qms.legal_time.document
