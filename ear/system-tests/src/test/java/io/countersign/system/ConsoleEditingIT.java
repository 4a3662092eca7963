package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What authors and admins change in the console, with plain forms and without script. */
class ConsoleEditingIT {

    private static final Pattern REQUEST = Pattern.compile(".*/console/request/([0-9a-f-]{36})");

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
    void anAuthorSetsEscalationAndLimitsAndKeepsAQuorum() {
        String quorum = "{\"all\":[{\"role\":\"soc-lead\",\"count\":1},{\"role\":\"network\",\"count\":1}]}";
        String workflow = Fixtures.workflow(
                cast.author, Fixtures.unique("Edited"), ",\"approval_type\":\"multi\",\"quorum\":" + quorum);
        screens.as("maya", "editing", ConsoleBrowser.withoutScript(), page -> {
            screens.open(page, "workflow-edit/" + workflow);
            fill(page, "escalation[1].after_seconds", "999999");
            fill(page, "escalation[1].roles", "soc-lead");
            fill(page, "limits.http_calls", "7");
            page.locator("button:has-text('Save')").first().click();
            page.waitForLoadState();
            assertTrue(page.locator("#refused").innerText().contains("Escalation"), page.content());
            assertEquals("7", field(page, "limits.http_calls"));
            assertEquals("999999", field(page, "escalation[0].after_seconds"));
            fill(page, "escalation[0].after_seconds", "600");
            page.locator("button:has-text('Save')").first().click();
            page.waitForURL(Pattern.compile(".*/console/workflow/" + workflow));
            assertTrue(page.content().contains("after 600 s soc-lead is told"));
        });
        JsonObject saved =
                cast.author.get("/v1/workflows/" + workflow).expect(200).data();
        assertEquals(600, saved.getJsonArray("escalation").getJsonObject(0).getInt("after_seconds"));
        assertEquals(7, saved.getJsonObject("limits").getInt("http_calls"));
        assertEquals(2, saved.getJsonObject("quorum").getJsonArray("all").size());
    }

    @Test
    void aPolicyIsShownAtWorkBeforeItIsSavedAndHoldsWhenAnotherAdminAgrees() {
        String name = Fixtures.uniqueTool("rule");
        screens.as("root", "policy", ConsoleBrowser.withoutScript(), page -> {
            screens.open(page, "policy");
            fill(page, "name", name);
            fill(page, "tool_name", "a-tool-that-nobody-has-" + name);
            String made = seenThenAsked(page, "Of the last");
            agreed(made);
            screens.open(page, "policies");
            page.locator("a:has-text('" + name + "')").click();
            page.waitForLoadState();
            fill(page, "priority", "55");
            page.locator("button:has-text('Preview')").click();
            page.waitForLoadState();
            assertTrue(page.locator("tr.changed").innerText().contains("55"));
            fill(page, "priority", "56");
            page.locator("button:has-text('Request this change')").click();
            page.waitForLoadState();
            assertTrue(page.locator("tr.changed").innerText().contains("56"), "what was not seen is shown first");
            agreed(asked(page));
            screens.open(page, "policies");
            assertTrue(page.locator("tr:has-text('" + name + "')").innerText().contains("56"));
            page.locator("a:has-text('" + name + "')").click();
            page.locator("summary:has-text('Remove this policy')").click();
            page.locator("button:has-text('Remove policy')").click();
            page.waitForURL(REQUEST);
            assertTrue(page.content().contains("would be removed"));
            agreed(id(page));
            screens.open(page, "policies");
            assertEquals(0, page.locator("tr:has-text('" + name + "')").count());
        });
    }

    private String seenThenAsked(Page page, String seen) {
        page.locator("button:has-text('Preview')").click();
        page.waitForLoadState();
        assertTrue(page.locator("#preview").innerText().contains(seen));
        return asked(page);
    }

    private static String asked(Page page) {
        page.locator("button:has-text('Request this change')").click();
        page.waitForURL(REQUEST);
        return id(page);
    }

    private static String id(Page page) {
        Matcher address = REQUEST.matcher(page.url());
        assertTrue(address.matches(), page.url());
        return address.group(1);
    }

    private void agreed(String request) {
        house.login("ruth")
                .post(WhoMayDecideIT.path(request, "approve"), "{\"comment\":\"fine\"}")
                .expect(200);
    }

