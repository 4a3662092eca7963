# down: ends what runs on the data directory, whoever started it.

command_down() {
    read_options --port-offset --data -- "$@"
    [ -d "$RUN" ] || { note "nothing runs on $DATA"; return 0; }
    DATA=$(cd "$DATA" && pwd -P)
    settle_places
    local launcher
    launcher=$(pid_of up)
    if [ -n "$launcher" ] && process_lines "$launcher" | grep 'countersign.* up' >/dev/null; then
        ask_launcher "$launcher"
    fi
    if ! is_running server && ! is_running keycloak && ! is_running demo-target; then
        stop_everything
        rm -f "$RUN/detached" "$RUN/up.pid"
        note "nothing runs on $DATA"
        return 0
    fi
    stop_everything
    rm -f "$RUN/detached" "$RUN/up.pid"
}

# An `up` in the foreground stops its servers by itself when it is told to end.
ask_launcher() {
    begin_step "asking ./countersign up (pid $1) to stop"
    kill -TERM "$1" 2>/dev/null || true
    local deadline=$((SECONDS + 45))
    while alive "$1" && [ $SECONDS -lt $deadline ]; do
        tick_step
        sleep 0.2
    done
    end_step
}
