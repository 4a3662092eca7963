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
    report_sandbox
    [ ! -f "$RUN/keycloak.pid" ] || report_process keycloak "$KEYCLOAK_PORT" keycloak_is_ready
    [ ! -f "$RUN/demo-target.pid" ] || report_process demo-target "$DEMO_TARGET_PORT" demo_target_is_ready
    EXPLAINED=yes
    return $STATUS
}

# The layers around the sandbox's workers, as the server's health tells them.
report_sandbox() {
    local holding missing
    holding=$(json_text sandbox-layers.holding)
    missing=$(json_text sandbox-layers.missing)
    [ -z "$holding$missing" ] || printf '%-12s layers %s; missing %s\n' sandbox "$holding" "$missing"
}
