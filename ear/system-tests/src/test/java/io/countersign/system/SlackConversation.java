package io.countersign.system;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where Slack's Socket Mode ends on loopback: one connection at a time, kept in mind for whoever has to say something. */
final class SlackConversation {
    static final String TICKET = "ticket-system-tests-4711";
    private static final int TEXT = 1;
    private static final int PING = 9;

    private final ServerSocket server;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile Socket open;

    SlackConversation(int port) throws IOException {
        server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "slack-line");
        thread.setDaemon(true);
        thread.start();
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/link/?ticket=" + TICKET);
    }

    /** What came in, oldest first. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** Says something once the server is on the line. */
    void say(String text) {
        Socket socket = Await.until("a socket from the server", () -> open);
        try {
            frame(socket, TEXT, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("the line broke", e);
        }
    }

    private void serve() {
        while (true) {
            try (Socket socket = server.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                shakeHands(in, socket.getOutputStream());
                frame(socket, TEXT, "{\"type\":\"hello\"}".getBytes(StandardCharsets.UTF_8));
                open = socket;
                listen(socket, in);
            } catch (IOException | GeneralSecurityException over) {
                open = null;
            }
        }
    }

    /** Until the connection breaks; its end is treated like a break. */
    private void listen(Socket socket, DataInputStream in) throws IOException {
        while (true) {
            int kind = in.readUnsignedByte() & 0x0f;
            int length = in.readUnsignedByte() & 0x7f;
            byte[] mask = in.readNBytes(length == 126 ? 6 : 4);
            int start = mask.length - 4;
            byte[] payload =
                    in.readNBytes(start == 0 ? length : ByteBuffer.wrap(mask).getShort());
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[start + i % 4];
            }
            if (kind == TEXT) {
                heard.add(new String(payload, StandardCharsets.UTF_8));
            } else if (kind == PING) {
                frame(socket, PING + 1, payload);
            }
        }
    }

    private static synchronized void frame(Socket socket, int kind, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(4 + payload.length);
        frame.put((byte) (0x80 | kind));
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 126).putShort((short) payload.length);
        }
        frame.put(payload);
        socket.getOutputStream().write(frame.array(), 0, frame.position());
    }

    private static void shakeHands(DataInputStream in, OutputStream out) throws IOException, GeneralSecurityException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        String key = head.toString()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18))
                .map(line -> line.substring(18).strip())
                .findFirst()
                .orElse("");
        byte[] hash = MessageDigest.getInstance("SHA-1")
                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }
}
