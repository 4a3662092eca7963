# Builds what is older than its sources. Staleness goes by content, so that a checkout or a copy rebuilds nothing.

BUILT_EAR="$ROOT/ear/target/countersign.ear"
# COUNTERSIGN_EAR: the built archive with modules of one's own in it (docs/approvals.md)
EAR=${COUNTERSIGN_EAR:-$BUILT_EAR}

# stamp_of PATH… : one line that changes whenever a file below the paths does
stamp_of() {
    (
        cd "$ROOT" && find "$@" \( -name target -o -name test -o -name system-tests -o -name jmh \) -prune -o -type f -print |
            LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum
    )
}

# fail_with_log WHAT LOG : the last errors, then one line that says where the rest is
fail_with_log() {
    [ -z "$TTY" ] || printf '\r\e[K'
    { grep -a 'ERROR' "$2" || tail -n 12 "$2"; } | grep -av -e 'Help 1' -e 're-run Maven' -e 'For more information' -e '\[ERROR\] *$' | head -12 | cut -c1-400 | printable >&2 || true
    die "$1; the whole log is $2"
}

application_stamp() {
    stamp_of pom.xml ejb security rest-client web ui ear/pom.xml ear/src
}

# Says that the archive is built from the sources as they are.
stamp_application() {
    application_stamp >"$BUILT_EAR.stamp"
}

# COUNTERSIGN_PACKED: take the archive as it is; the system tests start many servers from one build.
build_application() {
    [ -f "$EAR" ] || [ -z "${COUNTERSIGN_EAR:-}" ] || die "COUNTERSIGN_EAR names no file: $EAR"
    if [ -n "${COUNTERSIGN_PACKED:-}" ]; then
        [ -f "$BUILT_EAR" ] || die "COUNTERSIGN_PACKED is set, but there is no $BUILT_EAR: build first, or unset it"
        return 0
    fi
    if [ -f "$BUILT_EAR" ] && [ "$(cat "$BUILT_EAR.stamp" 2>/dev/null)" = "$(application_stamp)" ]; then
        return 0
    fi
    need_maven
    run_step "building the application with Maven" "$LOGS/build.log" \
        mvn -B -ntp -f "$ROOT/pom.xml" -Dunchecked -Dmaven.test.skip=true -pl ear -am package ||
        fail_with_log "the build failed" "$LOGS/build.log"
    stamp_application
}
