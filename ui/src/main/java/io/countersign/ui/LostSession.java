package io.countersign.ui;

import io.countersign.security.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form that comes when its session is over. It is kept, the browser is sent to sign in, and comes back to
 * {@code /again/…}, where {@link Actions} shows the words to whoever wrote them. Nothing is carried out meanwhile.
 */
@ApplicationScoped
class LostSession {

    static final String AGAIN = "/again";
    private static final String COOKIE = "CSKEPT";

    private final KeptForms keptForms;
    private final WebSettings settings;

    @Inject
    LostSession(KeptForms keptForms, WebSettings settings) {
        this.keptForms = keptForms;
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected LostSession() {
        this(null, null);
    }

    /** Keeps the form if it is one of ours and answers with the way to sign in. */
    void keep(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String action = request.getPathInfo() == null ? "" : request.getPathInfo();
        Optional<String> id =
                isSmallForm(request) ? keptForms.keep(action, request.getParameterMap()) : Optional.empty();
        id.ifPresent(value -> response.addCookie(cookie(request, value, (int) KeptForms.LIFE.toSeconds())));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + (id.isPresent() ? AGAIN + action : "/inbox"));
    }

    /** Takes the form that this browser's cookie names, if this person wrote it. */
    Optional<KeptForms.Kept> take(HttpServletRequest request, HttpServletResponse response, String person) {
        String id = value(request);
        if (id != null) {
            response.addCookie(cookie(request, "", 0));
        }
        return keptForms.take(id, person);
    }

    /** Nothing longer is read for somebody who is not signed in. */
    private static boolean isSmallForm(HttpServletRequest request) {
        int length = request.getContentLength();
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && length >= 0
                && length <= 3 * KeptForms.MOST_CHARACTERS
                && type != null
                && type.startsWith("application/x-www-form-urlencoded");
    }

    private static @Nullable String value(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private Cookie cookie(HttpServletRequest request, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || settings.isHttps());
        cookie.setPath(request.getContextPath());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
