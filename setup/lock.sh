#!/bin/sh
# Writes the hashed locks anew from pyproject.toml. Needs uv; run it by hand after changing a dependency.
set -eu
cd "$(dirname "$0")/.."
compile="uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate"
$compile pyproject.toml -o setup/run.lock
$compile --extra test pyproject.toml -c setup/run.lock -o setup/test.lock
$compile --group engines -o setup/engines.lock
