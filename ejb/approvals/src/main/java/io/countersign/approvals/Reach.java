package io.countersign.approvals;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run could reach; policies match on it.
 *
 * @param secrets names of the secrets that it is granted
 * @param hosts where it may connect to: host, {@code *.suffix} or {@code *} for any host, without ports
 * @param integrations names of the integrations that it uses
 * @param actions operations of integrations that it calls
 * @param actionTypes classes of action that the operator has given it; what an asker states is not among them
 */
public record Reach(
        Set<String> secrets,
        Set<String> hosts,
        Set<String> integrations,
        Set<String> actions,
        Set<String> actionTypes) {

    /** Nothing that anybody knows of. */
    public static final Reach NOTHING = new Reach(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Reach {
        secrets = Set.copyOf(secrets);
        hosts = Set.copyOf(hosts);
        integrations = Set.copyOf(integrations);
        actions = Set.copyOf(actions);
        actionTypes = Set.copyOf(actionTypes);
    }

    /** The same with these classes of action. */
    public Reach ofTypes(Set<String> types) {
        return new Reach(secrets, hosts, integrations, actions, types);
    }

    /** Whether it is granted that secret. */
    public boolean hasSecret(String name) {
        return has(secrets, name);
    }

    /** Whether it uses that integration. */
    public boolean hasIntegration(String name) {
        return has(integrations, name);
    }

    /** Whether it calls that operation. */
    public boolean hasAction(String name) {
        return has(actions, name);
    }

    /** Whether the operator has given it that class of action. */
    public boolean hasActionType(@Nullable String name) {
        return name != null && has(actionTypes, name);
    }

    /** Whether it may connect to that host, or to some host of that {@code *.suffix}. */
    public boolean reaches(String host) {
        return hosts.stream().anyMatch(entry -> overlap(entry, host));
    }

    private static boolean overlap(String entry, String wanted) {
        return ToolNames.isSame(entry, wanted) || entry.equals("*") || isBelow(wanted, entry) || isBelow(entry, wanted);
    }

    /** Whether a host, or all hosts of a suffix, are among those of another suffix. */
    private static boolean isBelow(String host, String suffix) {
        return suffix.startsWith("*.")
                && host.toLowerCase(Locale.ROOT).endsWith(suffix.substring(1).toLowerCase(Locale.ROOT));
    }

    private static boolean has(Set<String> names, String name) {
        return names.stream().anyMatch(one -> ToolNames.isSame(one, name));
    }
}
