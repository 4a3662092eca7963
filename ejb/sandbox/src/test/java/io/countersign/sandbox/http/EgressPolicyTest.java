package io.countersign.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.HttpFailure;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EgressPolicyTest {
    private static final EgressPolicy PUBLIC_ONLY = EgressPolicy.of(null, false);

    private static void allows(EgressPolicy policy, String url) throws HttpFailure {
        new RequestGuard(policy).checkUrl(url);
    }

    private static String refuses(EgressPolicy policy, String url) {
        return assertThrows(HttpFailure.class, () -> new RequestGuard(policy).checkUrl(url))
                .getMessage();
    }

    @Test
    void anUnsetListMeansPublicHostsOnly() throws Exception {
        allows(PUBLIC_ONLY, "https://api.example.com/x");
        allows(PUBLIC_ONLY, "https://firewall.internal/api");
        allows(PUBLIC_ONLY, "http://203.0.113.9:8080/");
        assertTrue(refuses(PUBLIC_ONLY, "http://10.1.2.3/").contains("EGRESS_ALLOWED_HOSTS"));
        assertTrue(refuses(PUBLIC_ONLY, "http://localhost/").contains("EGRESS_ALLOW_PRIVATE"));
    }

    @Test
    void aListedPrivateAddressIsAllowed() throws Exception {
        allows(EgressPolicy.of("127.0.0.1", false), "http://127.0.0.1:9999/x");
        allows(EgressPolicy.of("10.0.0.0/8", false), "http://10.1.2.3/");
        refuses(EgressPolicy.of("10.0.0.0/8", false), "http://192.168.1.1/");
        refuses(EgressPolicy.of("10.0.0.0/8", false), "https://api.example.com/");
    }

    @Test
    void aNameThatLeadsInwardNeedsBothSettings() throws Exception {
        InetAddress inside = InetAddress.getByAddress(new byte[] {10, 0, 0, 5});
        assertTrue(EgressPolicy.of("fw.corp", false)
                .refuseAddress("fw.corp", 443, inside)
                .orElse("")
                .contains("EGRESS_ALLOW_PRIVATE"));
        assertEquals(Optional.empty(), EgressPolicy.of("fw.corp", true).refuseAddress("fw.corp", 443, inside));
        assertEquals(
                Optional.empty(), EgressPolicy.of("fw.corp,10.0.0.0/8", false).refuseAddress("fw.corp", 443, inside));
    }

    @Test
    void metadataIsNeverReachedByAllowPrivateAlone() throws Exception {
        EgressPolicy open = EgressPolicy.of("", true);
        refuses(open, "http://169.254.169.254/");
        refuses(open, "http://[fd00:ec2::254]/");
        refuses(open, "http://metadata.google.internal/");
        allows(open, "http://10.0.0.1/");
    }

    @Test
    void theWorkflowNarrowsTheServersList() throws Exception {
        EgressPolicy narrowed =
                EgressPolicy.of("*.example.com,api.other.test", false).forWorkflow(List.of("a.example.com"));
        allows(narrowed, "https://a.example.com/");
        assertTrue(refuses(narrowed, "https://b.example.com/").contains("allowed_hosts"));
        refuses(EgressPolicy.of("*.example.com", false), "https://example.com/");
    }

    @Test
    void mocksAnswerOutsideTheServersListButNeverInward() throws Exception {
        EgressPolicy mocked = EgressPolicy.of("127.0.0.1", false).forMocks();
        allows(mocked, "https://firewall.internal/api");
        allows(mocked, "http://127.0.0.1:9999/x");
        refuses(mocked, "http://10.1.2.3/");
        refuses(mocked, "http://localhost/");
        refuses(mocked, "http://169.254.169.254/");
        refuses(mocked.forWorkflow(List.of("api.example.com")), "https://firewall.internal/api");
    }

    @Test
    void anUnreadableEntryIsNamed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> EgressPolicy.of("10.0.0.0/99", false))
                .getMessage()
                .contains("10.0.0.0/99"));
    }

    @Test
    void addressesAreSentPercentEncodedAndWithoutFragment() throws Exception {
        Target target = new RequestGuard(PUBLIC_ONLY).checkUrl("HTTPS://API.Example.com./a b/ü?q=x|y#frag");
        assertEquals(
                "https://api.example.com/a%20b/%C3%BC?q=x%7Cy", target.uri().toString());
        assertEquals(443, target.port());
    }

    @Test
    void anEntryWithAPortListsThatPortAlone() throws Exception {
        EgressPolicy one = EgressPolicy.of("127.0.0.1", false).forWorkflow(List.of("127.0.0.1:10199"));
        allows(one, "http://127.0.0.1:10199/x");
        assertTrue(refuses(one, "http://127.0.0.1:10198/x").contains("port 10198"));
        EgressPolicy suffix =
                PUBLIC_ONLY.forWorkflow(List.of("*.example.com:443", "api.test:8443", "[2001:db8::1]:443"));
        allows(suffix, "https://a.example.com/");
        refuses(suffix, "http://a.example.com/");
        allows(suffix, "https://api.test:8443/");
        refuses(suffix, "https://api.test/");
        allows(suffix, "https://[2001:db8::1]/");
        refuses(suffix, "https://[2001:db8::1]:8443/");
    }

    @Test
    void aPrivateAddressListedWithAPortIsPermittedAtThatPortAlone() throws Exception {
        EgressPolicy listed = EgressPolicy.of("10.0.0.5:8080", false);
        allows(listed, "http://10.0.0.5:8080/");
        refuses(listed, "http://10.0.0.5/");
        InetAddress inside = InetAddress.getByAddress(new byte[] {10, 0, 0, 5});
        assertTrue(listed.refuseAddress("fw.corp", 80, inside).isPresent());
        assertEquals(Optional.empty(), listed.refuseAddress("fw.corp", 8080, inside));
    }

    @Test
    void oddSpellingsAreNoEntries() {
        for (String odd : List.of(
                "0x7f.1",
                "127.1",
                "2130706433",
                "0177.0.0.1",
                "127.0.0.1.",
                "1.2.3.4.5",
                "256.1.1.1",
                "a..b",
                "-a.test",
                "*",
                "*.",
                "*.*.test",
                "a.*.test",
                "*.10",
                "a.test:0",
                "a.test:65536",
                "a.test:",
                "a.test:080",
                "10.0.0.0/33",
                "10.0.0.0/8:443",
                "0x0a.0.0.0/8",
                "[::1",
                "[::1]443",
                "::1]:443",
                "[::1%eth0]:443",
                "[127.0.0.1]:443",
                "u@a.test",
                "http://a.test",
                "a b",
                "")) {
            assertThrows(IllegalArgumentException.class, () -> HostRule.parse(odd), odd);
        }
        for (String good : List.of(
                "a.test",
                "A.Test:8443",
                "localhost",
                "*.example.com:443",
                "127.0.0.1:10199",
                "10.0.0.0/8",
                "[::1]:443",
                "[::1]",
                "::1",
                "fd00::/8",
                "under_score.test")) {
            HostRule.parse(good);
        }
    }
}
