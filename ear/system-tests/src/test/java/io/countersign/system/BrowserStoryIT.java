package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole story as an approver sees it: real Keycloak, real browser, and every page of it checked for accessibility. */
class BrowserStoryIT {
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
    void anApproverReadsTheRequestInTheInboxAndApprovesIt() {
        String name = Fixtures.unique("Block IP in the browser");
        String workflow = Fixtures.workflow(cast.author, name, ",\"risk_level\":\"high\"");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.200");
        screens.as("alex", "approve", ConsoleBrowser.desk(), page -> {
            screens.open(page, "");
            ConsoleBrowser.accessible(page, "inbox");
            page.getByText(name).first().click();
            page.waitForURL(Pattern.compile(".*/console/request/" + approval));
            assertTrue(page.content().contains("it beacons every 60 s"));
            assertTrue(page.content().contains("203.0.113.200"));
            ConsoleBrowser.accessible(page, "request");
            page.locator("input[name=decision][value=approve]").check();
            page.locator("#comment").fill("seen in the proxy log");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Approve").setExact(true))
                    .click();
            page.waitForLoadState();
            JsonObject run = Fixtures.endedRun(cast.author, approval);
            assertEquals("success", run.getString("status"), run.toString());
            page.navigate(house.url() + "/console/run/" + run.getString("uuid"));
            assertTrue(page.content().contains("Blocked 203.0.113.200"));
            ConsoleBrowser.accessible(page, "run");
        });
        JsonObject decision = Fixtures.approval(cast.author, approval)
                .getJsonArray("decisions")
                .getJsonObject(0);
        assertEquals("alex", decision.getString("approver"));
        assertEquals("console", decision.getString("channel"));
        assertEquals("seen in the proxy log", decision.getString("comment"));
    }

    @Test
    void theConsoleDecidesWithoutScript() {
        String name = Fixtures.unique("No script");
        String approval = Fixtures.ask(cast.agent, Fixtures.workflow(cast.author, name, ""), "203.0.113.201");
        screens.as("blake", "no-script", ConsoleBrowser.withoutScript(), page -> {
            page.navigate(house.url() + "/console/request/" + approval);
            page.locator("input[name=decision][value=reject]").check();
            page.locator("#comment").fill("a false alarm");
            page.locator("form.decide button[type=submit]").click();
            page.waitForLoadState();
        });
        JsonObject record = Fixtures.approval(cast.author, approval);
        assertEquals("rejected", record.getString("status"));
        assertEquals("blake", record.getJsonArray("decisions").getJsonObject(0).getString("approver"));
    }
}
