# The demo target: something on loopback that scripts can act on, with a ledger of what reached it.

start_demo_target() {
    : >"$LOGS/demo-target.log"
    hide_secrets
    spawn demo-target "$LOGS/demo-target.log" "$JAVA" "-Dcountersign.of=$DATA:" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        "$LAUNCHER/DemoTarget.java" "$HOST" "$DEMO_TARGET_PORT" "$DATA/demo-target.ledger"
}

demo_target_is_ready() {
    http_call GET "$DEMO_TARGET_PORT" /health
    [ "$HTTP_STATUS" = 200 ]
}
