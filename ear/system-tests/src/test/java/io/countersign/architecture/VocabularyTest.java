package io.countersign.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Names that were replaced by standard terms do not come back (decision 51). Left out are words that still name what everybody
 * calls so: an outcome, a form, a verdict, a subject, a filter.
 */
class VocabularyTest {

    private static final Path ROOT = Path.of(System.getProperty("countersign.root", "../.."));
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*(?:[a-z-]+ )*(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);

    /** The old name, and what it is called. */
    private static final Map<String, String> REPLACED = Map.ofEntries(
            Map.entry("Ask", "ApprovalRequestSpec, ExecuteRequest, OutgoingRequest"),
            Map.entry("Asked", "SubmissionResult, ExecuteResult"),
            Map.entry("Asking", "RequestingApproval, RequestingExecution"),
            Map.entry("Ballot", "DecisionInput"),
            Map.entry("Beat", "NodeHeartbeat"),
            Map.entry("Callers", "CallerResolver"),
            Map.entry("Callout", "ServerHttpCall"),
            Map.entry("ClickDesk", "InteractionQueue"),
            Map.entry("Courier", "NotificationSender"),
            Map.entry("Effect", "EffectPreview"),
            Map.entry("Electors", "EligibleApprovers"),
            Map.entry("Endings", "OutcomeResolver"),
            Map.entry("EveryFailure", "ThrowableMapper"),
            Map.entry("Followers", "RequestSubscriptions"),
            Map.entry("Frame", "PageLayout"),
            Map.entry("Hopeless", "PermanentFailure"),
            Map.entry("HouseRule", "PolicyCaller"),
            Map.entry("KeyRing", "ApiKeyAuthenticator"),
            Map.entry("Knowledge", "DirectoryFreshness"),
            Map.entry("Known", "PersonLookup, CachedActor"),
            Map.entry("Ledger", "RunTransitions, IdempotencyStore"),
            Map.entry("Moment", "TimelineEntry"),
            Map.entry("NodeLife", "NodeIncarnation"),
            Map.entry("Notices", "FlashMessages"),
            Map.entry("Occasion", "NotificationType"),
            Map.entry("Once", "IdempotencyGuard"),
            Map.entry("Open", "PublicEndpoint"),
            Map.entry("Packed", "CompressedText"),
            Map.entry("Pages", "PageReader, PageRequests"),
            Map.entry("People", "OrganizationDirectory, ApproverDirectory"),
            Map.entry("Places", "Slots, QuorumMatcher"),
            Map.entry("Postman", "OutboxProcessor"),
            Map.entry("Published", "WorkflowSnapshot"),
            Map.entry("Purview", "OrganizationScope"),
            Map.entry("Reading", "DecodedView"),
            Map.entry("Retry", "RedisplayedForm"),
            Map.entry("Ruling", "DecisionResult"),
            Map.entry("Runners", "RunStrategies"),
            Map.entry("Running", "RunProcessor"),
            Map.entry("Scrutiny", "RuleStrictness"),
            Map.entry("Seal", "AuditSealer, ResponseEncryption"),
            Map.entry("Settlement", "DeliveryRecorder"),
            Map.entry("Shape", "FieldType"),
            Map.entry("SocketEar", "SocketModeListener"),
            Map.entry("Soon", "Debouncer"),
            Map.entry("Standing", "Eligibility, CountedVote"),
            Map.entry("StandingStill", "WorkflowEditLock"),
            Map.entry("Stopping", "RunCancellation"),
            Map.entry("StopRules", "KillSwitchMatcher"),
            Map.entry("Story", "RequestSummary"),
            Map.entry("Stretch", "FilteredPage"),
            Map.entry("Sweep", "the concern first, as in IdempotencyCleanup"),
            Map.entry("Tally", "AgreementProgress"),
            Map.entry("Texts", "ContentStore, StringGuards"),
            Map.entry("Times", "Micros"),
            Map.entry("Trail", "ApprovalAudit"),
            Map.entry("WakeUp", "OutboxSignal"),
            Map.entry("WhyNot", "IneligibilityReason"),
            Map.entry("Wire", "WireNames"),
            Map.entry("Words", "the concern first, as in KeptText"));

    @Test
    void noTypeHasANameThatWasReplaced() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String top : List.of("ejb", "security", "web", "ui")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(top))) {
                for (Path file : files.filter(VocabularyTest::isSource).toList()) {
                    Matcher declared = DECLARED.matcher(Files.readString(file));
                    while (declared.find()) {
                        String better = REPLACED.get(declared.group(1));
                        if (better != null) {
                            found.put(ROOT.relativize(file) + ": " + declared.group(1), "use " + better);
                        }
                    }
                }
            }
        }
        assertEquals(Map.of(), found, "names that were replaced");
    }

    private static boolean isSource(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.contains("/src/main/java/") && path.endsWith(".java");
    }
}
