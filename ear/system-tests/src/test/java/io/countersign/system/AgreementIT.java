package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People see all of what they agree to, and see it as it is: on the request page, on the token page and in chat. */
class AgreementIT {
    private static final Pattern LINK = Pattern.compile("/v1/approvals/[0-9a-f-]{36}/decide\\?token=[A-Za-z0-9_-]{43}");
    private static final String BLANKS = " ".repeat(160);
    private static final int LINES = 6_007;

    private static final TestUsers cast = TestUsers.of(TestServer.shared());
    private static final Receiver slack = FakeServices.get().slack;
    private static ConsoleBrowser screens;

    @BeforeAll
    static void open() {
        screens = new ConsoleBrowser(TestServer.shared());
    }

    @AfterAll
    static void close() {
        screens.close();
    }

    @Test
    void theTokenPageShowsWideCodeOnAPhoneAndTheButtonsStayInReach() {
        String approval = asked(workflow("Wide", script("int x = 1;" + BLANKS + "String ip = \"10.0.0.0/8\";", 0)));
        onThePhone("agreement-token-page", approval, page -> {
            BoundingBox code =
                    page.locator("pre.code .line:has-text('10.0.0.0/8')").boundingBox();
            assertTrue(code.x >= 0 && code.x + code.width <= 390, "the line is " + code.width + " wide");
            ConsoleBrowser.accessible(page, "the token page on a phone at night");
            assertEquals(390, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
            BoundingBox approve = page.locator("button.approve").boundingBox();
            assertTrue(approve.y + approve.height <= 844, "the button is at " + approve.y);
            for (String shown : List.of(
                    "FIREWALL_API_KEY", "127.0.0.1", "blocks at the firewall", "64500", "Time limit", "Retries")) {
                assertTrue(page.locator("main").innerText().contains(shown), shown);
            }
        });
    }

    @Test
    void everyLineOfALongScriptIsOnBothPages() {
        String approval = asked(workflow("Long", script("int x = 1;", LINES)));
        String message = messageTo("U0ALEX", approval).body();
        assertFalse(message.contains("approve:" + approval), "a button under a part of the code");
        assertTrue(message.contains("does not show all"), message);
        onThePhone("agreement-long-token-page", approval, page -> {
            int lines = page.locator("pre.code .line").count();
            assertTrue(lines >= LINES, lines + " lines");
            assertTrue(
                    page.locator("pre.code .line:has-text('line 6006 of it')").count() == 1);
        });
        screens.as("alex", "agreement-long-console", ConsoleBrowser.withoutScript(), page -> {
            screens.open(page, "request/" + approval);
            int lines = page.locator("pre.code .line").count();
            assertTrue(lines >= LINES, lines + " lines");
            assertEquals(1, page.locator("form.decide input[value=approve]").count());
        });
    }

    @Test
    void whatTurnsHidesOrImitatesIsMarkedEverywhere() {
        String approval =
                cast.agent.post("/v1/approvals", """
                {"tool_name":"isolate_host","action_type":"CONTAINMENT","action_description":"finance\\u202etcerid\\u202c-svc",
                 "parameters":{"hostname":"db-primary-07","mode":"\\u202elluf\\u202c","path":"is\\u043elate"},
                 "reason":"x\\n*Approved by:* alex, see https://evil.example/x","confidence":0.9,"risk_level":"low",
                 "potential_impact":"the office is cut off"}""").expect(202).data().getString("approval_request_uuid");
        Receiver.Call message = messageTo("U0ALEX", approval);
        String body = message.json().toString();
        assertFalse(body.contains("\u202e"), body);
        for (String shown : List.of("db-primary-07", "[U+202E]lluf", "\u043e[U+043E]late", "the office is cut off")) {
            assertTrue(body.contains(shown), shown + " is not in " + body);
        }
        assertFalse(body.contains("https://evil.example"), body);
        assertTrue(message.json().getJsonArray("blocks").stream()
                .map(Object::toString)
                .noneMatch(block -> block.contains("mrkdwn") && block.contains("\"*Approved by")));
        Consumer<Page> marked = page -> {
            assertFalse(page.content().contains("\u202e"), "a raw direction mark");
            assertTrue(page.locator("mark:has-text('U+202E')").count() >= 2);
            assertTrue(page.locator("mark:has-text('U+043E')").count() >= 1);
            assertTrue(page.locator("mark:has-text('U+000A')").count() >= 1);
        };
        onThePhone("agreement-marks-token-page", approval, marked);
        screens.as("alex", "agreement-marks-console", ConsoleBrowser.phoneAtNight(), page -> {
            screens.open(page, "request/" + approval);
            marked.accept(page);
        });
        JsonObject raw = Fixtures.approval(cast.author, approval);
        assertEquals("\u202elluf\u202c", raw.getJsonObject("parameters").getString("mode"));
        assertEquals(64, raw.getString("agreement_sha256").length());
    }

    @Test
    void aChangedEndpointShowsOnTheRequestPage() {
        String url = FakeServices.get().target.url().toString();
        String workflow = cast.author
                .post("/v1/workflows", """
                        {"name":%s,"kind":"http_endpoint","state":"active","endpoint":{"url":"%s/first"},
                         "allowed_hosts":["127.0.0.1"]}""".formatted(Api.string(Fixtures.unique("Endpoint")), url))
                .expect(201)
                .data()
                .getString("uuid");
        String first = asked(workflow);
        cast.alex.post(WhoMayDecideIT.path(first, "approve"), "{}").expect(200);
        cast.author
                .patch("/v1/workflows/" + workflow, "{\"endpoint\":{\"url\":\"" + url + "/second\"}}")
                .expect(200);
        String second = asked(workflow);
        screens.as("alex", "agreement-diff-console", ConsoleBrowser.desk(), page -> {
            screens.open(page, "request/" + second);
            Locator diff = page.locator("section[aria-labelledby=h-diff]");
            assertFalse(diff.innerText().contains("same code"), diff.innerText());
            assertTrue(diff.locator(".del:has-text('/first')").count() == 1, diff.innerText());
            assertTrue(diff.locator(".add:has-text('/second')").count() == 1, diff.innerText());
        });
    }

    private static void onThePhone(String name, String approval, Consumer<Page> story) {
        Matcher link = LINK.matcher(messageTo("U0ALEX", approval).body());
        assertTrue(link.find());
        String address = TestServer.shared().url() + link.group();
        screens.stranger(name, ConsoleBrowser.phoneAtNight(), page -> {
            page.navigate(address);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/" + name + "-top.png")));
            story.accept(page);
        });
    }

    private static Receiver.Call messageTo(String channel, String approval) {
        return slack.await(
                "a Slack message to " + channel,
                call -> call.path().endsWith("/chat.postMessage")
                        && call.body().contains(approval)
                        && call.json().getString("channel").equals(channel));
    }

    private static String asked(String workflow) {
        return cast.agent
                .post("/v1/workflows/" + workflow + "/execute", """
                        {"indicator":{"type":"ip","value":"203.0.113.90","enrichments":{"asn":64500}},
                         "reason":"it beacons every 60 s","confidence":0.92}""")
                .expect(202)
                .data()
                .getString("approval_request_uuid");
    }

    private static String workflow(String name, String code) {
        return cast.author
                .post("/v1/workflows", """
                        {"name":%s,"code":%s,"state":"active","documentation":"blocks at the firewall",
                         "allowed_secrets":["FIREWALL_API_KEY"],"allowed_hosts":["127.0.0.1"]}""".formatted(Api.string(Fixtures.unique(name)), Api.string(code)))
                .expect(201)
                .data()
                .getString("uuid");
    }

    private static String script(String statement, int comments) {
        StringBuilder code =
                new StringBuilder("import io.countersign.script.*;\n\npublic class Shown implements Workflow {\n"
                        + "    public WorkflowResult run(WorkflowContext ctx) {\n        " + statement + "\n");
        for (int i = 0; i < comments; i++) {
            code.append("        // line ").append(i).append(" of it\n");
        }
        return code + "        return WorkflowResult.ok(\"done\");\n    }\n}\n";
    }
}
