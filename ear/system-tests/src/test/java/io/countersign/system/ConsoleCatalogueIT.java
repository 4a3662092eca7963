package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Admins bind secrets and keep the catalogue of tools in the console, with plain forms and without script. */
class ConsoleCatalogueIT {

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
    void aSecretIsBoundAndGoesFurtherOnlyWhenAnotherAdminAgrees() {
        String name = Fixtures.unique("TOKEN").replace(' ', '_');
        String workflow = Fixtures.unique("Bound");
        String uuid = Fixtures.workflow(cast.author, workflow, "");
        screens.as("root", "secrets", ConsoleBrowser.withoutScript(), page -> {
            bind(page, name, workflow);
            assertEquals(List.of(uuid), texts(binding(name), "workflows"));
            assertTrue(row(page, name).contains(workflow), "the list names workflows");
            assertTrue(row(page, name).contains("a token"));

            String wider = change(page, name, "*.firewall.test\nother.test");
            assertEquals(List.of("*.firewall.test"), texts(binding(name), "hosts"), "nothing of it holds before");
            assertTrue(page.content().contains("Change the hosts of the binding of the secret " + name));
            assertTrue(page.content().contains("other.test"), "the request shows what changes");
            assertTrue(page.content().contains("Not in effect yet"));
            screens.open(page, "secrets");
            assertEquals(1, page.locator("#main a[href$='" + wider + "']").count(), "the list tells what waits");
            screens.open(page, "secret/" + name);
            assertEquals(1, page.locator("#main a[href$='" + wider + "']").count());
            agree(wider);
            assertEquals(List.of("*.firewall.test", "other.test"), texts(binding(name), "hosts"));

            screens.open(page, "secret/" + name);
            page.locator("#hosts").fill("other.test");
            save(page);
            page.waitForURL(Pattern.compile(".*/console/secrets"));
            assertEquals(List.of("other.test"), texts(binding(name), "hosts"), "less holds at once");

            screens.open(page, "secret/" + name);
            page.locator("summary:has-text('Remove this binding')").click(new Locator.ClickOptions().setForce(true));
            page.locator("button:has-text('Remove binding')").click(new Locator.ClickOptions().setForce(true));
            page.waitForURL(REQUEST);
            agree(id(page));
            screens.open(page, "secrets");
            assertEquals(0, page.locator("tr:has-text('" + name + "')").count());
        });
    }

    /** By the keyboard: in a long list a click may meet what has scrolled over the box in the meantime. */
    private static void tick(Locator box) {
        box.press("Space");
        assertTrue(box.isChecked());
    }

    private void bind(Page page, String name, String workflow) {
        screens.open(page, "secrets");
        page.locator("a:has-text('Bind a secret')").click(new Locator.ClickOptions().setForce(true));
        page.locator("#name").fill(name);
        page.locator("#hosts").fill("*.firewall.test\nhttps://firewall.test/api");
        tick(page.locator("label:has-text('" + workflow + "') input"));
        tick(page.locator("input[name=handle]"));
        save(page);
        assertTrue(page.locator("#hosts-error").innerText().contains("https://firewall.test/api"), page.content());
        assertEquals("#hosts", page.locator("#refused a").first().getAttribute("href"));
        assertTrue(page.locator("label:has-text('" + workflow + "') input").isChecked(), "what was ticked is kept");
        page.locator("#hosts").fill("*.firewall.test");
        save(page);
        page.waitForURL(Pattern.compile(".*/console/secrets"));
    }

    private String change(Page page, String name, String hosts) {
        screens.open(page, "secret/" + name);
        page.locator("#hosts").fill(hosts);
        save(page);
        page.waitForURL(REQUEST);
        return id(page);
    }

    @Test
    void aHandleNeedsHosts() {
        screens.as("root", "handle", ConsoleBrowser.withoutScript(), page -> {
            screens.open(page, "secret");
            page.locator("#name").fill("not a name");
            tick(page.locator("input[name=handle]"));
            save(page);
            assertTrue(page.locator("#hosts-error").innerText().contains("a handle needs hosts"), page.content());
            assertTrue(page.locator("#name-error").innerText().contains("a secret's name"));
            assertTrue(page.locator("input[name=handle]").isChecked());
        });
    }

