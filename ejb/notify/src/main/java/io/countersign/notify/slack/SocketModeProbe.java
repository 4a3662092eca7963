package io.countersign.notify.slack;

import io.countersign.health.Probe;
import java.time.Instant;
import java.util.Map;

/** Shows whether Slack can bring clicks over the socket. Never a reason to turn requests away: every other way works. */
final class SocketModeProbe implements Probe {
    private volatile Result now = Result.down("not connected yet");

    void connected(Instant since) {
        now = Result.working(Map.of("connected", "true", "since", since.toString()));
    }

    void gone(String why) {
        now = new Result(false, Map.of("connected", "false", "reason", why));
    }

    @Override
    public String name() {
        return "slack-socket";
    }

    @Override
    public Kind kind() {
        return Kind.REPORT;
    }

    @Override
    public Result check() {
        return now;
    }
}
