package io.countersign.notify.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on loopback that keeps what it is given. */
public final class MailDouble implements AutoCloseable {
    public final List<String> mails = new CopyOnWriteArrayList<>();
    public final List<String> recipients = new CopyOnWriteArrayList<>();
    public volatile boolean smtpUtf8;
    private final ServerSocket server;

    public MailDouble() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "mail-double");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                converse(socket);
            } catch (IOException closed) {
                // the next one, or the end
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 double\r\n");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = "250 ok";
            if (line.equals("DATA")) {
                out.print("354 go on\r\n");
                out.flush();
                mails.add(mail(in));
            } else if (line.equals("QUIT")) {
                answer = "221 bye";
            } else if (line.startsWith("EHLO") && smtpUtf8) {
                answer = "250-double\r\n250-8BITMIME\r\n250 SMTPUTF8";
            } else if (line.startsWith("RCPT")) {
                recipients.add(line);
                answer = recipient(line);
            }
            out.print(answer + "\r\n");
            out.flush();
        }
    }

    private static String recipient(String line) {
        if (line.contains("refused@")) {
            return "550 no such user";
        }
        if (!line.chars().allMatch(character -> character < 0x80) && line.contains("b\u00FCcher")) {
            return "553 not ASCII";
        }
        return line.contains("busy@") ? "451 try again later" : "250 ok";
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
