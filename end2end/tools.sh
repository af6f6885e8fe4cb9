#!/usr/bin/env bash
# Installs what the tests need and the machine lacks: Node and Chromium from the system's packages, then our npm packages.
set -euo pipefail
cd "$(dirname "$0")"

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo "$@"
  else
    return 1
  fi
}

chromium_is_there() {
  if [ -n "${CHROMIUM:-}" ]; then [ -x "$CHROMIUM" ]; else command -v chromium >/dev/null; fi
}

wanted=()
command -v node >/dev/null || wanted+=(nodejs)
command -v npm >/dev/null || wanted+=(npm)
chromium_is_there || wanted+=(chromium)
if [ ${#wanted[@]} -gt 0 ]; then
  echo "Installing ${wanted[*]}"
  if ! { command -v apt-get >/dev/null &&
    as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}"; }; then
    echo "The tests need ${wanted[*]}: install them (CHROMIUM=path tells where another Chromium is), then try again." >&2
    exit 1
  fi
fi

# npm leaves this file when it has finished.
installed=node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ package-lock.json -nt "$installed" ] || [ package.json -nt "$installed" ]; then
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit --loglevel=error
  # The build script watches package.json: there may be a wasm-opt now, and the islands smaller.
  touch package.json
  touch "$installed"
fi
