#!/usr/bin/env bash
# Make .venv with the pinned packages: what every make target stands on.
# Runs again only when pyproject.toml or constraints.txt changed.
set -euo pipefail
cd "$(dirname "$0")"

stamp=.venv/.ready
if [ -f "$stamp" ] && [ "$stamp" -nt pyproject.toml ] && [ "$stamp" -nt constraints.txt ]; then
  exit 0
fi

python=${PYTHON:-python3}
command -v "$python" >/dev/null || { echo "fanpace needs Python 3.11 or later: apt-get install python3 python3-venv" >&2; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  { echo "fanpace needs Python 3.11 or later; $python is $("$python" -V). Name another one with PYTHON=..." >&2; exit 1; }

if [ ! -x .venv/bin/pip ]; then
  # Debian keeps ensurepip in a package of its own.
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
    else
      echo "Python's venv module is missing: run 'sudo apt-get install python3-venv', then this again." >&2
      exit 1
    fi
  fi
  "$python" -m venv .venv
fi

echo "Installing the pinned packages into .venv (once, about a minute) ..." >&2
# PIP_CONSTRAINT reaches the isolated build environment too, -c would not.
export PIP_CONSTRAINT=constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1
.venv/bin/python -m pip install --quiet pip
.venv/bin/python -m pip install --quiet --editable . --group dev
touch "$stamp"
