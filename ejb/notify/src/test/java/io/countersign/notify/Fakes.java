package io.countersign.notify;

import io.countersign.approvals.AgreementView;
import io.countersign.approvals.Approvals;
import io.countersign.approvals.Channel;
import io.countersign.approvals.EscalationTargets;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Credential;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The neighbours of this module, as far as it sees them. */
public final class Fakes {
    public static final Person ALEX =
            new Person("alex", "alex", "Alex", "alex@example.org", "U0ALEX", Set.of("approver"), List.of());
    static final Person BLAKE = new Person("blake", "blake", "Blake", null, null, Set.of("approver"), List.of());
    public static final Person MAYA =
            new Person("maya", "maya", "Maya", "maya@example.org", "U0MAYA", Set.of(), List.of());

    private Fakes() {}

    /** One request, which a test changes by hand. */
    public static final class OneRequest extends Approvals {
        public RequestView stored;
        public final List<Person> eligible = new ArrayList<>(List.of(ALEX, BLAKE));
        public final List<String> minted = new ArrayList<>();
        public final List<String> decided = new CopyOnWriteArrayList<>();
        public EscalationTargets targets = new EscalationTargets(List.of(), null);

        public OneRequest(RequestView stored) {
            this.stored = stored;
        }

        @Override
        public RequestView show(UUID id) {
            if (!stored.uuid().equals(id)) {
                throw Refusal.notFound("approval", id);
            }
            return stored;
        }

        @Override
        public boolean callsBack(UUID id) {
            return show(id).callbackUrl() != null;
        }

        @Override
        public AgreementView agreement(UUID id) {
            return Requests.agreement(show(id));
        }

        @Override
        public List<Person> eligible(UUID id) {
            return eligible;
        }

        @Override
        public EscalationTargets escalationTargets(UUID id, int step) {
            return targets;
        }

        @Override
        public String mintPersonalToken(UUID id, String person) {
            minted.add(person);
            return "token-of-" + person + "-" + minted.size();
        }

        @Override
        public String mintChannelToken(UUID id, String channel) {
            return "token-of-channel";
        }

        @Override
        public RequestView decideAs(
                Person person,
                UUID id,
                Verdict verdict,
                String comment,
                String digestSeen,
                Channel channel,
                Credential credential) {
            if (stored.status() != Status.PENDING) {
                throw Refusal.of(ErrorCode.APPROVAL_ALREADY_DECIDED, "it is " + stored.status());
            }
            if (digestSeen != null && !digestSeen.equals(stored.argumentsSha256())) {
                throw Refusal.conflict(stored.requestNumber() + " has been revised since");
            }
            decided.add(person.userName() + " " + verdict + " " + channel + " " + comment);
            return stored;
        }
    }

    public static final class People extends Directory {
        private final List<Person> people = List.of(ALEX, BLAKE, MAYA);

        @Override
        public Optional<Person> byId(String id) {
            return people.stream().filter(it -> it.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Person> byUserName(String userName) {
            return people.stream().filter(it -> it.userName().equals(userName)).findFirst();
        }

        @Override
        public Optional<Person> bySlackUserId(String slackUserId) {
            return people.stream()
                    .filter(it -> slackUserId.equals(it.slackUserId()))
                    .findFirst();
        }
    }

    public static final class Records extends Audit {
        final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

        @Override
        public void record(AuditEntry entry) {
            entries.add(entry);
        }

        @Override
        public void recordAlone(AuditEntry entry) {
            entries.add(entry);
        }

        public List<String> actions() {
            return entries.stream().map(AuditEntry::action).toList();
        }
    }

    /** A clock that a test moves. */
    public static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T14:00:00Z");

        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
