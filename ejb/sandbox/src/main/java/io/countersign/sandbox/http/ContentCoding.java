package io.countersign.sandbox.http;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes {@code Content-Encoding: gzip} and {@code deflate} of an answer, whether a network or a mock gave it. What comes out
 * is read up to the limit of the answer and no further, so that a small body cannot become a large one.
 */
public final class ContentCoding {
    private static final String CONTENT_ENCODING = "content-encoding";
    private static final Set<String> DESCRIBES_THE_CODED = Set.of(CONTENT_ENCODING, "content-length", "content-md5");
    private static final Set<String> KNOWN = Set.of("gzip", "x-gzip", "deflate", "identity");
    private static final int MOST_CODINGS = 4;
    private static final int PARTIAL_CONTENT = 206;

    private ContentCoding() {}

    /**
     * The answer with its body decoded; as it is if it has no coding, or one that is not known.
     *
     * @throws HttpFailure RESPONSE_TOO_LARGE if the body comes to more bytes, PROTOCOL if it is not what its header says
     */
    public static HttpReply decoded(HttpReply reply, int maxBytes) throws HttpFailure {
        List<String> codings = codings(reply);
        // a part of a coded body cannot be decoded by itself
        boolean whole = reply.status() != PARTIAL_CONTENT && reply.body().length > 0;
        if (codings.isEmpty() || !whole || !KNOWN.containsAll(codings)) {
            return reply;
        }
        if (codings.size() > MOST_CODINGS) {
            throw new HttpFailure(
                    HttpFailure.Kind.PROTOCOL, "the answer has more than " + MOST_CODINGS + " content codings");
        }
        byte[] body = reply.body();
        for (int i = codings.size() - 1; i >= 0; i--) {
            body = decoded(body, codings.get(i), maxBytes);
        }
        return new HttpReply(reply.status(), withoutCoding(reply.headers()), body, reply.url());
    }

    /** The headers without what speaks of the coded body. */
    public static Map<String, List<String>> withoutCoding(Map<String, List<String>> headers) {
        Map<String, List<String>> left = new LinkedHashMap<>(headers);
        left.keySet().removeIf(name -> DESCRIBES_THE_CODED.contains(name.toLowerCase(Locale.ROOT)));
        return left;
    }

    private static List<String> codings(HttpReply reply) {
        List<String> codings = new ArrayList<>();
        reply.headers().forEach((name, values) -> {
            if (name.equalsIgnoreCase(CONTENT_ENCODING)) {
                for (String coding : String.join(",", values).split(",", -1)) {
                    codings.add(coding.strip().toLowerCase(Locale.ROOT));
                }
            }
        });
        codings.removeIf(String::isEmpty);
        return codings;
    }

    private static byte[] decoded(byte[] body, String coding, int maxBytes) throws HttpFailure {
        if (coding.equals("identity")) {
            return body;
        }
        Inflater raw = new Inflater(true);
        try (InputStream in = coding.equals("deflate") ? inflated(body, raw) : gunzipped(body)) {
            return read(in, maxBytes);
        } catch (IOException e) {
            throw new HttpFailure(
                    HttpFailure.Kind.PROTOCOL, "the answer says Content-Encoding: " + coding + ", but its body is not");
        } finally {
            raw.end();
        }
    }

    private static InputStream gunzipped(byte[] body) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(body), 8192);
    }

    /** RFC 9110 means the zlib format; some servers send the bare stream. */
    private static InputStream inflated(byte[] body, Inflater raw) {
        boolean zlib = body.length > 1 && (body[0] & 0x0f) == 8 && ((body[0] & 0xff) << 8 | body[1] & 0xff) % 31 == 0;
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        return zlib ? new InflaterInputStream(in) : new InflaterInputStream(in, raw);
    }

    private static byte[] read(InputStream in, int maxBytes) throws IOException, HttpFailure {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        byte[] piece = new byte[8192];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            if (out.size() + n > maxBytes) {
                throw new HttpFailure(
                        HttpFailure.Kind.RESPONSE_TOO_LARGE, "the answer is longer than " + maxBytes + " bytes");
            }
            out.write(piece, 0, n);
        }
        return out.toByteArray();
    }
}
