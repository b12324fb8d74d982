#!/bin/sh
# The one list of system packages (Debian names) that the tests need. With --if-missing: only when one is missing,
# and then by root or CI alone; anybody else gets the line to type.
set -eu
PACKAGES="libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils"
missing=""
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice"
command -v pdftoppm >/dev/null 2>&1 || missing="$missing poppler-utils"
if [ "${1:-}" = "--if-missing" ] && [ -z "$missing" ]; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $PACKAGES
elif [ "${1:-}" = "--if-missing" ]; then
    echo "Missing:$missing. The tests that open files with LibreOffice are skipped. To install:" >&2
    echo "  sudo apt-get install -y --no-install-recommends $PACKAGES" >&2
else
    echo "sudo apt-get install -y --no-install-recommends $PACKAGES"
fi
