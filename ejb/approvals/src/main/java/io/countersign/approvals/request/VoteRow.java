package io.countersign.approvals.request;

import io.countersign.approvals.Channel;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.storage.Labels;
import io.countersign.kernel.CanonicalJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A vote at rest. Votes of earlier revisions stay for the record and count no more. */
@Entity
@Table(name = "approval_vote")
@IdClass(VoteRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class VoteRow {

    /** One person, one vote a revision. */
    record Key(UUID requestUuid, int revision, String person) implements Serializable {}

    @Id
    public UUID requestUuid;

    @Id
    @Column(name = "input_revision")
    public int revision;

    @Id
    public String person;

    @Nullable
    public String personName;

    @Nullable
    public String delegate;

    @Nullable
    public String delegateName;

    @Enumerated(EnumType.STRING)
    public Verdict verdict;

    public String roles;

    @Nullable
    public String role;

    @Nullable
    public String comment;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    public Instant decidedAt;

    /** By which credential, as canonical JSON; null for votes of earlier releases. */
    @Nullable
    public String credential;

    /** When it stopped counting, because its person left or lost the role; null: it counts. */
    @Nullable
    public Instant voidedAt;

    @Nullable
    public String voidReason;

    public String personName() {
        return Labels.of(person, personName);
    }

    /** Everybody behind the vote: whose it is, who stood in, and who made the key. */
    public Set<String> people() {
        Set<String> people = new HashSet<>(Set.of(person));
        if (delegate != null) {
            people.add(delegate);
        }
        if (credential != null && CanonicalJson.parseObject(credential).get("created_by") instanceof String maker) {
            people.add(maker);
        }
        return people;
    }

    @Nullable
    public String delegateName() {
        return delegateName == null ? delegate : delegateName;
    }
}
