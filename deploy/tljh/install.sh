#!/usr/bin/env bash
# Puts the lessons into the users' environment of The Littlest JupyterHub: sudo deploy/tljh/install.sh
# The locked packages, this package and Jupyter's settings, as Binder gets them; each new user finds the lessons at home.
set -euo pipefail
cd "$(dirname "$0")/../.."

prefix="${TLJH_USER_ENV:-/opt/tljh/user}"
skeleton="${TLJH_SKELETON:-/etc/skel}"
[ -x "$prefix/bin/python" ] || { echo "$prefix/bin/python is not there: install The Littlest JupyterHub first" >&2; exit 1; }
export PATH="$prefix/bin:$PATH"

python -m pip install --require-hashes -r requirements.lock
./postBuild
mkdir -p "$skeleton/lessons"
cp notebooks/*.ipynb "$skeleton/lessons/"
echo "Done. Users made from now on have lessons/ at home; for others: cp -r $skeleton/lessons /home/jupyter-NAME/"
