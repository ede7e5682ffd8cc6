#!/bin/sh
# Makes .venv from uv.lock; a second run only compares a stamp. Usage: scripts/environment.sh run|dev
set -eu
cd "$(dirname "$0")/.."
. scripts/say.sh

kind=${1:-run}
uv_version=0.13.9
stamp=.venv/quytrinh-$kind.stamp

# The interpreter is part of the stamp: an upgrade of the system's Python makes a new environment.
wanted() {
    printf '%s %s %s\n' "$uv_version" "$(pwd -P)" "$(cat uv.lock pyproject.toml | cksum)"
}

complete() {
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted)" ] && .venv/bin/python -c '' 2>/dev/null
}

# The first Python from 3.11 to 3.13; a shim that exists but does not run is passed over.
fitting_python() {
    for candidate in python3.13 python3.12 python3.11 python3; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            found=$candidate
            if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
                printf '%s\n' "$candidate"
                return 0
            fi
        fi
    done
    if [ -n "${found:-}" ]; then
        refuse "Python thiếu phần tạo môi trường riêng. Xin cài bằng lệnh: apt install python3-venv" \
            "Python lacks its part for virtual environments. Please install it: apt install python3-venv"
    fi
    refuse "Cần Python 3.11, 3.12 hoặc 3.13 (lệnh python3). Xin cài bằng lệnh: apt install python3 python3-venv" \
        "Python 3.11, 3.12 or 3.13 is needed (command python3). Please install it: apt install python3 python3-venv"
}

# uv stands beside the environment, not in it: `uv sync` takes out whatever the lock does not name.
install_uv() {
    [ -x .tools/uv/bin/uv ] && [ "$(cat .tools/uv.version 2>/dev/null)" = "$uv_version" ] && return 0
    rm -rf .tools/uv
    .venv/bin/python -m ensurepip --upgrade >/dev/null 2>&1 || true
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --target .tools/uv "uv==$uv_version"
    printf '%s\n' "$uv_version" >.tools/uv.version
}

synchronise() {
    groups=--no-dev
    [ "$kind" = dev ] && groups='--group dev'
    # An account without a home of its own (a service account, a container) keeps the cache here.
    [ -w "${HOME:-/nonexistent}" ] || export UV_CACHE_DIR=.tools/cache
    # shellcheck disable=SC2086 - two words on purpose
    UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv UV_NO_PROGRESS=1 \
        .tools/uv/bin/uv sync --quiet --frozen --python .venv/bin/python $groups
}

[ "$kind" = run ] || [ "$kind" = dev ] || refuse "Dùng: environment.sh run|dev" "Usage: environment.sh run|dev"
if complete; then
    exit 0
fi
# An environment that has more than the demo needs will do for the demo.
if [ "$kind" = run ] && stamp=.venv/quytrinh-dev.stamp && complete; then
    exit 0
fi
stamp=.venv/quytrinh-$kind.stamp

python=$(fitting_python) || exit 1
say "Đang chuẩn bị môi trường (lần đầu mất một, hai phút)… / Preparing (a minute or two the first time)…"
if ! .venv/bin/python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
    || [ "$(cat .venv/quytrinh.place 2>/dev/null)" != "$(pwd -P)" ]; then
    [ ! -e .venv ] || say "Tạo lại .venv / Making .venv anew"
    "$python" -m venv --clear .venv || refuse "Không tạo được .venv trong $(pwd)." "Could not make .venv in $(pwd)."
    pwd -P >.venv/quytrinh.place
fi
rm -f .venv/quytrinh-*.stamp
install_uv || refuse \
    "Không tải được công cụ uv từ PyPI; xin kiểm tra kết nối mạng rồi chạy lại." \
    "Could not fetch uv from PyPI; please check the network and run again."
synchronise || refuse \
    "Không cài được các thư viện; xin xem dòng báo lỗi ở trên, kiểm tra kết nối mạng rồi chạy lại." \
    "Could not install the libraries; please read the lines above, check the network and run again."
wanted >"$stamp"