    @Test
    void aDeadLetterIsTriedAgain() {
        String workflow = Fixtures.workflow(
                cast.author, Fixtures.unique("Untold"), ",\"approval_channel\":\"" + Receiver.NO_SUCH_CHANNEL + "\"");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.91");
        Await.until("the dead letter", () -> dead(approval) ? "dead" : null);
        screens.as("root", "dead-letter", ConsoleBrowser.desk(), page -> {
            screens.open(page, "notifications");
            ConsoleBrowser.accessible(page, "dead letters");
            page.locator("tr:has(a[href$='" + approval + "']) button").first().click();
            page.waitForLoadState();
            assertTrue(page.content().contains("1 notification is tried again now"), page.content());
        });
        assertTrue(house.admin()
                .get("/v1/audit?action=notification.replayed")
                .expect(200)
                .text()
                .contains(approval));
    }

    private boolean dead(String approval) {
        return !house.admin()
                .get("/v1/notifications?state=dead&approval_request_uuid=" + approval)
                .expect(200)
                .json()
                .getJsonArray("data")
                .isEmpty();
    }

    @Test
    void anMcpServerIsStoppedFromTheConsole() {
        String server = Fixtures.unique("server").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
        screens.as("root", "server-switch", ConsoleBrowser.withoutScript(), page -> {
            screens.open(page, "kill-switch");
            page.locator("input[name=scope][value=server]").check();
            fill(page, "server_target", server);
            fill(page, "reason", "its host is taken over");
            page.locator("button:has-text('Engage kill switch')").click();
            page.waitForLoadState();
            Locator row = page.locator("tr:has-text('The MCP server " + server + "')");
            assertEquals(1, row.count(), page.content());
            row.locator("button:has-text('Release')").click();
            page.waitForLoadState();
            assertTrue(page.content().contains("Kill switch released"));
        });
    }

    @Test
    void anEngagedKillSwitchIsSaidWherePeopleDecide() {
        String agent = Fixtures.unique("an agent that never asks");
        TestUsers.key(
                house, "{\"name\":" + Api.string(agent) + ",\"key_type\":\"agent\",\"owner\":\"sam\",\"scopes\":[]}");
        String why = "Why " + agent;
        screens.as("root", "kill-switch", ConsoleBrowser.withoutScript(), page -> {
            screens.open(page, "kill-switch");
            page.locator("input[name=scope][value=agent]").check();
            fill(page, "agent_target", agent);
            fill(page, "reason", why);
            page.locator("button:has-text('Engage kill switch')").click();
            page.waitForLoadState();
            assertTrue(page.content().contains("Matching runs are cancelled"));
        });
        screens.as("alex", "stopped", ConsoleBrowser.desk(), page -> {
            screens.open(page, "inbox");
            assertTrue(page.content().contains(why));
            ConsoleBrowser.accessible(page, "the inbox while something is stopped");
        });
        screens.as("root", "released", ConsoleBrowser.withoutScript(), page -> {
            screens.open(page, "kill-switch");
            page.locator("tr:has-text('" + why + "') button:has-text('Release')")
                    .click();
            page.waitForLoadState();
            screens.open(page, "inbox");
            assertEquals(0, page.locator("p:has-text('" + why + "')").count());
        });
    }

    @Test
    void aDescriptionWithoutAModelIsKeptAndExplained() {
        screens.as("maya", "description", ConsoleBrowser.desk(), page -> {
            screens.open(page, "workflow-edit");
            page.locator("summary:has-text('Have a first draft')").click();
            page.locator("#description").fill("Block the address at the edge");
            page.locator("button:has-text('Write a draft')").click();
            page.waitForLoadState();
            assertTrue(page.content().contains("ANTHROPIC_API_KEY"));
            assertEquals(
                    "Block the address at the edge",
                    page.locator("#description").inputValue());
            assertTrue(page.locator("#code")
                    .evaluate("area => area.value")
                    .toString()
                    .contains("implements Workflow"));
            ConsoleBrowser.accessible(page, "a server without a model");
        });
    }

    private static void fill(Page page, String name, String value) {
        page.locator("[name='" + name + "']").evaluate("(input, value) => { input.value = value; }", value);
    }

    private static String field(Page page, String name) {
        return page.locator("[name='" + name + "']").inputValue();
    }
}
