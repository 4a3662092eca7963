# script check|test|new …: the sandbox's own command line; no server, no network.

command_script() {
    settle_places
    # exit code 2: unusable, as the commands themselves say it
    need_jdk
    local home="$ROOT/ejb/sandbox/target" stamp
    stamp=$(stamp_of pom.xml ejb/pom.xml ejb/sandbox ejb/script-api)
    if [ ! -d "$home/lib" ] || [ "$(cat "$home/script.stamp" 2>/dev/null)" != "$stamp" ]; then
        build_script_command "$stamp"
    fi
    exec "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto "-Dcountersign.sandbox.classpath=$home/classes:$home/lib/*" \
        -cp "$home/classes:$home/lib/*" io.countersign.sandbox.cli.ScriptCommand "$@"
}

# Its progress goes to stderr: stdout belongs to --json.
build_script_command() {
    need_maven >&2
    local log
    log=$(mktemp) || die "cannot write to the temporary directory: free some disk"
    run_step "building the sandbox" "$log" \
        mvn -B -ntp -f "$ROOT/pom.xml" -Dunchecked -Dmaven.test.skip=true -pl ejb/sandbox -am package >&2 ||
        fail_with_log "the sandbox could not be built" "$log"
    rm -f "$log"
    printf '%s\n' "$1" >"$ROOT/ejb/sandbox/target/script.stamp"
}
