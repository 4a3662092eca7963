package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.client.Accepted;
import io.countersign.client.ApiKey;
import io.countersign.client.ApiKeyFields;
import io.countersign.client.ApiKeyPatch;
import io.countersign.client.ApiKeysClient;
import io.countersign.client.ApprovalRequestsClient;
import io.countersign.client.AuditClient;
import io.countersign.client.AuditRow;
import io.countersign.client.Comment;
import io.countersign.client.Delegation;
import io.countersign.client.DelegationFields;
import io.countersign.client.DelegationsClient;
import io.countersign.client.KeyClaim;
import io.countersign.client.KillSwitchAsk;
import io.countersign.client.KillSwitchClient;
import io.countersign.client.MetricsClient;
import io.countersign.client.Notification;
import io.countersign.client.NotificationsClient;
import io.countersign.client.One;
import io.countersign.client.PoliciesClient;
import io.countersign.client.Policy;
import io.countersign.client.RefusedException;
import io.countersign.client.ReplayAsk;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What administrators do, through the REST clients. */
final class RestClientOperations {
    private final TestServer house;
    private final RestClients clients;

    private RestClientOperations(TestServer house, RestClients clients) {
        this.house = house;
        this.clients = clients;
    }

    static void callTheOthers(TestServer house, RestClients clients) {
        RestClientOperations operations = new RestClientOperations(house, clients);
        operations.keys();
        operations.delegations();
        operations.policies();
        operations.stop();
        operations.notifications();
        operations.record();
    }

    private void keys() {
        ApiKeysClient keys = clients.as(house.admin()).get(ApiKeysClient.class);
        ApiKey made = keys.create(
                        null,
                        new ApiKeyFields("by client", "agent", List.of("workflows:read"), "sam", null, null, null))
                .data();
        assertTrue(made.key().startsWith("csk_" + made.prefix()), made.prefix());
        Instant end = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        keys.change(made.uuid(), null, new ApiKeyPatch("renamed", null, null, end));
        ApiKey read = keys.get(made.uuid()).data();
        assertEquals("renamed", read.name());
        assertEquals(end, read.expiresAt());
        KeyClaim unknown = new KeyClaim(UUID.randomUUID());
        assertEquals(
                404,
                assertThrows(RefusedException.class, () -> keys.claim(null, unknown))
                        .status());
        keys.revoke(made.uuid());
        assertTrue(keys.list(1, 500).data().stream()
                .anyMatch(key -> key.uuid().equals(made.uuid()) && key.revokedAt() != null));
    }

    private void delegations() {
        DelegationsClient delegations = clients.as(house.login("casey")).get(DelegationsClient.class);
        Instant from = Instant.now().plus(30, ChronoUnit.DAYS);
        Delegation made = delegations
                .create(
                        null,
                        new DelegationFields(
                                "blake", List.of("approver"), from, from.plus(1, ChronoUnit.DAYS), "holidays"))
                .data();
        delegations.change(made.uuid(), null, new DelegationFields(null, null, null, null, "parental leave"));
        assertEquals("parental leave", delegations.get(made.uuid()).data().reason());
        assertTrue(delegations.list(1, 500).data().stream()
                .anyMatch(one -> one.uuid().equals(made.uuid())));
        delegations.end(made.uuid());
    }

    /** There are two admins in this house, so that each change needs the other one. */
    private void policies() {
        PoliciesClient policies = clients.as(house.admin()).get(PoliciesClient.class);
        String name = Fixtures.unique("by client");
        String tool = Fixtures.uniqueTool("tool");
        agreed(policies.create(UUID.randomUUID().toString(), RequestBodies.policy(name, tool, true)));
        Policy made = policies.list(1, 500).data().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
        agreed(policies.change(made.uuid(), null, RequestBodies.policy(name, tool, false)));
        assertEquals(false, policies.get(made.uuid()).data().enabled());
        assertEquals(
                0,
                policies.replay(new ReplayAsk(RequestBodies.policy(name, tool, true), 10))
                        .data()
                        .matched());
        assertEquals(
                0,
                policies.replayStored(made.uuid(), new ReplayAsk(null, 10))
                        .data()
                        .matched());
        agreed(policies.remove(made.uuid()));
        assertThrows(RefusedException.class, () -> policies.get(made.uuid()));
    }

    private void agreed(Response answer) {
        try (answer) {
            assertEquals(202, answer.getStatus());
            One<Accepted> accepted = answer.readEntity(new GenericType<>() {});
            clients.as(house.login("root"));
            clients.get(ApprovalRequestsClient.class)
                    .approve(accepted.data().approvalRequestUuid(), new Comment("as discussed", null));
        } finally {
            clients.as(house.admin());
        }
    }

    private void stop() {
        KillSwitchClient switches = clients.as(house.admin()).get(KillSwitchClient.class);
        UUID pulled = switches.engage(null, new KillSwitchAsk("integration", "entra", "a drill"))
                .data()
                .uuid();
        switches.release(pulled);
        assertTrue(switches.list(1, 500).data().stream()
                .anyMatch(one -> one.uuid().equals(pulled) && one.releasedAt() != null));
    }

    private void notifications() {
        NotificationsClient notifications = clients.as(house.admin()).get(NotificationsClient.class);
        Notification any = Await.until(
                "a notification that was delivered",
                () -> notifications.list("delivered", null, null, 1, 1).data().stream()
                        .findFirst()
                        .orElse(null));
        assertEquals(any.uuid(), notifications.get(any.uuid()).data().uuid());
        RefusedException refused = assertThrows(RefusedException.class, () -> notifications.replay(any.uuid()));
        assertEquals("CONFLICT", refused.code());
    }

    private void record() {
        AuditClient audit = clients.as(house.admin()).get(AuditClient.class);
        assertEquals(
                "kill_switch.released",
                audit.search(null, "kill_switch.released", null, null, null, 1, 1)
                        .data()
                        .get(0)
                        .action());
        List<AuditRow> after = audit.collect("asc", 1, 2).data();
        assertEquals(List.of(2L, 3L), after.stream().map(AuditRow::seq).toList());
        assertTrue(audit.verify().data().valid());
        assertNotNull(clients.get(MetricsClient.class).summary().data().runs().get("success_rate"));
    }
}
