# Just enough HTTP for readiness and first keys, over bash's own sockets: nothing to install.

# http_call METHOD PORT PATH [BEARER [BODY [TYPE]]] : sets HTTP_STATUS (000 when nobody answers) and HTTP_BODY; BODY is JSON unless TYPE says otherwise
http_call() {
    local method=$1 port=$2 path=$3 bearer=${4:-} body=${5:-} type=${6:-application/json} answer
    HTTP_STATUS=000 HTTP_BODY=''
    answer=$(
        exec 2>/dev/null
        exec 3<>"/dev/tcp/$HOST/$port" || exit 1
        {
            printf '%s %s HTTP/1.0\r\nHost: %s:%s\r\nConnection: close\r\nAccept: application/json\r\n' "$method" "$path" "$HOST" "$port"
            [ -z "$bearer" ] || printf 'Authorization: Bearer %s\r\n' "$bearer"
            [ -z "$body" ] || printf 'Content-Type: %s\r\nContent-Length: %s\r\n' "$type" "$(printf %s "$body" | wc -c | tr -d ' ')"
            printf '\r\n%s' "$body"
        } >&3
        timeout_cat 10 <&3
    ) || true
    [[ "$answer" =~ ^HTTP/1\.[01]\ ([0-9]{3}) ]] || return 0
    HTTP_STATUS=${BASH_REMATCH[1]}
    HTTP_BODY=${answer#*$'\r\n\r\n'}
}

timeout_cat() {
    if command -v timeout >/dev/null; then timeout "$1" cat; else cat; fi
}

# json_text FIELD : the first string value of that name in HTTP_BODY
json_text() {
    printf '%s' "$HTTP_BODY" | sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -1
}
