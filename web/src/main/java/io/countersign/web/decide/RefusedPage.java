package io.countersign.web.decide;

/** The page for a wrong, spent or unknown link: always these bytes. */
final class RefusedPage {

    static final String HTML = TokenPages.frame("This link is no longer valid", """
            <h1>This link is no longer valid</h1>
            <p>It may have been used, the request may be decided or over, or the address is not complete.</p>
            <p>If a request still waits for you, open it in the console or ask its sender for a new link.</p>""");

    private RefusedPage() {}
}
