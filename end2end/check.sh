#!/usr/bin/env bash
# Every check of the project, stage by stage; the times and the counts come last.
set -euo pipefail
cd "$(dirname "$0")/.."

times=()
rust=$(mktemp) browser=$(mktemp)

# Said even after a failure.
summary() {
  printf '\n== times\n'
  printf '%s\n' "${times[@]}"
  printf '\ncargo test: %s passed, %s failed\n' "$(count "$rust" '[0-9]+ passed;')" "$(count "$rust" '[0-9]+ failed;')"
  printf '%s passed, %s failed\n' "$(count "$browser" '^ +[0-9]+ passed')" "$(count "$browser" '^ +[0-9]+ failed')"
  rm -f "$rust" "$browser"
}
trap summary EXIT

# The sum of the numbers in what matches, over all lines.
count() { { grep -oE "$2" "$1" || true; } | awk '{ sum += $1 } END { print sum + 0 }'; }

stage() {
  local name=$1 start=$SECONDS end=ok
  shift
  printf '\n== %s\n' "$name"
  "$@" || end=FAILED
  times+=("$(printf '%-22s %5ss  %s' "$name" $((SECONDS - start)) "$end")")
  [ "$end" = ok ]
}

rules() {
  if command -v cargo-deny >/dev/null; then
    cargo deny --locked check licenses bans sources
  else
    echo "cargo-deny is not installed (from source it takes longer than all the rest): licences, bans and sources are not checked here."
  fi
}

rust_tests() { cargo test --workspace --locked 2>&1 | tee "$rust"; }

browser_tests() { (cd end2end && npx --no-install playwright test) 2>&1 | tee "$browser"; }

# The pages are driven as a debug build serves them, with the islands that hosts get: what the tests built serves again,
# where a release build would compile everything a second time.
export MIROIR_WASM=1

# From nothing, what makes the next build quicker only makes this one slower.
[ -d target ] || export CARGO_INCREMENTAL=0

stage "tools" end2end/tools.sh
stage "format" cargo fmt --all --check
stage "lints" cargo lint
stage "lints of the islands" cargo lint-islands
stage "licences and sources" rules
stage "tests" rust_tests
stage "islands and server" cargo build --locked
stage "browser" browser_tests
