#!/bin/sh
# `make demo`: prepares the environment and hands over to the program.
set -eu
cd "$(dirname "$0")/.."
scripts/environment.sh run
exec .venv/bin/quytrinh demo "$@"
