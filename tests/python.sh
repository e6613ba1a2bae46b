#!/bin/sh
# The Python door: builds the wheel in an environment of its own and runs its tests and recipes; those of Spark where Java is there.
set -eu
cd "$(dirname "$0")/../python"

if ! python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "no Python 3.11 or later with venv here: the wheel is passed over"
    exit 0
fi
environment=target/environment
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
packages="maturin pytest pyarrow numpy polars duckdb daft" # functions of DuckDB need numpy
if command -v java >/dev/null 2>&1; then
    packages="$packages pandas pyspark>=3.5,<4"
fi
# shellcheck disable=SC2086 # one argument a package
"$environment/bin/pip" install --quiet --disable-pip-version-check $packages
"$environment/bin/maturin" build --release --quiet --interpreter "$environment/bin/python" --out target/wheels
"$environment/bin/pip" install --quiet --disable-pip-version-check --no-deps --force-reinstall target/wheels/zhecon-*.whl
"$environment/bin/python" -m pytest -q
