package io.countersign.sandbox.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that people name; what keeps one from being read is said so that they know what to do. */
final class TextFile {
    private TextFile() {}

    /** @throws IllegalArgumentException if it is not there, no file, not readable or not UTF-8 */
    static String read(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder; name the files in it");
        }
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(file + " may not be read; see its permissions");
        }
        try {
            return decoded(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String decoded(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            long line = out.flip().chars().filter(c -> c == '\n').count() + 1;
            throw new IllegalArgumentException(file + " is not UTF-8 text (line " + line + ")");
        }
        return out.flip().toString();
    }
}
