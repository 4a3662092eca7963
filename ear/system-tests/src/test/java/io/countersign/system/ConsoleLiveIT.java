package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An open page shows what happens as it happens, and nobody hears of what they may not see. */
class ConsoleLiveIT {

    /** Pages whose clock never refreshes them: what comes was told. */
    private static final String NOT_BY_THE_CLOCK = """
            const real = window.setTimeout;
            window.setTimeout = (work, ms, ...more) => ms > 3999 ? 0 : real(work, ms, ...more);""";

    /** Pages that have just been closed may hold all of a person's places for some seconds. */
    private static final String COUNT_WHAT_IS_TOLD = """
            () => new Promise((open, fail) => {
                window.told = 0;
                let tries = 60;
                const listen = () => {
                    const source = new EventSource('/console/live');
                    source.addEventListener('changed', () => window.told++);
                    source.addEventListener('open', () => open(true));
                    source.addEventListener('error', () => {
                        if (source.readyState !== EventSource.CLOSED) return;
                        if (--tries > 0) setTimeout(listen, 1000); else fail(new Error('no place'));
                    });
                };
                listen();
            })""";

    private static final int PLACES = 32;

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
    void aNewRequestAppearsInAnOpenInboxAndLeavesItWhenSomebodyElseDecides() {
        String name = Fixtures.unique("Appears");
        String workflow = Fixtures.workflow(cast.author, name, ",\"risk_level\":\"high\"");
        watched("alex", "inbox", page -> {
            Locator row = page.locator("a.row-link", new Page.LocatorOptions().setHasText(name));
            assertEquals(0, row.count());
            String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.91");
            row.waitFor();
            assertTrue(page.title().matches("\\(\\d+(\\+)?\\) Inbox · Countersign"), page.title());
            assertEquals(
                    page.locator("section[aria-labelledby=g-mine] header .count")
                            .innerText(),
                    page.locator(".places .count").first().innerText());
            cast.blake.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
            page.locator("section[aria-labelledby=g-done] li", new Page.LocatorOptions().setHasText(name))
                    .waitFor();
            ConsoleBrowser.accessible(page, "inbox after news");
        });
    }

    @Test
    void anOpenRequestShowsVotesAndDecisionsAndWarnsOfWhatChangedUnderItsForm() {
        String workflow = Fixtures.workflow(
                cast.author,
                Fixtures.unique("Votes"),
                ",\"approval_type\":\"multi\",\"required_approvers\":2,\"required_roles\":[\"approver\"]");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.92");
        watched("alex", "request/" + approval, page -> {
            String shown = page.locator(".decide input[name=digest]").inputValue();
            page.locator("#comment").fill("half a thought");
            cast.blake.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
            page.locator("#timeline li", new Page.LocatorOptions().setHasText("blake"))
                    .waitFor();
            assertTrue(page.locator("#tally").innerText().contains("1 of 2"));
            assertTrue(page.locator("#changed-meanwhile").isHidden(), "a vote changes nothing that is agreed to");

            cast.casey
                    .post("/v1/workflow-approvals/" + approval + "/revise", """
                            {"indicator":{"type":"ip","value":"203.0.113.93"},"comment":"a typing error"}""")
                    .expect(200);
            page.locator("#changed-meanwhile").waitFor();
            assertEquals(shown, page.locator(".decide input[name=digest]").inputValue());
            assertEquals("half a thought", page.locator("#comment").inputValue());
            ConsoleBrowser.accessible(page, "a request that has changed");
            cast.agent
                    .post("/v1/workflow-approvals/" + approval + "/cancel", "{\"reason\":\"over\"}")
                    .expect(200);
            page.locator("#state", new Page.LocatorOptions().setHasText("Cancelled"))
                    .waitFor();
        });
    }

