package io.countersign.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The error envelope for what the container refuses before any resource is reached. */
@WebServlet(urlPatterns = ErrorPage.PATH, asyncSupported = true)
public class ErrorPage extends HttpServlet {

    /** Where web.xml sends errors. */
    static final String PATH = "/error";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        ErrorBody problem = failure instanceof Throwable thrown
                ? ThrowableMapper.problem(thrown)
                : ErrorBody.forStatus(meant(status instanceof Integer code ? code : 404, request.getContentType()));
        send(response, problem);
    }

    /** The framework calls a request bad as a whole when only its Content-Type cannot be read. */
    private static int meant(int status, @Nullable String contentType) {
        return status == 400 && contentType != null && !isMediaType(contentType) ? 415 : status;
    }

    private static boolean isMediaType(String text) {
        try {
            MediaType.valueOf(text);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Writes a problem outside JAX-RS. */
    public static void send(HttpServletResponse response, ErrorBody problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(JsonMapping.TYPE);
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"countersign\"");
        }
        String after = problem.retryAfter();
        if (after != null) {
            response.setHeader("Retry-After", after);
        }
        response.getOutputStream().write(problem.json());
    }
}
