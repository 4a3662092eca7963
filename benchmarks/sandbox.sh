#!/usr/bin/env bash
# What the sandbox costs: kernels against plain Java and other engines, or the rates of the whole sandbox.
#   benchmarks/sandbox.sh [kernels|rates|check]      kernels: ratios; rates: compile, dispatch, kill, flatness; check: same answers?
#   kernels=Loop,Sort engines=PLAIN,COUNTERSIGN forks=1 warm=3 measure=4 benchmarks/sandbox.sh kernels
# JAVA_HOME names the JDK to measure on.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-kernels}
mvn -q -B -Dquick -Djmh -pl ejb/sandbox -am process-test-classes
target=ejb/sandbox/target
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
options=()
for name in kernels engines forks warm measure verbose parts runs starts; do
  [ -z "${!name:-}" ] || options+=("-D$name=${!name}")
done
case $what in
  kernels) main=SandboxBenchmark ;;
  rates) main=Rates ;;
  check) main=KernelCheck ;;
  *) sed -n '2,5p' "$0"; exit 2 ;;
esac
exec "$java" "${options[@]}" --add-opens=java.base/java.lang=ALL-UNNAMED \
  -cp "$target/classes:$target/test-classes:$(cat $target/jmh.classpath)" "io.countersign.sandbox.bench.$main"
