package io.countersign.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives every answer its request id, the caller's or a new one, and the headers that hold for all of them. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CorrelationIdFilter implements Filter {

    /** The header that carries it, both ways. */
    public static final String HEADER = "X-Request-ID";

    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader(HEADER, sound(asked.getHeader(HEADER)));
        answer.setHeader("X-Content-Type-Options", "nosniff");
        if (asked.getRequestURI().startsWith(Api.ROOT + "/")) {
            answer.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    /** The caller's id when it is harmless in a header and a log, else a new one. */
    static String sound(@Nullable String theirs) {
        return theirs != null && SOUND.matcher(theirs).matches()
                ? theirs
                : UUID.randomUUID().toString();
    }
}
