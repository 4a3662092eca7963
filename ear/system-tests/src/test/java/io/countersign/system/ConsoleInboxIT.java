package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Long inboxes. */
class ConsoleInboxIT {

    private static final int OF_EACH = 60;
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
    void pagesOfWhatWaitsForOthersAreFullThoughOnesOwnLiesBetween() {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            asked.add(ask("approver"));
            asked.add(ask("network"));
        }
        try {
            screens.as("alex", "others", ConsoleBrowser.withoutScript(), page -> {
                screens.open(page, "inbox?group=others");
                List<String> newest = rows(page);
                assertEquals(50, newest.size());
                page.locator("nav.pager a[rel=next]").click();
                page.waitForLoadState();
                List<String> older = rows(page);
                assertTrue(older.size() >= OF_EACH - 50, older.size() + " rows");
                assertTrue(older.stream().noneMatch(newest::contains), "one row on two pages");
                page.locator("nav.pager a[rel=prev]").click();
                page.waitForLoadState();
                assertEquals(newest, rows(page));
            });
        } finally {
            asked.forEach(one -> cast.admin.post("/v1/workflow-approvals/" + one + "/cancel", "{\"reason\":\"seen\"}"));
        }
    }

    private static List<String> rows(Page page) {
        return page.locator("section[aria-labelledby=g-others] a.row-link").all().stream()
                .map(row -> row.getAttribute("href"))
                .toList();
    }

    private String ask(String role) {
        return cast.agent
                .post(
                        "/v1/approvals",
                        "{\"tool_name\":\"isolate_host\",\"action_type\":\"CONTAINMENT\",\"reason\":\"it beacons\","
                                + "\"required_roles\":[\"" + role + "\"]}")
                .expect(202)
                .data()
                .getString("approval_request_uuid");
    }
}
