package io.countersign.sandbox.run;

import io.countersign.script.Part;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Parts as a {@code multipart/form-data} body. The boundary is a digest of the parts: no part can hold it, and the same parts
 * make the same bytes, so that a mock can name them.
 */
final class MultipartBody {
    private final Part[] parts;
    private final String boundary;

    MultipartBody(Part... parts) {
        if (parts == null || parts.length == 0) {
            throw new IllegalArgumentException("a multipart body needs a part");
        }
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == null) {
                throw new IllegalArgumentException("part " + i + " of a multipart body must not be null");
            }
        }
        this.parts = parts.clone();
        this.boundary = "countersign-" + digest(this.parts);
    }

    private static String digest(Part... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Part part : parts) {
                byte[] head = head(part);
                byte[] bytes = part.bytes();
                digest.update((head.length + " " + bytes.length + " ").getBytes(StandardCharsets.US_ASCII));
                digest.update(head);
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** More than a request may have is counted before it is put together. */
    long length() {
        long length = boundary.length() + 6L;
        for (Part part : parts) {
            length += boundary.length() + 6L + head(part).length + part.bytes().length;
        }
        return length;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            out.writeBytes(text("--" + boundary + "\r\n"));
            out.writeBytes(head(part));
            out.writeBytes(part.bytes());
            out.writeBytes(text("\r\n"));
        }
        out.writeBytes(text("--" + boundary + "--\r\n"));
        return out.toByteArray();
    }

    private static byte[] head(Part part) {
        StringBuilder head = new StringBuilder("Content-Disposition: form-data; name=\"")
                .append(quoted(part.name()))
                .append('"');
        part.fileName()
                .ifPresent(file ->
                        head.append("; filename=\"").append(quoted(file)).append('"'));
        head.append("\r\n");
        part.contentType()
                .ifPresent(type -> head.append("Content-Type: ").append(type).append("\r\n"));
        return text(head.append("\r\n").toString());
    }

    /** As browsers write it: RFC 7578, section 2, leaves quotes in names to percent-encoding. */
    private static String quoted(String name) {
        return name.replace("\"", "%22");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
