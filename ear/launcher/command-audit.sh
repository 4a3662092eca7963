# audit verify FILE: checks an exported record; no server, no network.

command_audit() {
    [ "${1:-}" = verify ] || die "say: ./countersign audit verify FILE (the answer of GET /v1/audit, or one row a line)"
    shift
    settle_places
    need_jdk
    local classes="$ROOT/ejb/audit/target/classes:$ROOT/ejb/kernel/target/classes" lib="$ROOT/ejb/sandbox/target/lib" stamp
    stamp=$(stamp_of pom.xml ejb/pom.xml ejb/kernel ejb/audit)
    if [ ! -d "$lib" ] || [ "$(cat "$ROOT/ejb/audit/target/audit.stamp" 2>/dev/null)" != "$stamp" ]; then
        build_audit_command "$stamp"
    fi
    # the JSON reader is the one that the script commands use
    exec "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp "$classes:$lib/*" io.countersign.audit.VerifyCommand "$@"
}

build_audit_command() {
    need_maven >&2
    local log
    log=$(mktemp) || die "cannot write to the temporary directory: free some disk"
    run_step "building the audit module" "$log" \
        mvn -B -ntp -f "$ROOT/pom.xml" -Dunchecked -Dmaven.test.skip=true -pl ejb/audit,ejb/sandbox -am package >&2 ||
        fail_with_log "the audit module could not be built" "$log"
    rm -f "$log"
    printf '%s\n' "$1" >"$ROOT/ejb/audit/target/audit.stamp"
}
