package io.countersign.notify.slack;

import io.countersign.kernel.ForeignJson;
import io.countersign.notify.delivery.HttpSender;
import io.countersign.notify.delivery.NotifySettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Opens connections of Socket Mode: each has an address of its own, which Slack tells whoever has the app's token. */
final class SlackConnections {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpSender http;
    private final NotifySettings settings;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** Why there is no connection, in words without token and address. */
    static final class NoConnection extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient @Nullable Duration retryAfter;

        NoConnection(String why, @Nullable Duration retryAfter) {
            super(why);
            this.retryAfter = retryAfter;
        }

        /** Slack's own wish. */
        @Nullable
        Duration retryAfter() {
            return retryAfter;
        }
    }

    SlackConnections(HttpSender http, NotifySettings settings) {
        this.http = http;
        this.settings = settings;
    }

    WebSocket open(WebSocket.Listener listener) throws NoConnection, InterruptedException {
        CompletableFuture<WebSocket> opening = opening(address(), listener);
        boolean handedOver = false;
        try {
            WebSocket socket = opening.get(2 * CONNECT.toSeconds(), TimeUnit.SECONDS);
            handedOver = true;
            return socket;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new NoConnection(
                    "cannot connect: " + (cause == null ? e : cause).getClass().getSimpleName(), null);
        } catch (TimeoutException e) {
            throw new NoConnection("cannot connect in time", null);
        } finally {
            // an interrupted wait may end just as the socket opens: whoever is not given it must not leave it open
            if (!handedOver) {
                opening.whenComplete((socket, failure) -> abort(socket));
            }
        }
    }

    private CompletableFuture<WebSocket> opening(URI address, WebSocket.Listener listener) throws NoConnection {
        try {
            return client.newWebSocketBuilder().connectTimeout(CONNECT).buildAsync(address, listener);
        } catch (IllegalArgumentException e) {
            // its message shows the address, and with it the ticket
            throw new NoConnection("Slack's answer has no address of a socket", null);
        }
    }

    private static void abort(@Nullable WebSocket socket) {
        if (socket != null) {
            socket.abort();
        }
    }

    private URI address() throws NoConnection, InterruptedException {
        HttpSender.Reply reply;
        try {
            reply = http.post(
                    settings.slackMethod("apps.connections.open"),
                    Map.of("Authorization", "Bearer " + settings.slackAppToken()),
                    "{}");
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new NoConnection("Slack: " + e.getMessage(), null);
        }
        if (!reply.ok()) {
            throw new NoConnection("Slack answered HTTP " + reply.status(), reply.retryAfter());
        }
        return address(reply);
    }

    private URI address(HttpSender.Reply reply) throws NoConnection {
        ForeignJson answer = ForeignJson.read(reply.body()).orElseThrow(SlackConnections::notUnderstood);
        if (!answer.isTrue("ok")) {
            String error = String.valueOf(answer.text("error")).replaceAll("[^a-z0-9_]", "");
            throw new NoConnection("Slack says " + error, reply.retryAfter());
        }
        try {
            URI address = URI.create(String.valueOf(answer.text("url")));
            if (!encryptedEnough(settings.slackBaseUrl(), address)) {
                throw new NoConnection("Slack's answer has no address of a socket", null);
            }
            return address;
        } catch (IllegalArgumentException noAddress) {
            throw notUnderstood();
        }
    }

    private static NoConnection notUnderstood() {
        return new NoConnection("Slack answered something that is not understood", null);
    }

    /** Without encryption only where the API itself is spoken to without. */
    static boolean encryptedEnough(URI base, URI address) {
        String scheme = String.valueOf(address.getScheme());
        boolean plain = "http".equalsIgnoreCase(base.getScheme());
        return address.getHost() != null
                && (scheme.equalsIgnoreCase("wss") || (plain && scheme.equalsIgnoreCase("ws")));
    }
}
