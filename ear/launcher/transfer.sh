# export and import: workflows and policies between installations, over the REST of the one that runs.

# transfer WORD FILE OPTIONS…
transfer() {
    local lib="$ROOT/ejb/sandbox/target/lib" key
    recall_options
    is_running server || die "there is no running installation on $DATA; start it with ./countersign up"
    key=${COUNTERSIGN_KEY:-$(credential admin_key)}
    [ -n "$key" ] || die "no administrator's key: $DATA/credentials holds none; set COUNTERSIGN_KEY"
    need_jdk
    [ -d "$lib" ] || die "the application is not built here; ./countersign up builds it"
    # the key travels in the environment: arguments of a process are for everybody to see
    COUNTERSIGN_TRANSFER_KEY=$key "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$lib/*" \
        "$LAUNCHER/Transfer.java" "$1" "http://$HOST:$APP_PORT" "${@:2}" || {
        EXPLAINED=yes
        exit 1
    }
}
