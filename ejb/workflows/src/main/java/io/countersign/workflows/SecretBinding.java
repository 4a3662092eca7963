package io.countersign.workflows;

import io.countersign.sandbox.http.HostRule;
import io.countersign.sandbox.http.Target;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may be granted a secret of the server, and where it may be sent. A secret without a binding is limited by nothing but the
 * workflows' own {@code allowed_secrets} and {@code allowed_hosts}.
 *
 * @param name the secret's name, never its value
 * @param organizations whose workflows may be granted it; empty: everybody's
 * @param workflows which workflows may be granted it; empty: any
 * @param hosts where it may be sent, as in {@code allowed_hosts}; empty: anywhere
 * @param handle whether a script gets a token in its place, which only the server turns into the value
 * @param revision counts every change; what ETags are made of
 */
public record SecretBinding(
        String name,
        List<String> organizations,
        List<UUID> workflows,
        List<String> hosts,
        boolean handle,
        Instant createdAt,
        Instant updatedAt,
        long revision) {

    /** The entity tag of this state, without quotes. */
    public String etag() {
        return "s" + revision;
    }

    /** Whether that workflow of that organization may be granted it. */
    public boolean admits(UUID workflow, @Nullable String organization) {
        return (organizations.isEmpty() || organization != null && organizations.contains(organization))
                && (workflows.isEmpty() || workflows.contains(workflow));
    }

    /** Whether an MCP server of that organization may be called with it: not where it is kept for certain workflows. */
    public boolean admitsServer(@Nullable String organization) {
        return workflows.isEmpty()
                && (organizations.isEmpty() || organization != null && organizations.contains(organization));
    }

    /** Whether it may be sent there. */
    public boolean maySendTo(Target target) {
        return hosts.isEmpty()
                || hosts.stream().anyMatch(host -> HostRule.parse(host).matches(target));
    }
}
