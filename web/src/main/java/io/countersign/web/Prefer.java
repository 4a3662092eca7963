package io.countersign.web;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The wish to wait, of a {@code Prefer: wait=N} header. A preference that cannot be read is ignored, as RFC 7240 says. */
public final class Prefer {

    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=$|[,;])", Pattern.CASE_INSENSITIVE);

    private Prefer() {}

    /** How long to wait: zero without the wish, a minute at most. */
    public static Duration wait(@Nullable String header) {
        if (header == null) {
            return Duration.ZERO;
        }
        Matcher wish = WAIT.matcher(header);
        return wish.find()
                ? Duration.ofSeconds(Math.min(Query.MAX_WAIT_SECONDS, Long.parseLong(wish.group(1))))
                : Duration.ZERO;
    }
}
