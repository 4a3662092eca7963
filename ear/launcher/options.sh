# The options that several commands share, and the places and ports that follow from them.

WITH_KEYCLOAK=yes DETACH='' DEMO_TARGET='' OFFSET=${COUNTERSIGN_PORT_OFFSET:-0} DATA=${COUNTERSIGN_DATA:-} PROFILE='' PRODUCTION=${COUNTERSIGN_PRODUCTION:-} REST_OF_OPTIONS=()

# read_options ALLOWED… -- ARGUMENTS… : unknown options end the command; other words are left in REST_OF_OPTIONS
read_options() {
    local allowed=' '
    while [ "$1" != -- ]; do
        allowed="$allowed$1 "
        shift
    done
    shift
    while [ $# -gt 0 ]; do
        case "$1" in
            -*) [[ "$allowed" == *" ${1%%=*} "* ]] || die "unknown option '$1'; ./countersign help lists what there is" ;;
        esac
        case "$1" in
            --port-offset=* | --data=* | --profile=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
        esac
        case "$1" in
            --port-offset | --data | --profile) [ $# -ge 2 ] && [ -n "$2" ] || die "$1 needs a value" ;;
        esac
        case "$1" in
            --no-keycloak) WITH_KEYCLOAK='' ;;
            --detach) DETACH=yes ;;
            --demo-target) DEMO_TARGET=yes ;;
            --production) PRODUCTION=yes ;;
            --port-offset) OFFSET=$2 && shift ;;
            --data) DATA=$2 && shift ;;
            --profile) PROFILE=$2 && shift ;;
            *) REST_OF_OPTIONS+=("$1") ;;
        esac
        shift
    done
    settle_places
}

settle_places() {
    [[ "$OFFSET" =~ ^[0-9]{1,5}$ ]] && [ "$((10#$OFFSET))" -le 50000 ] || die "--port-offset must be a number from 0 to 50000, not '$OFFSET'"
    OFFSET=$((10#$OFFSET))
    case "$PRODUCTION" in '' | yes) ;; no | false) PRODUCTION='' ;; *) PRODUCTION=yes ;; esac
    case "$PROFILE" in '' | h2 | postgres) ;; *) die "there is no profile '$PROFILE'; --profile takes postgres (or h2, the default)" ;; esac
    [ -n "$DATA" ] || DATA="$ROOT/data"
    case "$DATA" in /*) ;; *) DATA="$PWD/$DATA" ;; esac
    case "$DATA" in *[[:space:]\;\'\"\$\\]*) die "the data directory '$DATA' has a blank or a special character in its name; choose another with --data" ;; esac
    APP_PORT=$((8080 + OFFSET)) MANAGEMENT_PORT=$((9990 + OFFSET))
    KEYCLOAK_PORT=$((8180 + OFFSET)) KEYCLOAK_HEALTH_PORT=$((9000 + OFFSET)) DEMO_TARGET_PORT=$((8199 + OFFSET))
    HOST=127.0.0.1
    RUN="$DATA/run" LOGS="$DATA/logs" SECRETS="$DATA/secrets"
    INSTALL="$ROOT/.countersign"
}

# The data directory exists, is ours to write and is closed to others.
make_places() {
    mkdir -p "$DATA" 2>/dev/null && [ -w "$DATA" ] || die "cannot write to the data directory $DATA; choose another with --data"
    chmod 700 "$DATA" 2>/dev/null || true
    DATA=$(cd "$DATA" && pwd -P)
    settle_places
    mkdir -p "$RUN" "$LOGS" "$DATA/db" "$DATA/server" "$SECRETS" "$INSTALL" || die "cannot create directories below $DATA"
}

# The ports that a started instance really uses, when a later command was given none.
remember_options() {
    printf 'OFFSET=%s\nWITH_KEYCLOAK=%s\nDEMO_TARGET=%s\nPRODUCTION=%s\n' \
        "$OFFSET" "$WITH_KEYCLOAK" "$DEMO_TARGET" "$PRODUCTION" >"$RUN/options"
}

recall_options() {
    local key value
    [ -r "$RUN/options" ] || return 0
    while IFS='=' read -r key value; do
        case "$key" in OFFSET | WITH_KEYCLOAK | DEMO_TARGET | PRODUCTION) printf -v "$key" '%s' "$value" ;; esac
    done <"$RUN/options"
    settle_places
}
