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
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser in front of the console. Whoever has signed in once stays signed in, as at a desk. */
final class ConsoleBrowser implements AutoCloseable {

    private final TestServer house;
    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, String> signedIn = new HashMap<>();

    ConsoleBrowser(TestServer house) {
        this.house = house;
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

    static Browser.NewContextOptions desk() {
        return new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT);
    }

    static Browser.NewContextOptions phoneAtNight() {
        return new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK).setViewportSize(390, 844);
    }

    static Browser.NewContextOptions withoutScript() {
        return new Browser.NewContextOptions().setJavaScriptEnabled(false);
    }

    /** A story of somebody who is signed in. A story that fails leaves a picture of what it saw. */
    void as(String user, String name, Browser.NewContextOptions options, Consumer<Page> story) {
        String known = signedIn.get(user);
        if (known != null) {
            options.setStorageState(known);
        }
        stranger(name, options, page -> {
            if (known == null) {
                signIn(page, user);
                signedIn.put(user, page.context().storageState());
            }
            story.accept(page);
        });
    }

    void stranger(String name, Browser.NewContextOptions options, Consumer<Page> story) {
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

    void signIn(Page page, String user) {
        page.navigate(console(""));
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(Pattern.quote(house.url()) + "/console.*"));
    }

    String console(String page) {
        return house.url() + "/console/" + page;
    }

    /** A page of the console that is there. */
    void open(Page page, String address) {
        assertEquals(200, page.navigate(console(address)).status(), address);
    }

    /** The checks are a script: not for pages without. */
    static void accessible(Page page, String what) {
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertTrue(
                violations.isEmpty(),
                () -> what + ": "
                        + violations.stream()
                                .map(rule -> rule.getHelp() + " "
                                        + rule.getNodes().stream()
                                                .map(node -> node.getHtml())
                                                .toList())
                                .toList());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium found; ./countersign verify installs it"));
    }
}