    @Test
    void nobodyHearsOfWhatAnotherOrganizationDoes() {
        String unique = Fixtures.unique("org").substring(4);
        Realm.of(house).approver("nat-" + unique, "north-" + unique);
        Realm.of(house)
                .ensure("sue-" + unique, List.of("approver", "workflow-author", "soc-analyst"), "south-" + unique);
        Api south = house.login("sue-" + unique);
        String southern = Fixtures.workflow(south, Fixtures.unique("Southern"), "");
        String shared = Fixtures.workflow(cast.author, Fixtures.unique("Shared"), "");
        screens.as("alex", "house-hears", ConsoleBrowser.desk(), ours -> {
            screens.open(ours, "workflows");
            ours.evaluate(COUNT_WHAT_IS_TOLD);
            screens.as("nat-" + unique, "north-hears", ConsoleBrowser.desk(), theirs -> {
                screens.open(theirs, "workflows");
                theirs.evaluate(COUNT_WHAT_IS_TOLD);
                int before = (int) ours.evaluate("() => window.told");
                Fixtures.ask(south, southern, "203.0.113.94");
                ours.waitForFunction("before => window.told > before", before);
                assertEquals(0, theirs.evaluate("() => window.told"));
                Fixtures.ask(cast.agent, shared, "203.0.113.95");
                theirs.waitForFunction("() => window.told > 0");
            });
        });
    }

    @Test
    void strangersAndOtherSitesAreNotServed() throws Exception {
        HttpResponse<InputStream> stranger = listen("");
        assertNotEquals(200, stranger.statusCode());
        screens.as("casey", "foreign", ConsoleBrowser.desk(), page -> {
            screens.open(page, "workflows");
            String cookies = cookies(page);
            HttpResponse<InputStream> foreign =
                    listen(cookies, "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site");
            assertEquals(403, foreign.statusCode());
            HttpResponse<InputStream> old = listen(cookies, "Origin", "https://evil.example");
            assertEquals(200, old.statusCode(), "an old browser says no more than its origin");
            assertTrue(old.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
            assertEquals("no-store", old.headers().firstValue("Cache-Control").orElseThrow());
            close(old);
        });
    }

    @Test
    void aPersonKeepsSoManyPlacesAndGetsThemBackWhenTheirPagesClose() {
        // somebody whose pages no other test has left a moment ago
        String name = "pat-" + Fixtures.unique("pat").substring(4);
        Realm.of(house).approver(name, "");
        screens.as(name, "places", ConsoleBrowser.withoutScript(), page -> {
            screens.open(page, "workflows");
            String cookies = cookies(page);
            List<HttpResponse<InputStream>> open = new ArrayList<>();
            HttpResponse<InputStream> next = listen(cookies);
            while (next.statusCode() == 200 && open.size() < 100) {
                open.add(next);
                next = listen(cookies);
            }
            assertEquals(503, next.statusCode());
            assertEquals(PLACES, open.size());
            open.forEach(ConsoleLiveIT::close);
            Await.until("a free place", () -> {
                HttpResponse<InputStream> again = listen(cookies);
                close(again);
                return again.statusCode() == 200 ? true : null;
            });
        });
    }

    /** A page that listens and looks at no clock. */
    private static void watched(String user, String address, Consumer<Page> story) {
        screens.as(user, "live-" + user, ConsoleBrowser.desk(), page -> {
            page.addInitScript(NOT_BY_THE_CLOCK);
            Response live = Await.until("a place to listen", () -> {
                Response answer = page.waitForResponse(
                        it -> it.url().endsWith("/console/live"), () -> screens.open(page, address));
                return answer.status() == 503 ? null : answer;
            });
            assertEquals(200, live.status());
            assertTrue(live.headerValue("content-type").startsWith("text/event-stream"));
            story.accept(page);
            assertFalse(page.isClosed());
        });
    }

    private static String cookies(Page page) {
        return page.context().cookies(screens.console("")).stream()
                .map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<InputStream> listen(String cookies, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(house.url() + "/console/live"))
                .header("Accept", "text/event-stream");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void close(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
