package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends half of a body and falls silent holds nobody up. */
class HalfSentBodiesIT {
    private static final int SILENT = 50;

    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @ParameterizedTest
    @ValueSource(strings = {"/v1/approvals", "/mcp", "/v1/approvals/callback/slack"})
    void strangersHoldNoThread(String path) throws IOException {
        withSilent(path, "", this::aGoodCallIsQuick);
    }

    @Test
    void neitherDoKeyHoldersNorThoseWhoAskWhetherToSend() throws IOException {
        withSilent("/v1/approvals", "Authorization: Bearer " + cast.agent.key() + "\r\n", this::aGoodCallIsQuick);
        withSilent("/v1/approvals", "Expect: 100-continue\r\n", this::aGoodCallIsQuick);
    }

    private void aGoodCallIsQuick() {
        long from = System.nanoTime();
        assertEquals(200, cast.agent.get("/v1/workflows").status());
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        assertTrue(took.toMillis() < 1000, () -> "a good call took " + took);
    }

    private void withSilent(String path, String headers, Runnable meanwhile) throws IOException {
        URI base = URI.create(cast.agent.base());
        String half = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < SILENT; i++) {
                Socket socket = new Socket(base.getHost(), base.getPort());
                silent.add(socket);
                socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            }
            meanwhile.run();
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }
}
