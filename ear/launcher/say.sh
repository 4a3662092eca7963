# What the launcher says: one line per step with its time, one clear line when something is wrong.

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
    TTY=yes BOLD=$'\e[1m' DIM=$'\e[2m' RED=$'\e[31m' GREEN=$'\e[32m' PLAIN=$'\e[0m'
else
    TTY='' BOLD='' DIM='' RED='' GREEN='' PLAIN=''
fi

# One line on stderr: what is wrong and what to do; then out.
die() {
    EXPLAINED=yes
    [ -z "$TTY" ] || printf '\r\e[K'
    printf '%scountersign:%s %s\n' "$RED" "$PLAIN" "$*" >&2
    exit 1
}

# A launcher that ends without a word helps nobody: whatever slipped past our checks is said too.
EXPLAINED=''
explain_exit() {
    local status=$?
    if [ "$status" -ne 0 ] && [ -z "$EXPLAINED" ] && [ "$BASHPID" = "$$" ]; then
        printf '%scountersign:%s stopped unexpectedly (status %s)%s; run it with bash -x to see where\n' \
            "$RED" "$PLAIN" "$status" "${STEP:+ after \"$STEP\"}" >&2
    fi
}
trap explain_exit EXIT

note() {
    printf '%s\n' "$*"
}

# printable : stdin with every control character spelled out (C0 but tab and line end, DEL, C1, turns of direction), so that
# nothing that a script, a caller or the server wrote repaints the terminal. Line by line, also while it follows a log.
printable() {
    local rules='' code byte
    for code in {1..8} {11..31} 127; do
        printf -v byte "\\x$(printf %02x "$code")"
        rules+="s/$byte/$(printf '\\\\x%02x' "$code")/g;"
    done
    for code in {128..159}; do
        printf -v byte "\\xc2\\x$(printf %02x "$code")"
        rules+="s/$byte/$(printf '\\\\x%02x' "$code")/g;"
    done
    for code in aa ab ac ad ae; do printf -v byte "\\xe2\\x80\\x$code" && rules+="s/$byte/<direction>/g;"; done
    for code in a6 a7 a8 a9; do printf -v byte "\\xe2\\x81\\x$code" && rules+="s/$byte/<direction>/g;"; done
    if LC_ALL=C sed -u p </dev/null >/dev/null 2>&1; then LC_ALL=C sed -u "$rules"; else LC_ALL=C sed -l "$rules"; fi
}

now_ms() {
    if [ -n "${EPOCHREALTIME:-}" ]; then
        local t=${EPOCHREALTIME/[.,]/}
        echo $((t / 1000))
    else
        echo $(($(date +%s) * 1000))
    fi
}

seconds_since() {
    local ms=$(($(now_ms) - $1))
    printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100))
}

# begin_step TEXT … end_step [REMARK]
begin_step() {
    STEP=$1 STEP_BEGAN=$(now_ms) STEP_TOLD=$SECONDS
    if [ -n "$TTY" ]; then printf '  %s …' "$STEP"; else printf '  … %s\n' "$STEP"; fi
}

# Called while a step waits: a moving clock on a terminal, a line every fifteen seconds elsewhere.
tick_step() {
    if [ -n "$TTY" ]; then
        printf '\r\e[K  %s … %s%s%s' "$STEP" "$DIM" "$(seconds_since "$STEP_BEGAN")" "$PLAIN"
    elif [ $((SECONDS - STEP_TOLD)) -ge 15 ]; then
        STEP_TOLD=$SECONDS
        printf '    … %s: %s\n' "$STEP" "$(seconds_since "$STEP_BEGAN")"
    fi
}

end_step() {
    [ -z "$TTY" ] || printf '\r\e[K'
    printf '  %s✓%s %s%s %s(%s)%s\n' "$GREEN" "$PLAIN" "$STEP" "${1:+, $1}" "$DIM" "$(seconds_since "$STEP_BEGAN")" "$PLAIN"
}

# run_step TEXT LOG COMMAND… : runs it with its output in LOG; returns its status.
run_step() {
    local text=$1 log=$2 status=0
    shift 2
    begin_step "$text"
    "$@" >"$log" 2>&1 </dev/null 8>&- 9>&- &
    STEP_PID=$!
    while kill -0 "$STEP_PID" 2>/dev/null; do
        tick_step
        sleep 0.3
    done
    wait "$STEP_PID" || status=$?
    STEP_PID=
    [ "$status" -ne 0 ] || end_step
    return "$status"
}
