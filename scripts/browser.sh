#!/bin/sh
# Prints the path of a Chromium for the browser tests, or nothing when Playwright brings its own; installs one if need be.
set -eu
cd "$(dirname "$0")/.."
. scripts/say.sh

present() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        # Ubuntu's chromium-browser may be a stub that only says "install the snap": ask it for its version.
        if command -v "$name" >/dev/null 2>&1 && "$name" --version >/dev/null 2>&1; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

present && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Đang cài Chromium cho các kiểm tra trên trình duyệt… / Installing Chromium for the browser tests…"
    if grep -qi '^ID=ubuntu' /etc/os-release; then
        # Ubuntu packages Chromium as a snap, which containers cannot run.
        .venv/bin/playwright install --with-deps chromium >&2 && exit 0
    else
        apt-get update -qq >&2 || true
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >&2 || true
        present && exit 0
    fi
fi
.venv/bin/playwright install chromium >&2 || refuse \
    "Không có Chromium cho các kiểm tra trên trình duyệt. Xin cài bằng lệnh: apt install chromium" \
    "There is no Chromium for the browser tests. Please install it: apt install chromium"
