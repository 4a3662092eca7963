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
