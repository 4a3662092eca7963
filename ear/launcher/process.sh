# Processes that outlive a command: each has a pid file below the data directory and runs in a session of its own, so
# that its children (the sandbox workers) can be found and ended with it.

# A process that ended and waits for its parent to notice is dead to us.
alive() {
    kill -0 "$1" 2>/dev/null || return 1
    case "$(process_state "$1")" in '' | Z*) return 1 ;; esac
}

# Whether pid $1 lives and is really of this data directory: pids are reused.
is_ours() {
    [ -n "$1" ] && kill -0 "$1" 2>/dev/null || return 1
    process_matches "$1" "-Dcountersign.of=$DATA:"
}

pid_of() {
    cat "$RUN/$1.pid" 2>/dev/null || true
}

is_running() {
    is_ours "$(pid_of "$1")"
}

# Variables that what is started next does not get (hide_secrets).
HIDDEN=()

# spawn NAME LOG COMMAND… : in the background, its own session, nothing of ours kept open
spawn() {
    local name=$1 log=$2 apart=setsid
    shift 2
    command -v setsid >/dev/null || apart=nohup
    (
        [ ${#HIDDEN[@]} -eq 0 ] || unset "${HIDDEN[@]}"
        exec "$apart" "$@"
    ) >>"$log" 2>&1 </dev/null 8>&- 9>&- &
    echo $! >"$RUN/$name.pid"
    disown $! 2>/dev/null || true
    # until the copy of this shell has become the program, nothing tells that it is ours
    local tries=0
    until is_ours $! || ! alive $! || [ $((tries += 1)) -gt 100 ]; do
        sleep 0.05
    done
}

# stop_process NAME SECONDS : asks, waits, then ends it and all of its session
stop_process() {
    local name=$1 patience=$2 pid
    pid=$(pid_of "$name")
    if is_ours "$pid"; then
        kill -TERM "$pid" 2>/dev/null || true
        local deadline=$((SECONDS + patience))
        while alive "$pid" && [ $SECONDS -lt $deadline ]; do
            sleep 0.2
        done
        kill -KILL "$pid" 2>/dev/null || true
    fi
    end_session "$pid"
    rm -f "$RUN/$name.pid"
}

# What a dead leader left behind in its session, if its command line names our data directory: session ids are reused too.
end_session() {
    local leader=$1 pid
    [ -n "$leader" ] && ! alive "$leader" || return 0
    for pid in $(process_lines |
        awk -v session="$leader" -v ours="$DATA/" '$3 == session && index($0, ours) {print $1}'); do
        kill -KILL "$pid" 2>/dev/null || true
    done
}

stop_everything() {
    local name text
    remove_handover
    for name in server keycloak demo-target; do
        [ -n "$(pid_of $name)" ] || continue
        text="stopping the ${name/server/application server}"
        text=${text/the keycloak/Keycloak}
        if is_running "$name"; then
            begin_step "$text"
            stop_process "$name" 25
            end_step
        else
            stop_process "$name" 1
        fi
    done
}

# Only one `up` at a time works on a data directory; the system drops the lock when its holder dies.
take_lock() {
    exec 9>"$RUN/up.lock"
    if command -v flock >/dev/null; then
        flock -n 9 && return 0
    else
        local holder
        holder=$(pid_of up)
        [ -n "$holder" ] && kill -0 "$holder" 2>/dev/null && process_matches "$holder" countersign || return 0
    fi
    die "another './countersign up' is at work on $DATA (pid $(pid_of up)); stop it with ./countersign down or Ctrl-C, or choose another directory with --data"
}

port_is_open() {
    (exec 3<>"/dev/tcp/$HOST/$1") 2>/dev/null
}

# need_port PORT WHAT
need_port() {
    port_is_open "$1" || return 0
    local holder=''
    if command -v ss >/dev/null; then
        holder=$(ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/ by \1 (pid \2)/p' | head -1)
    elif command -v lsof >/dev/null; then
        holder=$(lsof -nP -iTCP:"$1" -sTCP:LISTEN -Fpc 2>/dev/null | tr '\n' ' ' | sed -n 's/^p\([0-9]*\) c\([^ ]*\).*/ by \2 (pid \1)/p')
    fi
    die "port $1 ($2) is in use$holder: stop that, or shift all ports with --port-offset, e.g. --port-offset $((OFFSET + 1000))"
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
