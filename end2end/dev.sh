#!/usr/bin/env bash
# Serves while one edits. Styles and scenarios are read again at each page: reload it. Rust is built again and the
# server restarted when a source changes; a source that does not build leaves the former server running.
# The debug build has no islands; MIROIR_WASM=1 make dev makes them too.
set -euo pipefail
cd "$(dirname "$0")/.."

export MIROIR_DEV=$PWD
server=
stop() { if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi; }
trap stop EXIT
trap exit INT TERM

sources() { find app/src app/Cargo.toml server/src server/migrations scenarios/src Cargo.toml -type f -printf '%T@ %p\n' | sort | cksum; }

target=$(cargo metadata --format-version 1 --no-deps | sed -E 's/.*"target_directory":"([^"]*)".*/\1/')
seen=
while true; do
  now=$(sources)
  if [ "$now" != "$seen" ]; then
    seen=$now
    if cargo build; then
      stop
      # A copy: the next build may replace the file while it runs.
      cp "$target/debug/miroir" "$target/debug/miroir-dev"
      "$target/debug/miroir-dev" "$@" &
      server=$!
    fi
  fi
  sleep 1
done
