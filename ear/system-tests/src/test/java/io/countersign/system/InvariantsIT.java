package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.Approvals;
import io.countersign.approvals.Channel;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.SubmissionResult;
import io.countersign.approvals.Verdict;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Person;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The invariants of the house, held to its doors inside the server, under real transactions. */
@ExtendWith({TestServerExtension.class, ArquillianExtension.class})
public class InvariantsIT {
    private static final Actor SAM = agent("sam", "triage-agent", "workflows:execute");
    private static final Actor ALEX = signedIn("alex", Set.of("approver"));
    private static final Actor BLAKE = signedIn("blake", Set.of("approver"));

    private Approvals approvals;
    private UserTransaction transaction;
    private DataSource database;

    /** Beside the application, seeing its very classes. */
    @Deployment
    public static WebArchive beside() {
        String modules = "deployment.countersign.ear export, deployment.countersign.ear.approvals.jar export";
        return ShrinkWrap.create(WebArchive.class, "invariants.war")
                .addClasses(InvariantsIT.class, TestServerExtension.class)
                .setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: " + modules + "\n"));
    }

    @BeforeEach
    void find() throws Exception {
        if (System.getProperty("jboss.server.base.dir") == null) {
            return;
        }
        InitialContext names = new InitialContext();
        approvals =
                (Approvals) names.lookup("java:global/countersign/approvals/Approvals!" + Approvals.class.getName());
        transaction = (UserTransaction) names.lookup("java:jboss/UserTransaction");
        database = (DataSource) names.lookup("java:jboss/datasources/CountersignDS");
    }

    @Test
    void r1AnApprovalLeadsToOneRunAtMost() throws Exception {
        UUID request = ask();
        approvals.decide(request, Verdict.APPROVE, null, null, ALEX, Channel.REST);
        approvals.attachRun(request, UUID.randomUUID());
        Refusal second = assertThrows(Refusal.class, () -> approvals.attachRun(request, UUID.randomUUID()));
        assertEquals(ErrorCode.CONFLICT, second.code());
    }

    @Test
    void r2OtherArgumentsThanThoseShownAreNotAgreedTo() throws Exception {
        UUID request = ask();
        Refusal stale = assertThrows(
                Refusal.class,
                () -> approvals.decide(request, Verdict.APPROVE, null, "00".repeat(32), ALEX, Channel.CONSOLE));
        assertEquals(ErrorCode.CONFLICT, stale.code());
        String shown = approvals.show(request).argumentsSha256();
        approvals.decide(request, Verdict.APPROVE, null, shown, ALEX, Channel.CONSOLE);
        assertEquals(shown, approvals.approvedArguments(request).argumentsSha256());
    }

    @Test
    void r3ATerminalRequestNeverChanges() throws Exception {
        UUID request = ask();
        approvals.decide(request, Verdict.REJECT, "no", null, ALEX, Channel.REST);
        Refusal late = assertThrows(
                Refusal.class, () -> approvals.decide(request, Verdict.APPROVE, null, null, BLAKE, Channel.REST));
        assertEquals(ErrorCode.APPROVAL_ALREADY_DECIDED, late.code());
        assertEquals(Status.REJECTED, approvals.show(request).status());
    }

    @Test
    void r4ThePersonBehindTheRequestNeverCounts() throws Exception {
        UUID request = ask();
        Actor samHimself = signedIn("sam", Set.of("approver"));
        Refusal own = assertThrows(
                Refusal.class, () -> approvals.decide(request, Verdict.APPROVE, null, null, samHimself, Channel.REST));
        assertEquals(ErrorCode.FORBIDDEN, own.code());
        assertEquals(0, approvals.show(request).approvalsGiven());
    }

    @Test
    void r5NothingIsDecidedAfterExpiryThoughNoTimerHasRun() throws Exception {
        UUID request = ask();
        sql(
                "update approval_request set expires_at = ? where id = ?",
                Instant.now().minusSeconds(1),
                request);
        Refusal late = assertThrows(
                Refusal.class, () -> approvals.decide(request, Verdict.APPROVE, null, null, ALEX, Channel.REST));
        assertEquals(ErrorCode.APPROVAL_EXPIRED, late.code());
        assertEquals(Status.EXPIRED, approvals.show(request).status());
    }

    @Test
    void r6StateAndItsRecordCommitTogetherOrNotAtAll() throws Exception {
        transaction.begin();
        UUID rolledBack = ((SubmissionResult.Pending) approvals.ask(wish())).id();
        transaction.rollback();
        assertEquals(
                ErrorCode.NOT_FOUND,
                assertThrows(Refusal.class, () -> approvals.show(rolledBack)).code());
        assertEquals(Set.of(), recorded(rolledBack));

        UUID committed = ask();
        assertEquals(Status.PENDING, approvals.show(committed).status());
        assertEquals(Set.of("approval.requested"), recorded(committed));

        approvals.decide(committed, Verdict.APPROVE, null, null, ALEX, Channel.REST);
        assertEquals(Set.of("approval.requested", "approval.vote_cast", "approval.approved"), recorded(committed));
    }

    @Test
    void r8AnAgentNeverDecides() throws Exception {
        UUID request = ask();
        Actor agent = agent("alex", "bot", "approvals:write");
        Refusal refusal = assertThrows(
                Refusal.class, () -> approvals.decide(request, Verdict.APPROVE, null, null, agent, Channel.REST));
        assertEquals(ErrorCode.FORBIDDEN, refusal.code());
    }

    private UUID ask() throws Exception {
        transaction.begin();
        UUID id = ((SubmissionResult.Pending) approvals.ask(wish())).id();
        transaction.commit();
        return id;
    }

    private static ApprovalRequestSpec wish() {
        return ApprovalRequestSpec.tool("isolate_host", SAM)
                .action("CONTAINMENT", "cut a host off")
                .arguments(Map.of("parameters", Map.of("host", "host-17")))
                .reason("it beacons")
                .confidence(0.9)
                .riskLevel(RiskLevel.HIGH)
                .rule(Rule.manual())
                .timeoutSeconds(600)
                .build();
    }

    /** The actions on record, chained already or not yet. */
    private Set<String> recorded(UUID target) throws SQLException {
        Set<String> actions = new TreeSet<>();
        for (String table : List.of("audit_staging", "audit_log")) {
            try (Connection connection = database.getConnection();
                    PreparedStatement query =
                            connection.prepareStatement("select action from " + table + " where target_id = ?")) {
                query.setObject(1, target);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        actions.add(rows.getString(1));
                    }
                }
            }
        }
        return actions;
    }

    private void sql(String text, Instant moment, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
            statement.setObject(2, id);
            assertEquals(1, statement.executeUpdate());
        }
    }

    private static Actor agent(String owner, String label, String scope) {
        return new Actor(
                owner,
                owner,
                Actor.Kind.AGENT,
                label,
                Set.of(),
                Set.of(scope),
                Credential.of(Credential.Kind.PLATFORM, null),
                List.of());
    }

    private static Actor signedIn(String name, Set<String> roles) {
        return Actor.person(Person.named(name, roles, List.of()), Credential.of(Credential.Kind.SESSION, "s-" + name));
    }
}
