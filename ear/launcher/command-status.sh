# status: each server's pid and health. Exit 0 when all that was started is well, 1 otherwise.

command_status() {
    read_options --port-offset --data -- "$@"
    if [ ! -d "$RUN" ]; then
        note "nothing was started on $DATA"
        EXPLAINED=yes
        return 1
    fi
    DATA=$(cd "$DATA" && pwd -P)
    settle_places
    recall_options
    STATUS=0
    report_process server "$APP_PORT" server_is_ready
    [ ! -f "$RUN/keycloak.pid" ] || report_process keycloak "$KEYCLOAK_PORT" keycloak_is_ready
    [ ! -f "$RUN/demo-target.pid" ] || report_process demo-target "$DEMO_TARGET_PORT" demo_target_is_ready
    EXPLAINED=yes
    return $STATUS
}

# report_process NAME PORT PROBE
report_process() {
    local name=$1 port=$2 probe=$3
    if ! is_running "$name"; then
        STATUS=1
        printf '%-12s not running\n' "$name"
    elif "$probe"; then
        printf '%-12s pid %-8s port %-6s healthy\n' "$name" "$(pid_of "$name")" "$port"
    else
        STATUS=1
        printf '%-12s pid %-8s port %-6s not ready (health answers %s)\n' "$name" "$(pid_of "$name")" "$port" "$HTTP_STATUS"
    fi
}
