package io.countersign.web.decide;

import io.countersign.kernel.VisibleText;
import jakarta.ws.rs.core.Response;
import org.owasp.encoder.Encode;

/** The frame of every token page, and the headers that keep a page with a token to itself. */
final class TokenPages {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';" + " frame-ancestors 'none'";

    private TokenPages() {}

    static Response answer(int status, String html) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "DENY")
                .header("X-Robots-Tag", "noindex")
                .entity(html)
                .build();
    }

    /** A whole page around a body that is already HTML. */
    static String frame(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="stylesheet" href="/decide.css">
                </head>
                <body>
                <header class="top"><span class="mark" aria-hidden="true">✓✓</span> Countersign</header>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(text(title), body);
    }

    /** Foreign text as an element of its own, with marks for all that a reader would not see. */
    static String said(Object value) {
        return VisibleText.html(String.valueOf(value));
    }

    /** Text made harmless in HTML, in elements and quoted attributes alike. */
    static String text(Object value) {
        return Encode.forHtml(String.valueOf(value));
    }
}
