#!/bin/sh
# `make test`: the code is read, then run; the same as CI.
set -eu
cd "$(dirname "$0")/.."
. scripts/say.sh

scripts/environment.sh dev
QUYTRINH_CHROMIUM=$(scripts/browser.sh)
export QUYTRINH_CHROMIUM
scripts/identity_servers.sh

read_well=yes
scripts/lint.sh || read_well=no

say "── pytest (ba tiến trình / three processes)"
.venv/bin/pytest -n 3 --dist worksteal "$@" || exit $?
[ "$read_well" = yes ] || refuse "Các thử nghiệm đạt, nhưng mã nguồn chưa đạt (xem ở trên)." \
    "The tests pass, but the checks of the code above do not."
