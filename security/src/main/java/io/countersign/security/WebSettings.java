package io.countersign.security;

import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import io.countersign.kernel.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;

/** How people and programs reach this server; REST, MCP, the console and messages with links all ask here. */
@ApplicationScoped
public class WebSettings extends Settings {

    /** The address that people type, and that links begin with. */
    public static final Setting<URI> BASE_URL =
            Setting.address("COUNTERSIGN_BASE_URL", "http://127.0.0.1:8080", "address in links and redirects");

    public static final Setting<Integer> RATE = Setting.number(
            "RATE_LIMIT_PER_SECOND", 2000, 0, 1_000_000, "requests a second of each API key; 0 for no limit");
    public static final Setting<String> BROKER =
            Setting.text("COUNTERSIGN_BROKER_URL", null, "Artemis broker that several nodes share");

    /** More for a person than are ever seen at once: a page that was left keeps its place for some seconds. */
    public static final Setting<Integer> LIVE_PAGES_PER_PERSON = Setting.number(
            "LIVE_PAGES_PER_PERSON", 32, 1, 100_000, "open pages of one person that are told of changes, on this node");

    public static final Setting<Integer> LIVE_PAGES =
            Setting.number("LIVE_PAGES", 1000, 1, 100_000, "open pages that are told of changes, on this node");

    private final URI baseUrl;
    private final boolean isBaseUrlSet;
    private final int requestsPerSecond;
    private final boolean isAlone;
    private final int livePages;
    private final int livePagesPerPerson;

    /** As this server was started. */
    public WebSettings() {
        this(SettingSource.ofServer());
    }

    /** As another source says. */
    public WebSettings(SettingSource source) {
        super(source);
        isBaseUrlSet = optional(BASE_URL).isPresent();
        baseUrl = value(BASE_URL);
        requestsPerSecond = value(RATE);
        isAlone = optional(BROKER).isEmpty();
        livePages = value(LIVE_PAGES);
        livePagesPerPerson = value(LIVE_PAGES_PER_PERSON);
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(BASE_URL, RATE, BROKER, LIVE_PAGES, LIVE_PAGES_PER_PERSON);
    }

    /** Where people reach this server. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** The configured address; empty where it is only the default, by which nobody is recognised. */
    public String configuredBaseUrl() {
        return isBaseUrlSet ? baseUrl.toString() : "";
    }

    /** Whether browsers come over TLS: then a proxy in front speaks it, and they must not come any other way. */
    public boolean isHttps() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    /** Requests a second for each key; 0 for no limit. */
    public int requestsPerSecond() {
        return requestsPerSecond;
    }

    /** Open pages that are told of changes on this node. */
    public int livePages() {
        return livePages;
    }

    /** The same of one person. */
    public int livePagesPerPerson() {
        return livePagesPerPerson;
    }

    /** Whether this node shares its work with no other. */
    public boolean isAlone() {
        return isAlone;
    }
}
