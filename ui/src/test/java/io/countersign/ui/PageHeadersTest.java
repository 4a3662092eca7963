package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageHeadersTest {

    @Test
    void pagesRunNoScriptButOurOwnAndStandInNoFrame() {
        String policy = PageHeaders.policy(Optional.of("http://127.0.0.1:8180"));
        assertTrue(policy.contains("script-src 'self';"));
        assertTrue(policy.contains("style-src 'self';"));
        assertTrue(policy.contains("frame-ancestors 'none'"));
        assertTrue(policy.endsWith("form-action 'self' http://127.0.0.1:8180"));
    }

    @Test
    void pagesAreNeverKept() {
        assertEquals("no-store", PageHeaders.cacheControl("/request"));
        assertEquals("no-store", PageHeaders.cacheControl("/do/decide"));
    }

    @Test
    void onlyVersionedFilesAreKeptForLong() {
        assertTrue(PageHeaders.cacheControl("/webjars/bootstrap/5.3.8/css/bootstrap.min.css")
                .contains("immutable"));
        assertEquals("no-cache", PageHeaders.cacheControl("/assets/base.css"));
    }

    @Test
    void onlyLooksAreOpenToStrangers() {
        assertTrue(SignedIn.isPublic("/assets/base.css"));
        assertTrue(SignedIn.isPublic("/webjars/bootstrap/x.css"));
        assertFalse(SignedIn.isPublic("/inbox"));
        assertFalse(SignedIn.isPublic("/do/decide"));
        assertFalse(SignedIn.isPublic("/assetsx"));
    }
}
