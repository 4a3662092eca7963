package io.countersign.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settles what a request says of its body and of the answer that it takes, before a resource is chosen.
 *
 * <p>A request without a body needs no Content-Type: to approve, say, takes no words. A body that is announced as too
 * large is not read at all. And whoever takes something else than JSON gets JSON all the same: to find out after the
 * effect that the answer cannot be written would be worse.
 */
@Provider
@PreMatching
public class BodylessRequests implements ContainerRequestFilter {

    private static final int MAX_LENGTH_DIGITS = 9;

    @Override
    public void filter(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isTooLarge(length)) {
            throw BodyReader.tooLarge(Body.MAX_BYTES);
        }
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        boolean empty = (length == null || length.equals("0")) && request.getHeaderString("Transfer-Encoding") == null;
        if (empty && (type == null || type.isBlank())) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        String accept = accept(request.getHeaders().get(HttpHeaders.ACCEPT));
        if (accept != null) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, accept);
        }
    }

    private static boolean isTooLarge(String length) {
        return length.length() > MAX_LENGTH_DIGITS
                || (length.chars().allMatch(Character::isDigit) && Integer.parseInt(length) > Body.MAX_BYTES);
    }

    /** What the caller takes, and last of all anything; null when the caller said nothing. */
    static @Nullable String accept(@Nullable List<String> theirs) {
        if (theirs == null || theirs.isEmpty()) {
            return null;
        }
        String all = String.join(", ", theirs).trim();
        return all.isEmpty() ? MediaType.WILDCARD : all + ", */*;q=0.001";
    }
}
