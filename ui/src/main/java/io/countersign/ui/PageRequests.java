package io.countersign.ui;

import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where one stands in a long list, and the links to its neighbours with the same filters.
 *
 * @param page 1 is the newest
 * @param last number of the last page, at least 1
 */
public record PageRequests(int page, int last, long total, String base) {

    /** Rows on one page. */
    public static final int SIZE = 50;

    /** The page that the address asks for; what is no page number means the first. */
    public static PageRequest asked(HttpServletRequest request) {
        String page = request.getParameter("page");
        boolean number = page != null && page.matches("[1-9]\\d{0,5}");
        return new PageRequest(number ? Integer.parseInt(page) : 1, SIZE);
    }

    /** A place in a list that the address names; absent when it is no number. */
    public static OptionalInt place(HttpServletRequest request, String name) {
        String place = request.getParameter(name);
        return place != null && place.matches("\\d{1,8}")
                ? OptionalInt.of(Integer.parseInt(place))
                : OptionalInt.empty();
    }

    /** Around a page of a list of that length. */
    public static PageRequests of(HttpServletRequest request, long total) {
        PageRequest asked = asked(request);
        int last = (int) Math.max(1, (total + SIZE - 1) / SIZE);
        return new PageRequests(asked.page(), last, total, request.getContextPath() + view(request) + filters(request));
    }

    /** The id at the end of the page's address; a refusal (not found) when there is none. */
    public static UUID idInPath(HttpServletRequest request, String what) {
        String path = request.getPathInfo();
        return id(what, path == null ? "" : path.substring(path.lastIndexOf('/') + 1));
    }

    /** The id that a form or an address carries; a refusal (not found) when it is none. */
    public static UUID id(String what, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound(what, id);
        }
    }

    /** A filter of the address; null when it is absent or empty. */
    public static @Nullable String filter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public int getPage() {
        return page;
    }

    public int getLast() {
        return last;
    }

    public long getTotal() {
        return total;
    }

    /** The page with newer entries. */
    public String getPrevious() {
        return base + "page=" + (page - 1);
    }

    /** The page with older entries. */
    public String getNext() {
        return base + "page=" + (page + 1);
    }

    /** A view that is shown by a forward has its extension. */
    private static String view(HttpServletRequest request) {
        return request.getServletPath().replaceFirst("\\.xhtml$", "");
    }

    private static String filters(HttpServletRequest request) {
        if (request.getMethod().equals("POST")) {
            return "?"; // a refused form that is shown again: its fields belong in no address
        }
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("page"))
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> Map.entry(entry.getKey(), value)))
                .filter(entry -> !entry.getValue().isBlank())
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()) + "&")
                .collect(Collectors.joining("", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
