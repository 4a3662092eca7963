# What an installation generates for itself at its first start, and the demo credentials. Files are readable by their owner only.

# secret NAME BYTES : made once, then always the same
secret() {
    [ -s "$SECRETS/$1" ] || (umask 077 && random_base64url "$2" >"$SECRETS/$1.new" && mv "$SECRETS/$1.new" "$SECRETS/$1")
    cat "$SECRETS/$1"
}

random_hex() {
    od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'
}

random_base64url() {
    head -c "$1" /dev/urandom | base64 | tr -d '=\n' | tr '+/' '-_'
}

# --- how secrets reach the server ---
# A process's environment can be read as long as it lives, by whoever may look at the process. So the server gets its secrets
# in a file of its owner's that it reads while it starts, and that is gone when it is ready.

# is_secret NAME : whether a variable's value is nobody's to see
is_secret() {
    case "$1" in
        SECRET_*_FILE | *_PASSWORD_FILE | *_SECRET_FILE | *_TOKEN_FILE | *_KEY_FILE) return 1 ;;
        SECRET_* | *_PASSWORD | *_SECRET | *_TOKEN | *_KEY | TEAMS_WEBHOOK_URL | COUNTERSIGN_DB_URL) return 0 ;;
        *) return 1 ;;
    esac
}

# The secrets' names among this shell's exported variables, one a line.
secret_names() {
    local name
    while IFS= read -r name; do
        ! is_secret "$name" || printf '%s\n' "$name"
    done < <(compgen -e)
}

# NAME_FILE names a file that holds the value of NAME, as container platforms hand secrets over; NAME itself wins.
read_secret_files() {
    local file name value
    while IFS= read -r file; do
        name=${file%_FILE}
        [ "$name" != "$file" ] && is_secret "$name" && [ -z "${!name:-}" ] && [ -n "${!file:-}" ] || continue
        value=$(cat "${!file}" 2>/dev/null) || die "$file names ${!file}, which cannot be read"
        printf -v "$name" %s "$value"
        # shellcheck disable=SC2163
        export "$name"
    done < <(compgen -e)
}

# ascii : stdin's characters outside of ASCII as \uXXXX, the only way in which a properties file holds them
ascii() {
    od -An -v -tu1 | LC_ALL=C awk '
        function u(code) { printf "\\u%04x", code }
        { for (i = 1; i <= NF; i++) byte[n++] = $i }
        END {
            for (i = 0; i < n; i += more + 1) {
                more = byte[i] < 128 ? 0 : byte[i] < 224 ? 1 : byte[i] < 240 ? 2 : 3
                code = more == 0 ? byte[i] : byte[i] % (more == 1 ? 32 : more == 2 ? 16 : 8)
                for (k = 1; k <= more; k++) code = code * 64 + byte[i + k] % 64
                if (code < 128) printf "%c", code
                else if (code < 65536) u(code)
                else { u(55296 + int((code - 65536) / 1024)); u(56320 + (code - 65536) % 1024) }
            }
        }'
}

# property NAME VALUE : a line of a Java properties file
property() {
    local value=${2//\\/\\\\}
    value=${value//$'\n'/\\n} value=${value//$'\r'/\\r} value=${value//$'\t'/\\t}
    case "$value" in ' '*) value="\\$value" ;; esac
    printf '%s=%s\n' "$1" "$(printf %s "$value" | ascii)"
}

# Everything that the server has to know and nobody else has to see, by its variable's and its property's name.
write_handover() {
    local name
    HANDOVER="$RUN/handover.properties"
    rm -f "$HANDOVER"
    (
        umask 077
        {
            property countersign.db.url "$DB_URL"
            while IFS= read -r name; do
                [ -n "${!name}" ] && [ "$name" != COUNTERSIGN_DB_URL ] || continue
                property "$name" "${!name}"
                property "$(printf %s "$name" | tr '[:upper:]_' '[:lower:].')" "${!name}"
            done < <(secret_names)
        } >"$HANDOVER"
    ) || die "cannot write $HANDOVER"
}

remove_handover() {
    rm -f "$RUN/handover.properties"
}

# hide_secrets [NAME…] : what is started next (spawn) gets no secrets in its environment, but those named
hide_secrets() {
    local name
    HIDDEN=()
    while IFS= read -r name; do
        case " $* " in *" $name "*) ;; *) HIDDEN+=("$name") ;; esac
    done < <(secret_names)
}

