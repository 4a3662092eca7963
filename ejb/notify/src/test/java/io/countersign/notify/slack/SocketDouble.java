package io.countersign.notify.slack;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The far end of Socket Mode on loopback: as much of RFC 6455 as a test needs, and each connection in the test's hand. */
final class SocketDouble implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int GUARD_SECONDS = 60;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    /** How many pings came in. */
    final AtomicInteger pings = new AtomicInteger();
    /** Whether pings are answered. */
    volatile boolean answersPings = true;

    SocketDouble() throws IOException {
        start(this::accept);
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/link/?ticket=geheim-ticket");
    }

    /** The next connection that is opened. */
    Line next() throws InterruptedException {
        return some(lines, "connection");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                Line line = new Line(server.accept());
                line.shakeHands();
                lines.add(line);
                start(line::listen);
            }
        } catch (IOException | GeneralSecurityException closed) {
            // the test is over
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "socket-double");
        thread.setDaemon(true);
        thread.start();
    }

    private static <T> T some(BlockingQueue<T> queue, String what) throws InterruptedException {
        T one = queue.poll(GUARD_SECONDS, TimeUnit.SECONDS);
        if (one == null) {
            throw new AssertionError("no " + what + " came");
        }
        return one;
    }

    /** One connection. */
    final class Line {
        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        private Line(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /** The next text that came, or {@code CLOSED} when that was the end. */
        String heard() throws InterruptedException {
            return some(heard, "message");
        }

        void say(String text) throws IOException {
            frame(0x80 | TEXT, text.getBytes(StandardCharsets.UTF_8));
        }

        /** The same in pieces, a ping between them as the protocol allows. */
        void sayInPieces(String text, int length) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int from = 0; from < bytes.length; from += length) {
                int to = Math.min(bytes.length, from + length);
                frame((to == bytes.length ? 0x80 : 0) | (from == 0 ? TEXT : 0), Arrays.copyOfRange(bytes, from, to));
                if (from == 0) {
                    frame(0x80 | PING, new byte[0]);
                }
            }
        }

        /** A frame that the protocol does not know. */
        void sayNonsense() throws IOException {
            frame(0x80 | 0x70 | TEXT, "nonsense".getBytes(StandardCharsets.UTF_8));
        }

        /** As when a cable is cut. */
        void tear() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        private synchronized void frame(int first, byte[] payload) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(first);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else if (payload.length < 0x10000) {
                frame.write(126);
                frame.write(payload.length >>> 8);
                frame.write(payload.length);
            } else {
                throw new IllegalArgumentException("say it in pieces");
            }
            frame.write(payload);
            out.write(frame.toByteArray());
            out.flush();
        }

        private void shakeHands() throws IOException, GeneralSecurityException {
            String key = "";
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                    key = line.substring(18).strip();
                }
            }
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n";
            out.write(answer.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
                line.append((char) c);
            }
            return line.toString().strip();
        }

        private void listen() {
            try {
                while (true) {
                    int kind = in.readUnsignedByte() & 0x0f;
                    byte[] payload = payload();
                    if (kind == TEXT) {
                        heard.add(new String(payload, StandardCharsets.UTF_8));
                    } else if (kind == PING) {
                        pings.incrementAndGet();
                        if (answersPings) {
                            frame(0x80 | PONG, payload);
                        }
                    } else if (kind == CLOSE) {
                        break;
                    }
                }
            } catch (IOException broken) {
                // told below
            }
            heard.add("CLOSED");
        }

        private byte[] payload() throws IOException {
            int length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = (int) in.readLong();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return payload;
        }
    }
}
