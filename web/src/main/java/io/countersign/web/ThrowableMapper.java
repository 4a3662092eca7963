package io.countersign.web;

import io.countersign.kernel.Refusal;
import io.countersign.security.ConcurrentChange;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Turns whatever was thrown into the contract's error, and keeps its inside to the server's log. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ThrowableMapper.class.getName());
    private static final int MAX_CAUSES = 20;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web) {
            return ofFramework(web);
        }
        return problem(failure).response();
    }

    private static Response ofFramework(WebApplicationException web) {
        Response theirs = web.getResponse();
        if (theirs.getEntity() instanceof ErrorBody) {
            return theirs;
        }
        Refusal refusal = find(web, Refusal.class);
        ErrorBody problem = refusal != null
                ? ErrorBody.of(refusal)
                : theirs.getStatus() >= 500 ? problem(web) : ErrorBody.forStatus(theirs.getStatus());
        Response.ResponseBuilder answer = Response.fromResponse(problem.response());
        String allow = theirs.getHeaderString("Allow");
        return allow == null ? answer.build() : answer.header("Allow", allow).build();
    }

    /** What to tell about a failure; anything but a refusal or an absent database is logged. */
    public static ErrorBody problem(Throwable failure) {
        Refusal refusal = find(failure, Refusal.class);
        if (refusal != null) {
            return ErrorBody.of(refusal);
        }
        if (ConcurrentChange.isCauseOf(failure)) {
            return ErrorBody.of(ConcurrentChange.refusal());
        }
        if (isUnavailable(failure)) {
            LOG.log(System.Logger.Level.WARNING, "without a database: {0}", failure.toString());
            return ErrorBody.unavailable();
        }
        LOG.log(System.Logger.Level.ERROR, "an unexpected failure", failure);
        return ErrorBody.unexpected();
    }

    private static boolean isUnavailable(Throwable failure) {
        if (find(failure, jakarta.resource.ResourceException.class) != null
                || find(failure, SQLTransientException.class) != null) {
            return true;
        }
        SQLException sql = find(failure, SQLException.class);
        String state = sql == null ? null : sql.getSQLState();
        // 08: the connection is gone; 57P: the server shuts down or starts; 90: H2's own closing states
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.matches("90(098|121|067)"));
    }

    private static <T> @Nullable T find(Throwable failure, Class<T> type) {
        Throwable at = failure;
        for (int i = 0; at != null && i < MAX_CAUSES; i++, at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