# The environment of the servers: what the caller set wins, the rest is generated or follows from the ports.
export_settings() {
    export COUNTERSIGN_BASE_URL=${COUNTERSIGN_BASE_URL:-http://$HOST:$APP_PORT}
    export COUNTERSIGN_KEYCLOAK_REALM=${COUNTERSIGN_KEYCLOAK_REALM:-countersign}
    local name variable
    for name in directory console; do
        variable=COUNTERSIGN_$(printf %s "$name" | tr '[:lower:]' '[:upper:]')_SECRET
        [ -n "${!variable:-}" ] || printf -v "$variable" %s "$(secret "$name" 32)"
        # shellcheck disable=SC2163
        export "$variable"
    done
    export COUNTERSIGN_SERVER_KEY=${COUNTERSIGN_SERVER_KEY:-$(secret server-key 32)}
    if [ -n "${COUNTERSIGN_KEYCLOAK_URL:-}" ]; then
        # somebody else's Keycloak: ours stays off
        OWN_KEYCLOAK=''
    elif [ -n "$WITH_KEYCLOAK" ]; then
        OWN_KEYCLOAK=yes
        export COUNTERSIGN_KEYCLOAK_URL=http://$HOST:$KEYCLOAK_PORT
        export KC_BOOTSTRAP_ADMIN_USERNAME=${KC_BOOTSTRAP_ADMIN_USERNAME:-admin}
        export KC_BOOTSTRAP_ADMIN_PASSWORD=${KC_BOOTSTRAP_ADMIN_PASSWORD:-$(secret keycloak-admin 12)}
    else
        OWN_KEYCLOAK=''
    fi
    export_admin_key
    require_layers
    if [ -n "$DEMO_TARGET" ]; then
        export EGRESS_ALLOWED_HOSTS="${EGRESS_ALLOWED_HOSTS:+$EGRESS_ALLOWED_HOSTS,}$HOST"
    fi
}

export_admin_key() {
    local key=${COUNTERSIGN_BOOTSTRAP_ADMIN_KEY:-}
    [ -n "$key" ] || key=$(credential admin_key)
    [ -n "$key" ] || key=csk_$(random_base64url 32)
    [[ "$key" =~ ^csk_[A-Za-z0-9_-]{20,200}$ ]] ||
        die "COUNTERSIGN_BOOTSTRAP_ADMIN_KEY must be csk_ and 43 random characters A-Z a-z 0-9 _ - (at least 20)"
    export COUNTERSIGN_BOOTSTRAP_ADMIN_KEY=$key
    remember_credential admin_key "$key"
}

credential() {
    [ ! -r "$DATA/credentials" ] || sed -n "s/^$1=//p" "$DATA/credentials"
}

remember_credential() {
    [ "$(credential "$1")" != "$2" ] || return 0
    (
        umask 077
        { grep -v "^$1=" "$DATA/credentials" 2>/dev/null || true; printf '%s=%s\n' "$1" "$2"; } >"$DATA/credentials.new"
        mv "$DATA/credentials.new" "$DATA/credentials"
    )
}

# The demo's human and agent keys, made over REST as any key is: the human one by maya's own sign-in where there is a Keycloak,
# since nobody makes a human key for somebody else there. An installation whose administrator revoked the first key has none.
make_demo_keys() {
    make_demo_key human_key as_maya '{"name":"demo human","key_type":"human","owner":"maya","roles":["approver","workflow-author","soc-analyst"],"scopes":["workflows:read","workflows:write","workflows:execute","approvals:read","approvals:write","audit:read"]}'
    make_demo_key agent_key as_admin '{"name":"demo agent","key_type":"agent","owner":"sam","scopes":["workflows:read","workflows:execute","approvals:read"]}'
}

as_admin() {
    BEARER=$COUNTERSIGN_BOOTSTRAP_ADMIN_KEY
}

as_maya() {
    as_admin
    [ -n "$OWN_KEYCLOAK" ] || return 0
    http_call POST "$KEYCLOAK_PORT" "/realms/$COUNTERSIGN_KEYCLOAK_REALM/protocol/openid-connect/token" '' \
        'grant_type=password&client_id=countersign-cli&username=maya&password=maya' application/x-www-form-urlencoded
    BEARER=$(json_text access_token)
}

# make_demo_key NAME WHO JSON : the application may need a moment to hear of Keycloak's people
make_demo_key() {
    [ -z "$(credential "$1")" ] || return 0
    begin_step "making the demo ${1/_/ }"
    local key='' tries=0
    while [ -z "$key" ] && [ "$tries" -lt 15 ]; do
        [ "$tries" -eq 0 ] || sleep 2
        tries=$((tries + 1))
        "$2"
        http_call POST "$APP_PORT" /v1/api-keys "$BEARER" "$3"
        [ "$HTTP_STATUS" != 201 ] || key=$(json_text key)
        case "$HTTP_STATUS" in 401 | 422 | 503) ;; *) break ;; esac
    done
    if [ -n "$key" ]; then
        remember_credential "$1" "$key"
        end_step
    else
        end_step "not made: the server answered $HTTP_STATUS $(json_text code)"
    fi
}

print_credentials() {
    note ''
    if [ -n "$PRODUCTION" ]; then
        note "The first administrator's API key is in $DATA/credentials; Keycloak's own administrator is ${KC_BOOTSTRAP_ADMIN_USERNAME:-yours}."
        note 'There are no demo users: make people and give them roles in Keycloak, revoke the key once an administrator has signed in.'
        return 0
    fi
    note "API keys (also in $DATA/credentials)"
    note "  admin     $(credential admin_key)"
    [ -z "$(credential human_key)" ] || note "  human     $(credential human_key)   maya: approver, workflow-author, soc-analyst"
    [ -z "$(credential agent_key)" ] || note "  agent     $(credential agent_key)   on behalf of sam"
    [ -n "$OWN_KEYCLOAK" ] || return 0
    note ''
    note 'Demo users of the console (the password is the user name)'
    note '  alex      approver                             maya  soc-analyst, workflow-author, approver'
    note '  blake     workflow-publisher, approver, soc-lead   sam   soc-analyst'
    note '  casey     approver, network                    vic   soc-viewer'
    note '  drew      emergency-approver, approver         root  soc-admin'
    note "Keycloak's own administrator: $KC_BOOTSTRAP_ADMIN_USERNAME, $([ -s "$SECRETS/keycloak-admin" ] && [ "$KC_BOOTSTRAP_ADMIN_PASSWORD" = "$(cat "$SECRETS/keycloak-admin")" ] && printf %s "$KC_BOOTSTRAP_ADMIN_PASSWORD" || printf 'the password that you gave at the first start')"
}
