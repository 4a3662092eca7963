#!/usr/bin/env bash
# The power fails N times (default 50) between approve and run, on the same data: nothing lost, nothing doubled.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -ntp -pl ear/system-tests -am verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=KillNineIT -Dfailsafe.failIfNoSpecifiedTests=false -Dcountersign.kills="${1:-50}"
