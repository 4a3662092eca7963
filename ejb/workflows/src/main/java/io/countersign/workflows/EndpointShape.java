package io.countersign.workflows;

import static io.countersign.kernel.FieldType.mapOf;
import static io.countersign.kernel.FieldType.object;
import static io.countersign.kernel.FieldType.oneOf;
import static io.countersign.kernel.FieldType.pattern;
import static io.countersign.kernel.FieldType.text;

import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.security.SecretName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks an endpoint: an absolute http or https URL, and headers that a workflow may set. */
final class EndpointShape {
    private static final Set<String> NOT_YOURS =
            Set.of("host", "content-length", "transfer-encoding", "connection", "content-type");
    private static final FieldType<String> TOKEN =
            pattern(Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}"), "a header name");
    private static final FieldType<String> HEADER_NAME = (value, path, form) -> {
        String name = TOKEN.read(value, path, form);
        return name != null && NOT_YOURS.contains(name.toLowerCase(Locale.ROOT))
                ? form.bad(path, "is a header that the server sets itself")
                : name;
    };
    private static final FieldType<String> HEADER_VALUE =
            pattern(Pattern.compile("[\\x20-\\x7e\\t]{0,4000}"), "a header value: printable ASCII, no line breaks");

    static final FieldType<Map<String, Object>> ENDPOINT = object(EndpointShape::read);

    private EndpointShape() {}

    private static Map<String, Object> read(JsonFields form) {
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("url", form.need("url", EndpointShape::url));
        read.put("method", form.read("method", oneOf(List.of("GET", "POST", "PUT", "PATCH", "DELETE")), "POST"));
        read.put("headers", form.read("headers", mapOf(HEADER_NAME, HEADER_VALUE, 50), Map.of()));
        read.put("secret_headers", form.read("secret_headers", mapOf(HEADER_NAME, SecretName.FIELD, 50), Map.of()));
        return read;
    }

    private static @Nullable String url(Object value, String path, JsonFields form) {
        String text = text(1, 4000).read(value, path, form);
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
                return form.bad(path, "must be an absolute http or https URL");
            }
            return uri.getUserInfo() == null ? text : form.bad(path, "must not carry user information");
        } catch (URISyntaxException e) {
            return form.bad(path, "is not a URL: " + e.getReason());
        }
    }
}
