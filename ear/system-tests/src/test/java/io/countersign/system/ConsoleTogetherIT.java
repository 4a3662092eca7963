package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many requests decided with one reason: each by itself, on what was shown, and never the dangerous ones. */
class ConsoleTogetherIT {

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
    void eachIsDecidedByItselfAndWhatChangedMeanwhileIsRefused() {
        String name = Fixtures.unique("Together");
        String workflow = Fixtures.workflow(cast.author, name, ",\"risk_level\":\"low\"");
        String first = Fixtures.ask(cast.agent, workflow, "203.0.113.61");
        String second = Fixtures.ask(cast.agent, workflow, "203.0.113.62");
        String changed = Fixtures.ask(cast.agent, workflow, "203.0.113.63");
        screens.as("alex", "together", ConsoleBrowser.withoutScript(), page -> {
            screens.open(page, "inbox");
            for (String ip : new String[] {"203.0.113.61", "203.0.113.62", "203.0.113.63"}) {
                box(page, name + " on " + ip).check();
            }
            cast.casey
                    .post("/v1/workflow-approvals/" + changed + "/revise", """
                            {"indicator":{"type":"ip","value":"203.0.113.64"},"comment":"a typing error"}""")
                    .expect(200);
            page.locator("form.many input[value=approve]").check();
            page.locator("form.many textarea[name=comment]").fill("all seen in the proxy log");
            page.locator("button:has-text('Submit decisions')").click();
            page.waitForLoadState();
            String outcome = page.locator("#together").innerText();
            assertTrue(outcome.contains("2 decisions recorded, 1 refused"), outcome);
            assertTrue(outcome.contains(name + " on 203.0.113.64"), outcome);
        });
        for (String approval : new String[] {first, second}) {
            assertEquals("approved", status(approval));
            assertEquals(
                    "all seen in the proxy log",
                    Fixtures.approval(cast.author, approval)
                            .getJsonArray("decisions")
                            .getJsonObject(0)
                            .getString("comment"));
        }
        assertEquals("pending", status(changed));
    }

    @Test
    void highRiskHasNoBoxAndIsRefusedEvenWhenAFormIsMadeUp() {
        String name = Fixtures.unique("Alone");
        String low = Fixtures.ask(cast.agent, Fixtures.workflow(cast.author, name, ""), "203.0.113.65");
        Fixtures.ask(cast.agent, Fixtures.workflow(cast.author, name + " too", ""), "203.0.113.65");
        String high = Fixtures.ask(
                cast.agent, Fixtures.workflow(cast.author, name + " high", ",\"risk_level\":\"high\""), "203.0.113.66");
        screens.as("alex", "alone", ConsoleBrowser.desk(), page -> {
            screens.open(page, "inbox");
            assertEquals(1, box(page, name + " on 203.0.113.65").count());
            assertEquals(0, box(page, name + " high on 203.0.113.66").count());
            String digest = Fixtures.approval(cast.author, high).getString("arguments_sha256");
            String answer = page.request()
                    .post(
                            screens.console("do/decide-many"),
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set(
                                                    "csrf",
                                                    page.locator("input[name=csrf]")
                                                            .first()
                                                            .inputValue())
                                            .set("pick", high + " " + digest)
                                            .set("decision", "approve")))
                    .text();
            assertTrue(answer.contains("is opened and decided alone"), answer);
        });
        assertEquals("pending", status(high));
        assertEquals("pending", status(low));
    }

    @Test
    void aRejectionOfManyWantsItsReasonAndKeepsTheSelection() {
        String name = Fixtures.unique("Why");
        String workflow = Fixtures.workflow(cast.author, name, "");
        String first = Fixtures.ask(cast.agent, workflow, "203.0.113.67");
        Fixtures.ask(cast.agent, workflow, "203.0.113.68");
        screens.as("blake", "why", ConsoleBrowser.desk(), page -> {
            screens.open(page, "inbox");
            page.locator("a.row-link", new Page.LocatorOptions().setHasText(name + " on 203.0.113.67"))
                    .focus();
            page.keyboard().press("x");
            assertTrue(box(page, name + " on 203.0.113.67").isChecked());
            page.locator("form.many input[value=reject]").check();
            page.locator("button:has-text('Submit decisions')").click();
            page.waitForLoadState();
            assertTrue(page.locator("#refused").innerText().contains("a rejection needs a reason"));
            assertTrue(box(page, name + " on 203.0.113.67").isChecked());
            ConsoleBrowser.accessible(page, "a refused selection");
        });
        assertEquals("pending", status(first));
    }

    private static Locator box(Page page, String sentence) {
        return page.locator("input[name=pick][aria-label$='" + sentence + "']");
    }

    private String status(String approval) {
        return Fixtures.approval(cast.author, approval).getString("status");
    }
}
