package io.countersign.client;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns error envelopes into {@link RefusedException}. */
public class RefusalMapper implements ResponseExceptionMapper<RefusedException> {

    private record Envelope(Error error) {}

    private record Error(String code, String message, Map<String, Object> details) {}

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public RefusedException toThrowable(Response response) {
        return read(response.getStatus(), response.readEntity(String.class));
    }

    static RefusedException read(int status, String body) {
        try {
            Error error = WireJson.MAPPER.readValue(body, Envelope.class).error();
            return new RefusedException(status, error.code(), error.message(), error.details());
        } catch (IOException | RuntimeException e) {
            return new RefusedException(status, "HTTP_" + status, "an answer without an error envelope", Map.of());
        }
    }
}
