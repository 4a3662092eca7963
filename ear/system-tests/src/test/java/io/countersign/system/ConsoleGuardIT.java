package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an attacker tries on the console: forged forms, scripts in names and reasons, somebody else's session. */
class ConsoleGuardIT {

    private static final String SCRIPT = "<script>document.title='owned'</script>";
    private static final String PICTURE = "\"'><img src=x onerror=\"document.title='owned'\"> javascript:alert(1)";
    /** Of the page as it was served, before any script of ours ran. */
    private static final String INLINE = """
            source => [...new DOMParser().parseFromString(source, 'text/html').querySelectorAll('*')]
                .filter(e => e.matches('script:not([src]), style, [style], [href^="javascript:" i]')
                    || [...e.attributes].some(a => a.name.startsWith('on')))
                .map(e => e.outerHTML)""";

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
    void aFormWithoutTheSessionsSecretDoesNothing() {
        String approval =
                Fixtures.ask(cast.agent, Fixtures.workflow(cast.author, Fixtures.unique("Forged"), ""), "203.0.113.81");
        screens.as("alex", "forged", ConsoleBrowser.desk(), page -> {
            screens.open(page, "request/" + approval);
            for (String secret : List.of("", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")) {
                FormData form = FormData.create()
                        .set("csrf", secret)
                        .set("request", approval)
                        .set("decision", "approve");
                assertEquals(403, post(page, "do/decide", form).status());
            }
            assertEquals(
                    200,
                    page.navigate(screens.console("do/decide?request=" + approval + "&decision=approve"))
                            .status());
        });
        assertEquals("pending", Fixtures.approval(cast.author, approval).getString("status"));
    }

    @Test
    void whatAttackersWriteStaysText() {
        String name = Fixtures.unique(SCRIPT);
        String workflow = Fixtures.workflow(cast.author, name, ",\"documentation\":" + Api.string(SCRIPT + PICTURE));
        String approval = cast.agent
                .post("/v1/workflows/" + workflow + "/execute", """
                        {"indicator":{"type":"ip","value":"203.0.113.82"},"confidence":0.9,"reason":%s,
                         "alert":{"title":%s},"parameters":{%s:%s}}""".formatted(
                                Api.string(PICTURE), Api.string(SCRIPT), Api.string(SCRIPT), Api.string(PICTURE)))
                .expect(202)
                .data()
                .getString("approval_request_uuid");
        screens.as("alex", "text", ConsoleBrowser.desk(), page -> {
            for (String address : List.of("inbox", "request/" + approval, "workflow/" + workflow, "audit")) {
                screens.open(page, address);
                harmless(page, address);
            }
            screens.open(page, "request/" + approval);
            assertTrue(page.locator("h1").innerText().contains(SCRIPT));
            page.locator("input[name=decision][value=reject]").check();
            page.locator("#comment").fill(SCRIPT + PICTURE);
            page.locator("form.decide button[type=submit]").click();
            page.waitForLoadState();
            harmless(page, "the decided request");
            assertTrue(page.locator("#timeline").innerText().contains(SCRIPT));
        });
        screens.as("maya", "text-of-author", ConsoleBrowser.desk(), page -> {
            screens.open(page, "workflow-edit/" + workflow);
            harmless(page, "the editor");
            assertEquals(name, page.locator("#name").inputValue());
        });
    }

    private static void harmless(Page page, String where) {
        assertNotEquals("owned", page.title(), where);
        assertEquals(0, page.locator("img, a[href^='javascript:' i]").count(), where);
        String source = page.request().get(page.url()).text();
        assertEquals(List.of(), page.evaluate(INLINE, source), where);
    }

    @Test
    void everyPageSaysWhatBrowsersMayDoWithIt() {
        screens.as("alex", "headers", ConsoleBrowser.desk(), page -> {
            Response answer = page.navigate(screens.console("inbox"));
            Map<String, String> headers = answer.allHeaders();
            String policy = headers.get("content-security-policy");
            assertTrue(policy.contains("script-src 'self';"), policy);
            assertTrue(policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals("no-store", headers.get("cache-control"));
            assertEquals("DENY", headers.get("x-frame-options"));
            assertEquals("nosniff", headers.get("x-content-type-options"));
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            screens.open(page, "workflows");
            assertEquals(List.of(), complaints);
        });
    }

    @Test
    void signingInChangesTheSessionAndSigningOutEndsIt() {
        screens.stranger("session", ConsoleBrowser.desk(), page -> {
            page.navigate(screens.console("inbox"));
            String before = session(page);
            screens.signIn(page, "drew");
            Cookie after = page.context().cookies(screens.console("")).stream()
                    .filter(cookie -> cookie.name.equals("CSCONSOLE"))
                    .findFirst()
                    .orElseThrow();
            assertNotEquals(before, after.value);
            assertTrue(after.httpOnly);
            page.locator("button:has-text('Sign out')").click();
            page.waitForURL(Pattern.compile(".*/console/signed-out.*"));
            page.context().addCookies(List.of(after));
            APIResponse answer = page.request()
                    .get(screens.console("inbox"), RequestOptions.create().setMaxRedirects(0));
            assertNotEquals(200, answer.status());
        });
    }

    private static String session(Page page) {
        return page.context().cookies(screens.console("")).stream()
                .filter(cookie -> cookie.name.equals("CSCONSOLE"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    @Test
    void aViewerLooksAndChangesNothing() {
        String approval =
                Fixtures.ask(cast.agent, Fixtures.workflow(cast.author, Fixtures.unique("Viewed"), ""), "203.0.113.83");
        screens.as("vic", "viewer", ConsoleBrowser.desk(), page -> {
            for (String closed : List.of("policies", "policy", "notifications", "kill-switch", "workflow-edit")) {
                assertEquals(403, page.navigate(screens.console(closed)).status(), closed);
            }
            screens.open(page, "request/" + approval);
            assertEquals(0, page.locator("form.decide, form.many").count());
            String digest = Fixtures.approval(cast.author, approval).getString("arguments_sha256");
            String secret = page.locator("input[name=csrf]").first().inputValue();
            post(
                    page,
                    "do/decide",
                    FormData.create()
                            .set("csrf", secret)
                            .set("request", approval)
                            .set("decision", "approve"));
            String many = post(
                            page,
                            "do/decide-many",
                            FormData.create()
                                    .set("csrf", secret)
                                    .set("pick", approval + " " + digest)
                                    .set("decision", "approve"))
                    .text();
            assertTrue(many.contains("0 decisions recorded"), many);
            APIResponse stop = post(
                    page,
                    "do/engage-switch",
                    FormData.create().set("csrf", secret).set("scope", "all").set("reason", "because"));
            assertEquals(403, stop.status());
        });
        assertEquals("pending", Fixtures.approval(cast.author, approval).getString("status"));
    }

    private static APIResponse post(Page page, String address, FormData form) {
        return page.request()
                .post(screens.console(address), RequestOptions.create().setForm(form));
    }
}