    @Test
    void aToolIsListedChangedAndRemovedWhenAnotherAdminAgrees() {
        String tool = Fixtures.uniqueTool("wipe");
        screens.as("root", "tools", ConsoleBrowser.withoutScript(), page -> {
            screens.open(page, "tools");
            page.locator("a:has-text('New entry')").click(new Locator.ClickOptions().setForce(true));
            page.locator("#tool_name").fill("wipe the phone");
            page.locator("#approval_type").selectOption("manual");
            page.locator("#required_approvers").fill("3");
            save(page);
            assertFalse(page.locator("#tool_name-error").innerText().isEmpty(), page.content());
            assertTrue(
                    page.locator("#required_approvers-error").innerText().contains("multi"), "it would mean nothing");
            page.locator("#tool_name").fill(tool);
            page.locator("#approval_type").selectOption("multi");
            save(page);
            page.waitForURL(REQUEST);
            String made = id(page);
            assertTrue(page.content().contains("create the catalogue entry of the tool " + tool), page.content());
            screens.open(page, "tools");
            assertEquals(0, page.locator("tr:has-text('" + tool + "')").count(), "nothing of it holds before");
            assertEquals(1, page.locator("#main a[href$='" + made + "']").count());
            agree(made);

            screens.open(page, "tools");
            assertTrue(row(page, tool).contains("High risk"));
            page.locator("a:has-text('" + tool + "')").click(new Locator.ClickOptions().setForce(true));
            page.waitForLoadState();
            page.locator("#risk_level").selectOption("low");
            save(page);
            page.waitForURL(REQUEST);
            assertTrue(page.content().contains("from high to low"));
            agree(id(page));
            screens.open(page, "tools");
            assertTrue(row(page, tool).contains("Low risk"));

            page.locator("a:has-text('" + tool + "')").click(new Locator.ClickOptions().setForce(true));
            page.locator("summary:has-text('Remove this entry')").click(new Locator.ClickOptions().setForce(true));
            page.locator("button:has-text('Remove entry')").click(new Locator.ClickOptions().setForce(true));
            page.waitForURL(REQUEST);
            agree(id(page));
            screens.open(page, "tools");
            assertEquals(0, page.locator("tr:has-text('" + tool + "')").count());
        });
    }

    @Test
    void aViewerSeesAndChangesNeither() {
        Realm.of(house).ensure("vera", List.of("soc-viewer"));
        screens.as("vera", "viewer", ConsoleBrowser.withoutScript(), page -> {
            screens.open(page, "inbox");
            assertEquals(
                    0,
                    page.locator("nav a[href$='/secrets'], nav a[href$='/tools']")
                            .count());
            for (String address : List.of("secrets", "secret", "secret/TOKEN", "tools", "tool")) {
                assertEquals(403, page.navigate(screens.console(address)).status(), address);
            }
            screens.open(page, "inbox");
            String csrf = page.locator("input[name=csrf]").first().inputValue();
            for (String action : List.of("save-secret", "remove-secret", "save-tool")) {
                var answer = page.request()
                        .post(
                                screens.console("do/" + action),
                                com.microsoft.playwright.options.RequestOptions.create()
                                        .setMaxRedirects(0)
                                        .setForm(com.microsoft.playwright.options.FormData.create()
                                                .set("csrf", csrf)
                                                .set("name", "VERAS")
                                                .set("secret", "FIREWALL_API_KEY")
                                                .set("tool_name", "veras-tool")
                                                .set("risk_level", "low")
                                                .set("approval_type", "manual")));
                assertTrue(List.of(403, 303).contains(answer.status()), action + " " + answer.status());
            }
        });
        house.admin().get("/v1/secrets/VERAS").expect(404);
        assertFalse(
                house.admin().get("/v1/tools?page_size=100").expect(200).text().contains("veras-tool"));
    }

    private JsonObject binding(String name) {
        return house.admin().get("/v1/secrets/" + name).expect(200).data();
    }

    private static List<String> texts(JsonObject record, String field) {
        return record.getJsonArray(field).getValuesAs(jakarta.json.JsonString.class).stream()
                .map(jakarta.json.JsonString::getString)
                .toList();
    }

    private static String row(Page page, String name) {
        return page.locator("tr:has-text('" + name + "')").innerText();
    }

    private static void save(Page page) {
        // without script there may be no next frame in which Playwright could see that the button is at rest
        page.locator("#main button:text-is('Save')").click(new Locator.ClickOptions().setForce(true));
        page.waitForLoadState();
    }

    private static String id(Page page) {
        Matcher address = REQUEST.matcher(page.url());
        assertTrue(address.matches(), page.url());
        return address.group(1);
    }

    private void agree(String request) {
        house.login("ruth")
                .post(WhoMayDecideIT.path(request, "approve"), "{\"comment\":\"fine\"}")
                .expect(200);
    }
}
