package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An installation that was started for production, behind a proxy that speaks TLS. */
class ProductionIT {

    private static final String ADDRESS = "https://countersign.example.org";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static TestServer house;

    @BeforeAll
    static void open() {
        house = TestServer.aloneWithKeycloak("production", 800)
                .with("COUNTERSIGN_PRODUCTION", "yes")
                .with("COUNTERSIGN_BASE_URL", ADDRESS)
                .with("COUNTERSIGN_BOOTSTRAP_ADMIN_KEY", "csk_7Qm2xV9bKd4ZsR1yTn8cLw5HgJ3pFaU6eXoBiMzNqWv")
                .up();
    }

    @AfterAll
    static void close() {
        house.down();
    }

    @Test
    void everyAnswerTellsBrowsersToComeOverTlsOnly() throws Exception {
        for (String path : List.of("/console/inbox", "/console/assets/base.css", "/v1/workflows", "/openapi")) {
            assertEquals(
                    "max-age=31536000",
                    get(path).headers().firstValue("Strict-Transport-Security").orElse("none"),
                    path);
        }
    }

    @Test
    void everyCookieOfTheSignInIsForTlsOnly() throws Exception {
        HttpResponse<String> answer = get("/console/inbox");
        assertEquals(302, answer.statusCode());
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertFalse(cookies.isEmpty());
        for (String cookie : cookies) {
            assertTrue(cookie.toLowerCase(java.util.Locale.ROOT).contains("; secure"), cookie);
            assertTrue(cookie.toLowerCase(java.util.Locale.ROOT).contains("; httponly"), cookie);
        }
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertTrue(location.contains("redirect_uri=https%3A%2F%2Fcountersign.example.org%2Fconsole%2Finbox"), location);
        assertTrue(location.contains("code_challenge_method=S256"), location);
    }

    @Test
    void theRealmSendsNobodyToAnotherAddressAndWantsPkce() throws Exception {
        assertEquals(200, authorize(ADDRESS + "/console/inbox", true));
        assertEquals(400, authorize("http://localhost/console/inbox", true));
        assertEquals(400, authorize("http://127.0.0.1/console/inbox", true));
        assertEquals(400, authorize("https://elsewhere.example.org/console/inbox", true));
        assertEquals(302, authorize(ADDRESS + "/console/inbox", false), "back with an error");
    }

    @Test
    void nobodyOfTheDemonstrationSignsIn() throws Exception {
        for (String client : List.of("countersign-cli", "admin-cli")) {
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(
                                    house.keycloakUrl() + "/realms/countersign/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "grant_type=password&username=alex&password=alex&client_id=" + client))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertFalse(answer.body().contains("access_token"), client);
        }
    }

    private static int authorize(String redirect, boolean pkce) throws Exception {
        return CLIENT.send(
                        HttpRequest.newBuilder(URI.create(house.keycloakUrl()
                                        + "/realms/countersign/protocol/openid-connect/auth?response_type=code"
                                        + "&scope=openid&client_id=countersign-console&redirect_uri="
                                        + java.net.URLEncoder.encode(redirect, java.nio.charset.StandardCharsets.UTF_8)
                                        + (pkce ? "&code_challenge_method=S256&code_challenge=" + "A".repeat(43) : "")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** As the proxy passes it on. */
    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(house.url() + path))
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "countersign.example.org")
                        .header("X-Forwarded-Port", "443")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
