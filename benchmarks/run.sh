#!/usr/bin/env bash
# Closed-loop load at 1, 8 and 32 connections against a server of its own, then stops it.
#   benchmarks/run.sh [h2|postgres] [SECONDS]
# postgres: COUNTERSIGN_DB_URL, _USER and _PASSWORD name the database; it is the caller's, with fsync on.
set -euo pipefail
cd "$(dirname "$0")/.."
profile=${1:-h2}
seconds=${2:-30}
offset=${COUNTERSIGN_PORT_OFFSET:-9000}
data=$(mktemp -d)
export COUNTERSIGN_BOOTSTRAP_ADMIN_KEY=csk_LoadTestsAdminKey_0123456789_abcdefghijklmn
export EGRESS_ALLOWED_HOSTS=127.0.0.1
# the load makes its workflows by itself; nobody is there to review them
export COUNTERSIGN_PUBLISHING_REVIEW=off
trap './countersign down --data "$data" >/dev/null; rm -rf "$data"' EXIT
./countersign up --no-keycloak --detach --port-offset "$offset" --data "$data" --profile "$profile"
java -Dsun.net.httpserver.nodelay=true "-Dpids=$(cat "$data/run/server.pid")" benchmarks/Load.java "http://127.0.0.1:$((8080 + offset))" "$COUNTERSIGN_BOOTSTRAP_ADMIN_KEY" "$seconds"
