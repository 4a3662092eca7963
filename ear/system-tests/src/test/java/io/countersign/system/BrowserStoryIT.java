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
    private static Screens screens;
    private final House house = House.shared();
    private final Cast cast = Cast.of(house);

    @BeforeAll
    static void open() {
        screens = new Screens(House.shared());
    }

    @AfterAll
    static void close() {
        screens.close();
    }

    @Test
    void anApproverReadsTheRequestInTheInboxAndApprovesIt() {
        String name = Stage.unique("Block IP in the browser");
        String workflow = Stage.workflow(cast.author, name, ",\"risk_level\":\"high\"");
        String approval = Stage.ask(cast.agent, workflow, "203.0.113.200");
        screens.as("alex", "approve", Screens.desk(), page -> {
            screens.open(page, "");
            Screens.accessible(page, "inbox");
            page.getByText(name).first().click();
            page.waitForURL(Pattern.compile(".*/console/request/" + approval));
            assertTrue(page.content().contains("it beacons every 60 s"));
            assertTrue(page.content().contains("203.0.113.200"));
            Screens.accessible(page, "request");
            page.locator("input[name=decision][value=approve]").check();
            page.locator("#comment").fill("seen in the proxy log");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record my decision"))
                    .click();
            page.waitForLoadState();
            JsonObject run = Stage.endedRun(cast.author, approval);
            assertEquals("success", run.getString("status"), run.toString());
            page.navigate(house.url() + "/console/run/" + run.getString("uuid"));
            assertTrue(page.content().contains("Blocked 203.0.113.200"));
            Screens.accessible(page, "run");
        });
        JsonObject decision =
                Stage.approval(cast.author, approval).getJsonArray("decisions").getJsonObject(0);
        assertEquals("alex", decision.getString("approver"));
        assertEquals("console", decision.getString("channel"));
        assertEquals("seen in the proxy log", decision.getString("comment"));
    }

    @Test
    void theConsoleDecidesWithoutScript() {
        String name = Stage.unique("No script");
        String approval = Stage.ask(cast.agent, Stage.workflow(cast.author, name, ""), "203.0.113.201");
        screens.as("blake", "no-script", Screens.withoutScript(), page -> {
            page.navigate(house.url() + "/console/request/" + approval);
            page.locator("input[name=decision][value=reject]").check();
            page.locator("#comment").fill("a false alarm");
            page.locator("button:has-text('Record my decision')").click();
            page.waitForLoadState();
        });
        JsonObject record = Stage.approval(cast.author, approval);
        assertEquals("rejected", record.getString("status"));
        assertEquals("blake", record.getJsonArray("decisions").getJsonObject(0).getString("approver"));
    }
}
