# logs [-f] [server|keycloak]: the last lines of a log, or of all; -f follows.

command_logs() {
    local follow='' words=()
    while [ $# -gt 0 ]; do
        if [ "$1" = -f ] || [ "$1" = --follow ]; then follow=yes; else words+=("$1"); fi
        shift
    done
    read_options --data --port-offset -- ${words[@]+"${words[@]}"}
    local files=() name
    for name in "${REST_OF_OPTIONS[@]:-server keycloak}"; do
        case "$name" in
            server | keycloak | demo-target) files+=("$LOGS/$name.log") ;;
            'server keycloak') for name in server keycloak; do [ ! -f "$LOGS/$name.log" ] || files+=("$LOGS/$name.log"); done ;;
            *) die "there is no log '$name'; logs takes server, keycloak or demo-target" ;;
        esac
    done
    [ ${#files[@]} -gt 0 ] && [ -f "${files[0]}" ] || die "no log yet below $LOGS: start with ./countersign up"
    if [ -n "$follow" ]; then
        # an interrupt is how following ends
        EXPLAINED=yes
        tail -n 50 -F "${files[@]}" | printable
        return
    fi
    tail -n 100 "${files[@]}" | printable
}
