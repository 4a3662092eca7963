package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page of the console: usable by everybody, by day and by night, at a desk and on a phone, with keys alone. */
class ConsolePagesIT {

    private static final String BOUND = Fixtures.unique("TOKEN").replace(' ', '_');

    private static ConsoleBrowser screens;
    private static String workflow;
    private static String approval;
    private static String run;

    @BeforeAll
    static void open() {
        TestUsers cast = TestUsers.of(TestServer.shared());
        workflow = Fixtures.workflow(
                cast.author,
                Fixtures.unique("Every page"),
                ",\"limits\":{\"http_calls\":3},\"escalation\":[{\"after_seconds\":600,\"roles\":[\"soc-lead\"]}]");
        String decided = Fixtures.ask(cast.agent, workflow, "203.0.113.71");
        cast.alex
                .post(WhoMayDecideIT.path(decided, "approve"), "{\"comment\":\"fine\"}")
                .expect(200);
        run = Fixtures.endedRun(cast.author, decided).getString("uuid");
        approval = Fixtures.ask(cast.agent, workflow, "203.0.113.72");
        Fixtures.ask(cast.agent, workflow, "203.0.113.73");
        screens = new ConsoleBrowser(TestServer.shared());
    }

    @AfterAll
    static void close() {
        screens.close();
    }

    @Test
    void theAdminsPagesAreForEverybody() {
        TestUsers.of(TestServer.shared())
                .admin
                .post(
                        "/v1/secrets",
                        "{\"name\":\"" + BOUND + "\",\"workflows\":[\"" + workflow
                                + "\"],\"hosts\":[\"*.api.test\"],\"handle\":true}")
                .expect(201);
        List<String> pages = List.of(
                "policies",
                "policy",
                "secrets",
                "secret",
                "secret/" + BOUND,
                "tools",
                "tool",
                "api-keys",
                "notifications?state=all",
                "kill-switch",
                "audit");
        atTheDesk("root", pages);
        onAPhoneAtNight("root", pages);
    }

    @Test
    void theAuthorsPagesAreForEverybody() {
        List<String> pages = List.of("workflows", "workflow/" + workflow, "workflow-edit", "workflow-edit/" + workflow);
        atTheDesk("maya", pages);
        onAPhoneAtNight("maya", pages);
    }

    @Test
    void theApproversPagesAreForEverybody() {
        List<String> pages = List.of(
                "inbox",
                "inbox?group=others",
                "inbox?group=done",
                "request/" + approval,
                "runs",
                "run/" + run,
                "overview",
                "delegations");
        atTheDesk("alex", pages);
        onAPhoneAtNight("alex", pages);
    }

    private static void atTheDesk(String user, List<String> pages) {
        look(user, ConsoleBrowser.desk(), "at the desk", pages);
    }

    private static void onAPhoneAtNight(String user, List<String> pages) {
        look(user, ConsoleBrowser.phoneAtNight(), "on a phone at night", pages);
    }

    private static void look(String user, Browser.NewContextOptions options, String where, List<String> pages) {
        screens.as(user, "pages-of-" + user, options, page -> {
            for (String address : pages) {
                screens.open(page, address);
                ConsoleBrowser.accessible(page, address + " " + where);
                assertEquals(
                        0,
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                        address + " is wider than its window " + where);
            }
        });
    }

    @Test
    void keysWalkTheInboxAndOpenButNeverDecide() {
        screens.as("alex", "keys", ConsoleBrowser.desk(), page -> {
            screens.open(page, "inbox");
            page.keyboard().press("Tab");
            assertEquals("Skip to the content", focused(page));
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("k");
            assertTrue(page.locator("a.row-link")
                    .first()
                    .evaluate("row => row === document.activeElement")
                    .equals(true));
            assertNotEquals("none", page.evaluate("getComputedStyle(document.activeElement, '::after').outlineStyle"));
            page.keyboard().press("?");
            assertTrue(page.locator("dialog#keys").isVisible());
            ConsoleBrowser.accessible(page, "the list of keys");
            page.keyboard().press("Escape");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/console/request/.*"));
            assertEquals(0, page.locator("input[name=decision]:checked").count());
        });
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent"));
    }
}
