#!/usr/bin/env bash
# The Debian packages that the tests drive: a real IMAP server, certificates, a real PostgreSQL,
# Tesseract with its French data, hledger to check the books.
# Installs what is missing when run as root, otherwise prints the command to run. The services that
# come with them are neither needed nor started: every test starts its own on loopback.
set -eu

missing=()
command -v dovecot >/dev/null || [ -x /usr/sbin/dovecot ] || missing+=(dovecot-imapd)
command -v openssl >/dev/null || missing+=(openssl)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
command -v hledger >/dev/null || missing+=(hledger)
command -v tesseract >/dev/null || missing+=(tesseract-ocr)
compgen -G '/usr/share/tesseract-ocr/*/tessdata/fra.traineddata' >/dev/null || missing+=(tesseract-ocr-fra)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests need these packages; install them and start again:" >&2
    echo "    sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi

log=$(mktemp)
policy=/usr/sbin/policy-rc.d
made_policy=no
finish() {
    rm -f "$log"
    [ "$made_policy" = no ] || rm -f "$policy"
}
trap finish EXIT
if [ ! -e "$policy" ]; then
    # Asked by every package script before it starts a service: 101 means "not now".
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    made_policy=yes
fi

export DEBIAN_FRONTEND=noninteractive
if ! { apt-get update && apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "Installing ${missing[*]} failed; the lines above say why." >&2
    exit 1
fi
