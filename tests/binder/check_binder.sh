#!/usr/bin/env bash
# `make binder`: asks Binder's own builder what it would do with this repository. Needs no Docker: it only prints the Dockerfile.
# Not a pytest: the builder's packages would stand in the way of ours, so they get an environment of their own.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

uv=${UV:?run me as: make binder}
"$uv" venv --quiet --python .venv "$work/venv"
"$uv" pip install --quiet --python "$work/venv" --require-hashes -r tests/binder/requirements.lock
# A copy of what git knows: a .venv here would slow the builder down, and Binder sees a clone anyway.
mkdir "$work/clone"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents --preserve=mode -t "$work/clone"
"$work/venv/bin/jupyter-repo2docker" --no-build --debug "$work/clone" >"$work/log" 2>&1 ||
  { cat "$work/log"; exit 1; }

passed=0
failed=0
expect() { # what it means, the line to be found
  if grep -qE -- "$2" "$work/log"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "Binder: $1: no line matches '$2'" >&2
  fi
}

python=$(sed -nE 's/^ +- python=//p' environment.yml)
expect "conda reads environment.yml" 'env update .*--file "environment.yml"'
expect "Python is the one of environment.yml" "^Building conda environment for python=${python//./\\.}\$"
expect "that Python has a base environment of its own" "environment-2epy-2d${python//./-2e}-2d"
expect "postBuild is run" '^RUN \./postBuild$'

# requirements.lock is read by the update, so the files have to be there first.
if awk '/^COPY .* src\// { copied = NR } /env update/ { updated = NR }
        END { exit !(copied && copied < updated) }' "$work/log"; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
  echo "Binder: the environment is made before the lock file is copied" >&2
fi

# Binder makes postBuild executable; conda's users run it as it is.
if [ -x postBuild ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "postBuild is not executable" >&2; fi

echo "binder: $passed passed, $failed failed"
[ "$failed" = 0 ]
