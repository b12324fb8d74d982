#!/bin/sh
# The one list of system packages (Debian names) that the tests need. With --if-missing: only when one is missing,
# and then by root or CI alone; anybody else gets the line to type.
set -eu
missing=""
# $1: the packages; $2…: the commands that show they are there (one is enough).
need() {
    packages=$1
    shift
    for command in "$@"; do
        if command -v "$command" >/dev/null 2>&1; then return; fi
    done
    missing="$missing $packages"
}
need "libreoffice-writer-nogui libreoffice-calc-nogui" soffice
need poppler-utils pdftoppm
need chromium chromium google-chrome
need "nodejs npm" npm
# The proxy of the guide for administrators.
need nginx-light nginx /usr/sbin/nginx
# Debian keeps the server's commands out of the path; the tests start a server of their own.
need postgresql postgres /usr/lib/postgresql/*/bin/postgres
# The proxy of a deployment, before two sites; a certificate for it.
need "nginx-light openssl" nginx /usr/sbin/nginx
# The faces that pictures of pages are taken in: a book face and a plain one.
if ! fc-list 2>/dev/null | grep -q P052 || ! fc-list | grep -q "Liberation Sans"; then
    missing="$missing fonts-urw-base35 fonts-liberation fontconfig"
fi
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    # shellcheck disable=SC2086 -- a list of words
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
elif [ "${1:-}" = "--if-missing" ]; then
    echo "Missing:$missing. The tests that need them are skipped. To install:" >&2
    echo "  sudo apt-get install -y --no-install-recommends$missing" >&2
else
    echo "sudo apt-get install -y --no-install-recommends$missing"
fi
