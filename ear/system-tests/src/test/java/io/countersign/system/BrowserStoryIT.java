package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole story as an approver sees it: real Keycloak, real browser, and every page of it checked for accessibility. */
class BrowserStoryIT {
    private static Playwright playwright;
    private static Browser browser;
    private final House house = House.shared();
    private final Cast cast = Cast.of(house);

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @Test
    void anApproverReadsTheRequestInTheInboxAndApprovesIt() {
        String name = Stage.unique("Block IP in the browser");
        String workflow = Stage.workflow(cast.author, name, ",\"risk_level\":\"high\"");
        String approval = Stage.ask(cast.agent, workflow, "203.0.113.200");
        inBrowser("approve", new Browser.NewContextOptions(), page -> {
            signIn(page, "alex");
            accessible(page, "inbox");
            page.getByText(name).first().click();
            page.waitForURL(Pattern.compile(".*/console/request/" + approval));
            assertTrue(page.content().contains("it beacons every 60 s"));
            assertTrue(page.content().contains("203.0.113.200"));
            accessible(page, "request");
            page.locator("input[name=decision][value=approve]").check();
            page.locator("#comment").fill("seen in the proxy log");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record my decision"))
                    .click();
            page.waitForLoadState();
            JsonObject run = Stage.endedRun(cast.author, approval);
            assertEquals("success", run.getString("status"), run.toString());
            page.navigate(house.url() + "/console/run/" + run.getString("uuid"));
            assertTrue(page.content().contains("Blocked 203.0.113.200"));
            accessible(page, "run");
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
        inBrowser("no-script", new Browser.NewContextOptions().setJavaScriptEnabled(false), page -> {
            signIn(page, "blake");
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

    /** A test that fails leaves a picture of what it saw. */
    private void inBrowser(String name, Browser.NewContextOptions options, Consumer<Page> story) {
        try (BrowserContext context = browser.newContext(options)) {
            Page page = context.newPage();
            try {
                story.accept(page);
            } catch (RuntimeException | AssertionError e) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(house.data.resolveSibling("browser-" + name + ".png"))
                        .setFullPage(true));
                throw e;
            }
        }
    }

    private void signIn(Page page, String user) {
        page.navigate(house.url() + "/console/");
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(Pattern.quote(house.url()) + "/console.*"));
    }

    private static void accessible(Page page, String what) {
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertTrue(
                violations.isEmpty(),
                () -> what + ": " + violations.stream().map(Rule::getHelp).toList());
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium found; ./countersign verify installs it"));
    }
}
