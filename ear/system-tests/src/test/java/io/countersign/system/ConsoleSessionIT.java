package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A session that ends while somebody is typing: the words are kept for their writer, and nothing is done meanwhile. */
class ConsoleSessionIT {

    private static final String WORDS = "// words of half an hour, äöü\npublic class Kept {}";
    private static final String RENEWED = "Your session was renewed. Review and submit again.";

    private static ConsoleBrowser screens;
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @BeforeAll
    static void open() {
        screens = new ConsoleBrowser(TestServer.shared());
    }

    @AfterAll
    static void close() {
        screens.close();
    }

    @Test
    void theAuthorFindsTheWordsAfterSigningInAgain() {
        screens.stranger("kept-words", ConsoleBrowser.withoutScript(), page -> {
            screens.signIn(page, "maya");
            type(page, Fixtures.unique("Kept"));
            page.context().clearCookies();
            page.locator("button[name=check]").click(new Locator.ClickOptions().setForce(true));
            signInAgain(page, "maya");
            assertTrue(page.locator(".note").first().innerText().contains(RENEWED), page.content());
            assertEquals(WORDS, page.locator("#code").inputValue());
            page.locator("button[name=check]").click(new Locator.ClickOptions().setForce(true));
            assertTrue(page.locator("#refused").innerText().contains("Not saved"), page.content());
            assertEquals(WORDS, page.locator("#code").inputValue());
        });
    }

    @Test
    void nobodyElseWhoSignsInFindsThem() {
        screens.stranger("others-words", ConsoleBrowser.withoutScript(), page -> {
            screens.signIn(page, "maya");
            type(page, Fixtures.unique("Not yours"));
            page.context().clearCookies();
            page.locator("button[name=check]").click(new Locator.ClickOptions().setForce(true));
            signInAgain(page, "alex");
            assertFalse(page.content().contains("words of half an hour"), page.content());
            page.navigate(screens.console("inbox"));
            assertFalse(page.content().contains("words of half an hour"), page.content());
        });
    }

    @Test
    void aDecisionOfALostSessionIsNotTakenAndItsCommentKept() {
        String approval =
                Fixtures.ask(cast.agent, Fixtures.workflow(cast.author, Fixtures.unique("Lost"), ""), "203.0.113.91");
        screens.stranger("kept-comment", ConsoleBrowser.desk(), page -> {
            screens.signIn(page, "alex");
            screens.open(page, "request/" + approval);
            page.locator("#comment").fill("looked at the alert");
            page.locator("input[name=decision][value=approve]").check();
            page.context().clearCookies();
            page.locator("form.decide button[type=submit]").first().click();
            signInAgain(page, "alex");
            assertEquals("pending", Fixtures.approval(cast.author, approval).getString("status"));
            assertEquals("looked at the alert", page.locator("#comment").inputValue());
            assertEquals(0, page.locator("input[name=decision]:checked").count(), "nothing is chosen beforehand");
            page.locator("input[name=decision][value=approve]").check();
            page.locator("form.decide button[type=submit]").first().click();
            page.waitForLoadState();
        });
        assertEquals("approved", Fixtures.approval(cast.author, approval).getString("status"));
    }

    @Test
    void aFormOfTheSessionBeforeIsShownAgainAndNotCarriedOut() {
        screens.stranger("renewed", ConsoleBrowser.withoutScript(), page -> {
            screens.signIn(page, "maya");
            type(page, Fixtures.unique("Renewed"));
            // another tab has signed in anew meanwhile
            BrowserContext browser = page.context();
            browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("CSCONSOLE"));
            try (Page other = browser.newPage()) {
                other.navigate(screens.console("inbox"));
            }
            page.locator("button[name=check]").click(new Locator.ClickOptions().setForce(true));
            page.waitForURL(Pattern.compile(".*/console/workflow-edit.*"));
            assertTrue(page.locator(".note").first().innerText().contains(RENEWED), page.content());
            assertEquals(WORDS, page.locator("#code").inputValue());
        });
    }

    @Test
    void theSignInIsBoundToTheBrowserThatBeganIt() {
        screens.stranger("pkce", ConsoleBrowser.desk(), page -> {
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(screens.console("inbox"));
            assertTrue(asked.stream().anyMatch(url -> url.contains("code_challenge_method=S256")), "PKCE in " + asked);
            screens.signIn(page, "maya");
            Cookie session = page.context().cookies(screens.console("")).stream()
                    .filter(cookie -> cookie.name.equals("CSCONSOLE"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(session.httpOnly);
            assertEquals("LAX", session.sameSite.name());
        });
    }

    private void type(Page page, String name) {
        screens.open(page, "workflow-edit");
        page.locator("#name").fill(name);
        page.locator("#code").fill(WORDS);
    }

    private void signInAgain(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(Pattern.quote(house.url()) + "/console/.*"));
    }
}
