package io.countersign.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** A request without a body needs no Content-Type: to approve, say, takes no words. */
@Provider
@PreMatching
public class BodylessRequests implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        boolean empty = (length == null || length.equals("0")) && request.getHeaderString("Transfer-Encoding") == null;
        if (empty && request.getMediaType() == null) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, "application/json");
        }
    }
}
