# What runs on this machine: read from /proc, and where there is none (macOS) from ps. A small image has no ps.

# process_lines [PID…] : PID PARENT SESSION STATE COMMAND LINE of each, one a line; of all processes without a PID
process_lines() {
    if [ ! -r /proc/self/stat ]; then
        if [ $# -eq 0 ]; then set -- -e; else set -- -p "$(IFS=, && echo "$*")"; fi
        ps -ww "$@" -o pid= -o ppid= -o sess= -o stat= -o args= 2>/dev/null || true
        return 0
    fi
    [ $# -gt 0 ] || set -- $(cd /proc && echo [0-9]*)
    local pid stat words argument
    for pid in "$@"; do
        { IFS= read -r -d '' stat || true; } 2>/dev/null <"/proc/$pid/stat" || continue
        [ -n "$stat" ] || continue
        # the name of the program stands in parentheses and may hold anything
        words=(${stat##*) })
        printf '%s %s %s %s' "$pid" "${words[1]}" "${words[3]}" "${words[0]}"
        { while IFS= read -r -d '' argument; do printf ' %s' "${argument//$'\n'/ }"; done; } 2>/dev/null <"/proc/$pid/cmdline" || true
        echo
    done
}

# process_state PID : a letter; Z is one that ended and waits for its parent to notice; nothing when there is none
process_state() {
    process_lines "$1" | awk '{print $4}'
}

# process_matches PID TEXT : whether its command line holds the text. It has none at the moment of becoming another program.
process_matches() {
    local line pid parent session state command tries
    for tries in 1 2 3 4 5; do
        line=$(process_lines "$1")
        read -r pid parent session state command <<<"$line" || true
        [ -z "$line" ] || [ -n "$command" ] || [ "$state" = Z ] || { sleep 0.1 && continue; }
        break
    done
    [[ "$command" == *"$2"* ]]
}
