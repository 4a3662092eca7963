# doctor: what works, what does not, and what a production installation must not have. Exit 0 when nothing is wrong.

command_doctor() {
    read_options --production --no-keycloak --port-offset --data --profile -- "$@"
    [ ${#REST_OF_OPTIONS[@]} -eq 0 ] || die "doctor takes no '${REST_OF_OPTIONS[0]}'; ./countersign help shows its options"
    [ ! -d "$DATA" ] || DATA=$(cd "$DATA" && pwd -P)
    settle_places
    local wanted=$PRODUCTION
    recall_options
    PRODUCTION=${wanted:-$PRODUCTION}
    read_secret_files
    settle_database
    need_jdk
    SICK=0
    note "Countersign on $DATA, JDK $JDK_VERSION from $JDK"
    report_disk
    report_servers
    export_known_settings
    look_at_settings
    if [ -n "${COUNTERSIGN_KEYCLOAK_URL:-}" ] && keycloak_can_be_asked; then
        look_at_realm
    else
        warning "Keycloak does not run, so that the realm was not looked at"
    fi
    note "Settings of this shell, as --production sees them:"
    show_findings
    [ ${#FINDINGS[@]} -gt 0 ] || note "  nothing to refuse"
    [ -z "$PRODUCTION" ] || [ ${#FINDINGS[@]} -eq 0 ] || SICK=1
    EXPLAINED=yes
    return $SICK
}

report_disk() {
    local free place=$DATA
    [ -d "$place" ] || place=$ROOT
    free=$(df -Pk "$place" 2>/dev/null | awk 'NR==2 {print int($4/1024)}')
    note "  disk          ${free:-?} MB free"
    [ -z "$free" ] || [ "$free" -ge 300 ] || SICK=1
}

report_servers() {
    if [ ! -d "$RUN" ]; then
        note "  server        nothing was started here yet"
        return 0
    fi
    STATUS=0
    report_process server "$APP_PORT" server_is_ready | sed 's/^/  /'
    is_running server || { SICK=1 && return 0; }
    http_call GET "$MANAGEMENT_PORT" /health/ready
    [ "$HTTP_STATUS" = 200 ] || SICK=1
    # each probe with what it knows, the age of the directory among it
    COUNTERSIGN_DOCTOR_HEALTH=$HTTP_BODY run_doctor health
    [ ! -f "$RUN/keycloak.pid" ] || report_process keycloak "$KEYCLOAK_PORT" keycloak_is_ready | sed 's/^/  /'
    [ ! -f "$RUN/keycloak.pid" ] || is_running keycloak || SICK=1
}

# What `up` would export, without making anything: an installation that was never started has no secrets yet.
export_known_settings() {
    OWN_KEYCLOAK=''
    export COUNTERSIGN_BASE_URL=${COUNTERSIGN_BASE_URL:-http://$HOST:$APP_PORT}
    export COUNTERSIGN_KEYCLOAK_REALM=${COUNTERSIGN_KEYCLOAK_REALM:-countersign}
    if [ -z "${COUNTERSIGN_KEYCLOAK_URL:-}" ] && [ -n "$WITH_KEYCLOAK" ]; then
        export COUNTERSIGN_KEYCLOAK_URL=http://$HOST:$KEYCLOAK_PORT
        export KC_BOOTSTRAP_ADMIN_USERNAME=${KC_BOOTSTRAP_ADMIN_USERNAME:-admin}
        export KC_BOOTSTRAP_ADMIN_PASSWORD=${KC_BOOTSTRAP_ADMIN_PASSWORD:-$(known_secret keycloak-admin)}
        OWN_KEYCLOAK=yes
    fi
    export COUNTERSIGN_DIRECTORY_SECRET=${COUNTERSIGN_DIRECTORY_SECRET:-$(known_secret directory)}
    local key=${COUNTERSIGN_BOOTSTRAP_ADMIN_KEY:-}
    [ -n "$key" ] || key=$(credential admin_key)
    # one that `up` would make is long and random
    [ -n "$key" ] || key=csk_$(random_base64url 32)
    COUNTERSIGN_BOOTSTRAP_ADMIN_KEY=$key
}

known_secret() {
    cat "$SECRETS/$1" 2>/dev/null || true
}

keycloak_can_be_asked() {
    [ -z "$OWN_KEYCLOAK" ] || is_running keycloak
}
