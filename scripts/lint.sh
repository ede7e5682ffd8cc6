#!/bin/sh
# `make lint`: every check that reads the code; runs them all and fails if one did.
set -eu
cd "$(dirname "$0")/.."
. scripts/say.sh
scripts/environment.sh dev

failed=
check() {
    say "── $1"
    name=$1
    shift
    .venv/bin/"$@" || failed="${failed:+$failed, }$name"
}

check "ruff" ruff check --quiet .
check "ruff format" ruff format --quiet --check .
check "mypy" mypy --no-error-summary
check "import-linter" lint-imports --no-cache
check "deptry" deptry .
check "djlint" djlint --lint --quiet web workers

# Not without `npm ci` in frontend/: Quytrinh itself needs no Node.
if [ -x frontend/node_modules/.bin/biome ]; then
    say "── biome"
    (cd frontend && node_modules/.bin/biome check --error-on-warnings) || failed="${failed:+$failed, }biome"
fi
if [ -x frontend/node_modules/.bin/bpmnlint ]; then
    say "── bpmnlint"
    (cd frontend && node_modules/.bin/bpmnlint --max-warnings 0 "../bpmn/**/*.bpmn") || failed="${failed:+$failed, }bpmnlint"
fi

[ -z "$failed" ] || refuse "Chưa đạt: $failed" "Not passed: $failed"
say "Mã nguồn đạt. / The code passes."
