#!/bin/sh
# Installs the system packages named on the command line that are missing, by apt where it may.
# Usage: setup/system.sh run|test|engines
set -eu

missing=""

want() { # want PACKAGE TEST...: note PACKAGE unless TEST succeeds
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}

library() { # library NAME: whether the linker knows a shared library
    # shellcheck disable=SC2317 # called through want
    /sbin/ldconfig -p | grep -q "$1"
}

want python3 python3 -c 'import sys; assert sys.version_info >= (3, 11)'
want python3-venv python3 -c 'import ensurepip, venv'
want libpango-1.0-0 library libpango-1.0.so.0
want libpangoft2-1.0-0 library libpangoft2-1.0.so.0
want libharfbuzz-subset0 library libharfbuzz-subset.so.0

if [ "${1:-run}" = test ]; then
    want chromium sh -c 'command -v chromium || command -v chromium-browser || command -v google-chrome'
    want poppler-utils command -v pdftotext
    want libatomic1 library libatomic.so.1
    want git command -v git
    if command -v java >/dev/null 2>&1; then :; else missing="$missing default-jdk-headless"; fi
    want libjaxb-java test -e /usr/share/java/jaxb-runtime.jar
fi

if [ "${1:-run}" = engines ]; then
    want firefox-esr command -v firefox-esr
    want webkit2gtk-driver command -v WebKitWebDriver
    want xvfb command -v Xvfb
    want xauth command -v xauth
    want dbus command -v dbus-run-session
fi

[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root=none; fi
fi
if [ "$as_root" = none ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "Please install these system packages, then run make again:$missing" >&2
    exit 1
fi
echo "Installing system packages:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086 # a list of words
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
