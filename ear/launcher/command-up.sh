# up: build if needed, unpack once, start, wait until ready, say where everything is.

command_up() {
    read_options --production --no-keycloak --detach --demo-target --port-offset --data --profile -- "$@"
    [ ${#REST_OF_OPTIONS[@]} -eq 0 ] || die "up takes no '${REST_OF_OPTIONS[0]}'; ./countersign help shows its options"
    local began
    began=$(now_ms)
    read_secret_files
    settle_database
    settle_broker
    make_places
    settle_database
    take_lock
    export_settings
    if [ -n "$PRODUCTION" ]; then
        look_at_settings
        refuse_findings
    fi
    echo $$ >"$RUN/up.pid"
    clear_leftovers
    need_free_ports
    local needed=300
    ls -d "$INSTALL"/wildfly-* >/dev/null 2>&1 || needed=1800
    need_disk "$needed" "$DATA"
    need_disk "$needed" "$INSTALL"
    need_jdk
    note "Countersign: data in $DATA, JDK $JDK_VERSION from $JDK"
    trap 'interrupted' INT TERM HUP
    lock_installation
    remove_half_unpacked
    want_bubblewrap
    build_application
    install_wildfly
    [ -z "$OWN_KEYCLOAK" ] || install_keycloak
    prepare_wildfly
    unlock_installation
    remember_options
    start_all
    [ -n "$PRODUCTION" ] || make_demo_keys
    note "${BOLD}Ready${PLAIN} after $(seconds_since "$began")."
    print_addresses
    if [ -n "$DETACH" ]; then
        note "Stop it with: ./countersign down${DATA_HINT}"
        rm -f "$RUN/up.pid"
        trap - INT TERM HUP
        return 0
    fi
    note "Ctrl-C stops all of it."
    watch_over
}

# An instance that works is left alone; one that somebody killed in part is cleared away first.
clear_leftovers() {
    [ "$DATA" = "$ROOT/data" ] && DATA_HINT='' || DATA_HINT=" --data $DATA"
    if [ -f "$RUN/detached" ] && everything_runs; then
        die "Countersign already runs on $DATA (pid $(pid_of server)); ./countersign down$DATA_HINT stops it, ./countersign status$DATA_HINT shows it"
    fi
    rm -f "$RUN/detached"
    stop_everything
}

everything_runs() {
    is_running server && { [ ! -f "$RUN/keycloak.pid" ] || is_running keycloak; } &&
        { [ ! -f "$RUN/demo-target.pid" ] || is_running demo-target; }
}

need_free_ports() {
    need_port "$APP_PORT" application
    need_port "$MANAGEMENT_PORT" management
    if [ -n "$OWN_KEYCLOAK" ]; then
        need_port "$KEYCLOAK_PORT" Keycloak
        need_port "$KEYCLOAK_HEALTH_PORT" "Keycloak's health"
    fi
    [ -z "$DEMO_TARGET" ] || need_port "$DEMO_TARGET_PORT" "demo target"
}

# Both servers boot at the same time; the waiting is one after the other.
start_all() {
    if [ -n "$DEMO_TARGET" ]; then
        begin_step "starting the demo target on port $DEMO_TARGET_PORT"
        start_demo_target
        wait_until_ready demo-target 30 demo_target_is_ready || start_failed demo-target "$LOGS/demo-target.log"
        end_step
    fi
    local patience=${COUNTERSIGN_START_SECONDS:-600}
    begin_step "starting the application server on port $APP_PORT${OWN_KEYCLOAK:+, Keycloak on port $KEYCLOAK_PORT}"
    [ -z "$OWN_KEYCLOAK" ] || start_keycloak
    if [ -n "$PRODUCTION" ]; then
        [ -z "$OWN_KEYCLOAK" ] || wait_until_ready keycloak "$patience" keycloak_is_ready || start_failed keycloak "$LOGS/keycloak.log"
        refuse_realm
    fi
    start_wildfly
    wait_until_ready server "$patience" server_is_ready || start_failed server "$LOGS/server.log"
    remove_handover
    if [ -n "$OWN_KEYCLOAK" ]; then
        end_step "Keycloak still starting"
        begin_step "waiting for Keycloak"
        wait_until_ready keycloak "$patience" keycloak_is_ready || start_failed keycloak "$LOGS/keycloak.log"
    fi
    end_step
    [ -z "$DETACH" ] || : >"$RUN/detached"
}

# Before the application is there: nobody has come in through what is refused.
refuse_realm() {
    FINDINGS=() WARNINGS=()
    look_at_realm
    if [ ${#FINDINGS[@]} -gt 0 ]; then
        [ -z "$TTY" ] || printf '\r\e[K'
        stop_everything >/dev/null
        rm -f "$RUN/up.pid"
    fi
    refuse_findings
}

# start_failed NAME LOG : nothing half-started stays behind
start_failed() {
    local verdict="did not get ready in time"
    if ! is_running "$1"; then
        verdict="ended while starting"
    elif [ "$1" = server ] && boot_failed; then
        verdict="could not deploy the application"
    fi
    [ -z "$TTY" ] || printf '\r\e[K'
    why_it_failed "$1" "$2" >&2
    stop_everything >/dev/null
    rm -f "$RUN/up.pid"
    die "the $1 $verdict; see $2"
}

# The server's own summary of a failed boot if there is one, else the last errors.
why_it_failed() {
    local text summary=''
    if [ "$1" = server ]; then
        text=$(log_of_this_start)
        summary=$(printf '%s\n' "$text" | awk '/WFLYCTL0013/ {on = 1} /^[0-9-]+ [0-9:,]+ / && !/WFLYCTL0013/ {on = 0} on' |
            sed -n 's/^ *\(Caused by: .*\)/\1/p' | awk '!seen[$0]++')
    else
        text=$(tail -n 200 "$2" 2>/dev/null || true)
    fi
    [ -n "$text" ] || text=$(cat "$LOGS/$1-console.log" 2>/dev/null || true)
    [ -n "$summary" ] || summary=$(printf '%s\n' "$text" | grep -a -E 'Caused by|ERROR|OutOfMemory|Address already' | grep -av 'WFLYSRV0026' || true)
    # one line for each setting that cannot be used; elsewhere the beginning says enough
    printf '%s\n' "$summary" | grep -a 'cannot be used (nothing was started)' | tail -n 1 |
        sed 's/.*: \([0-9]* settings* cannot be used\)/\1/; s/(nothing was started): /(nothing was started)\n  /; s/; /\n  /g' | printable || true
    printf '%s\n' "$summary" | grep -av 'cannot be used (nothing was started)' | tail -n 6 | cut -c1-300 | printable || true
}

print_addresses() {
    local base=$COUNTERSIGN_BASE_URL
    note "  REST      $base/v1      (description: $base/openapi)"
    if [ -n "${COUNTERSIGN_KEYCLOAK_URL:-}" ]; then
        note "  console   $base/console"
        note "  Keycloak  $COUNTERSIGN_KEYCLOAK_URL/realms/$COUNTERSIGN_KEYCLOAK_REALM"
    fi
    [ -z "$DEMO_TARGET" ] || note "  target    http://$HOST:$DEMO_TARGET_PORT   (ledger: $DATA/demo-target.ledger)"
    note "  health    http://$HOST:$MANAGEMENT_PORT/health"
    note "  logs      $LOGS/*.log"
    print_credentials
    note ''
}

# In the foreground: until Ctrl-C, `down`, or the end of one of the servers.
watch_over() {
    while everything_runs; do
        sleep 1 &
        wait $! || true
    done
    stop_everything
    rm -f "$RUN/up.pid"
    die "a server ended unexpectedly; see $LOGS/*.log, then start again with ./countersign up"
}

interrupted() {
    trap '' INT TERM HUP
    [ -z "$TTY" ] || printf '\r\e[K'
    note "stopping …"
    [ -z "${STEP_PID:-}" ] || kill_tree "$STEP_PID"
    stop_everything
    rm -rf "$INSTALL"/.new-*-$$
    rm -f "$RUN/up.pid" "$RUN/detached"
    EXPLAINED=yes
    exit 130
}

# kill_tree PID : a build step and what it started
kill_tree() {
    local child
    for child in $(process_lines | awk -v p="$1" '$2 == p {print $1}'); do
        kill_tree "$child"
    done
    kill -TERM "$1" 2>/dev/null || true
}
