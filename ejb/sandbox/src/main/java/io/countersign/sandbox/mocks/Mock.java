package io.countersign.sandbox.mocks;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.json.SandboxJson;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * One answer and what it answers to.
 *
 * @param method null: any
 * @param url {@code *} matches any characters
 * @param hasJson whether the body must equal {@code json}
 * @param json plain data
 * @param reply null if an error is the answer
 * @param error null if a reply is the answer
 * @param times how often it answers
 */
public record Mock(
        String method, String url, boolean hasJson, Object json, HttpReply reply, MockError error, int times) {

    boolean matches(HttpCall call, String sentUrl) {
        boolean sameMethod = method == null || method.equalsIgnoreCase(call.method());
        return sameMethod && (matchesUrl(call.url()) || matchesUrl(sentUrl)) && (!hasJson || sameJson(call));
    }

    private boolean matchesUrl(String asked) {
        StringBuilder pattern = new StringBuilder();
        for (String part : url.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL)
                .matcher(asked)
                .matches();
    }

    private boolean sameJson(HttpCall call) {
        try {
            return SandboxJson.equal(json, SandboxJson.read(new String(call.body(), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
