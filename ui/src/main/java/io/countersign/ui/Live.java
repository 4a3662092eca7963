package io.countersign.ui;

import io.countersign.kernel.Refusal;
import io.countersign.security.CurrentUser;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an open page hears, by server-sent events, that something happened to a request which its person may see. It hears
 * no more than that: the page then fetches what it shows, with the rights that it has at that time.
 */
public class Live extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Feeds feeds;

    @Inject
    transient CurrentUser currentUser;

    /** Answers by the status alone when it does not answer with events: nobody reads an error page here. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForeign(request.getHeader("Sec-Fetch-Site"))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            Optional<Feed> feed = feeds.admit(currentUser.actor());
            if (feed.isPresent()) {
                open(feed.get(), request, response);
            } else {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        } catch (Refusal refused) {
            response.setStatus(refused.code().status());
        }
    }

    /** Earlier than the beans go, and what ending an answer needs with them. */
    @Override
    public void destroy() {
        feeds.stop();
    }

    private static void open(Feed feed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        // for proxies that gather an answer before they pass it on
        response.setHeader("X-Accel-Buffering", "no");
        try {
            feed.open(request.startAsync());
        } catch (IOException | RuntimeException e) {
            feed.end();
            throw e;
        }
    }

    /** Whether the browser says that another site's page is asking. That page could read nothing, but would hold a place. */
    static boolean isForeign(@Nullable String site) {
        return site != null && !site.equals("same-origin");
    }
}
