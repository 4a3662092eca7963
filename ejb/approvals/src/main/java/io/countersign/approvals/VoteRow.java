package io.countersign.approvals;

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
class VoteRow {

    /** One person, one vote a revision. */
    record Key(UUID requestUuid, int revision, String person) implements Serializable {}

    @Id
    UUID requestUuid;

    @Id
    @Column(name = "input_revision")
    int revision;

    @Id
    String person;

    @Nullable
    String personName;

    @Nullable
    String delegate;

    @Nullable
    String delegateName;

    @Enumerated(EnumType.STRING)
    Verdict verdict;

    String roles;

    @Nullable
    String role;

    @Nullable
    String comment;

    @Enumerated(EnumType.STRING)
    Channel channel;

    Instant decidedAt;

    /** By which credential, as canonical JSON; null for votes of earlier releases. */
    @Nullable
    String credential;

    /** When it stopped counting, because its person left or lost the role; null: it counts. */
    @Nullable
    Instant voidedAt;

    @Nullable
    String voidReason;

    String personName() {
        return Labels.of(person, personName);
    }

    /** Everybody behind the vote: whose it is, who stood in, and who made the key. */
    Set<String> people() {
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
    String delegateName() {
        return delegateName == null ? delegate : delegateName;
    }
}
