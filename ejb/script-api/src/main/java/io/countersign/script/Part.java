package io.countersign.script;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** A part of a {@code multipart/form-data} body: see {@link HttpRequest#multipart}. Cannot be changed. */
public final class Part {
    private final String name;
    private final String fileName;
    private final String contentType;
    private final byte[] bytes;

    private Part(String name, String fileName, String contentType, byte[] bytes) {
        this.name = clean(Objects.requireNonNull(name, "the name of a part must not be null"));
        this.fileName = fileName == null ? null : clean(fileName);
        this.contentType = contentType == null ? null : clean(contentType);
        this.bytes = bytes;
    }

    private static String clean(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("name, file name and content type of a part must have no line breaks");
        }
        return text;
    }

    /** A field with a text, UTF-8. */
    public static Part text(String name, String value) {
        Objects.requireNonNull(value, "the value of a part must not be null");
        return new Part(name, null, null, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of these bytes, which are copied; the content type may be null for {@code application/octet-stream}. */
    public static Part file(String name, String fileName, String contentType, byte[] bytes) {
        Objects.requireNonNull(fileName, "the file name of a part must not be null");
        String type = contentType == null ? "application/octet-stream" : contentType;
        return new Part(name, fileName, type, bytes.clone());
    }

    /** The name of the field. */
    public String name() {
        return name;
    }

    /** The name of the file; empty for a field with a text. */
    public Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    /** The content type; empty for a field with a text. */
    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
