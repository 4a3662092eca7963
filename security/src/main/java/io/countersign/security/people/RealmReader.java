package io.countersign.security.people;

import io.countersign.security.Person;
import io.countersign.security.SecuritySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Reads everybody who has a role, directly, through a group, a group above it or a composite role. Keycloak names the roles of
 * all groups in one list, but the members of each group, or the groups of each user, only one by one: whichever is less.
 */
@ApplicationScoped
public class RealmReader {

    /** A refresh that has not ended by then is given up. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    /** Keycloak's own roles that everybody has and that mean nothing to us. */
    private static final Set<String> MEANINGLESS = Set.of("offline_access", "uma_authorization");

    private final SecuritySettings settings;
    private final KeycloakLink link;
    private final DirectoryThreads threads;

    @Inject
    public RealmReader(SecuritySettings settings, KeycloakLink link, DirectoryThreads threads) {
        this.settings = settings;
        this.link = link;
        this.threads = threads;
    }

    @SuppressWarnings("NullAway")
    protected RealmReader() {
        this.settings = null;
        this.link = null;
        this.threads = null;
    }

    /** @param users everybody with a role that matters, by subject, which stands in the place of the person's id */
    record Realm(Map<String, Person> users, Set<String> roles) {}

    Realm read() {
        return new ReadContext(
                        new RealmReading(threads.reads(), LONGEST),
                        link.pages(),
                        link.groups(),
                        "default-roles-" + settings.realm())
                .read();
    }

    /** Whether it says nothing about anybody that somebody has that role. */
    static boolean isMeaningless(String role, String realm) {
        return MEANINGLESS.contains(role) || role.equals("default-roles-" + realm);
    }

    /** One time through the realm. */
    private record ReadContext(RealmReading calls, RealmResource realm, RealmGroups groups, String defaultRole) {

        Realm read() {
            List<RoleRepresentation> roles = calls.answers(Map.<String, Supplier<List<RoleRepresentation>>>of(
                            "roles", () -> realm.roles().list()))
                    .getOrDefault("roles", List.of());
            RealmGraph graph = composed(roles);
            Set<String> names = roles.stream().map(RoleRepresentation::getName).collect(Collectors.toSet());
            Set<String> meaningful =
                    names.stream().filter(role -> isMeaningful(graph, role)).collect(Collectors.toSet());
            Map<String, Set<String>> ofGroups = rolesOfGroups(meaningful);
            direct(meaningful, graph);
            throughGroups(ofGroups, graph);
            return new Realm(graph.people(), names);
        }

        private RealmGraph composed(List<RoleRepresentation> roles) {
            Map<String, Supplier<Set<RoleRepresentation>>> parts = new LinkedHashMap<>();
            roles.stream()
                    .filter(RoleRepresentation::isComposite)
                    .map(RoleRepresentation::getName)
                    .forEach(name ->
                            parts.put(name, () -> realm.roles().get(name).getRealmRoleComposites()));
            RealmGraph graph = new RealmGraph();
            calls.answers(parts)
                    .forEach((name, of) -> graph.composite(
                            name, of.stream().map(RoleRepresentation::getName).collect(Collectors.toSet())));
            return graph;
        }

        /** The default role, which everybody has, is worth its long list only if somebody composed it of roles that matter. */
        private boolean isMeaningful(RealmGraph graph, String role) {
            Set<String> brought = new HashSet<>(graph.brought(role));
            brought.removeAll(MEANINGLESS);
            brought.remove(defaultRole);
            return !brought.isEmpty();
        }

        /** The roles that matter of each group that has any, those of the groups above it included. */
        private Map<String, Set<String>> rolesOfGroups(Set<String> meaningful) {
            Map<String, GroupRepresentation> all = allGroups();
            Map<String, Set<String>> roles = new LinkedHashMap<>();
            for (GroupRepresentation group : all.values()) {
                Set<String> its = new HashSet<>();
                @Nullable GroupRepresentation above = group;
                for (int level = 0; above != null && level < all.size(); level++) {
                    its.addAll(Objects.requireNonNullElse(above.getRealmRoles(), List.of()));
                    above = above.getParentId() == null ? null : all.get(above.getParentId());
                }
                its.retainAll(meaningful);
                if (!its.isEmpty()) {
                    roles.put(group.getId(), its);
                }
            }
            return roles;
        }

        private Map<String, GroupRepresentation> allGroups() {
            Map<String, GroupRepresentation> all = new LinkedHashMap<>();
            calls.lists(Map.<String, RealmReading.PageReader<GroupRepresentation>>of(
                            "groups",
                            (first, count) -> groups.page(RealmGroups.EVERY, first, count, false, false, false)))
                    .values()
                    .forEach(list -> list.forEach(group -> all.put(group.getId(), group)));
            Map<String, Long> counted = calls.answers(Map.<String, Supplier<Map<String, Long>>>of(
                            "count", () -> realm.groups().count(false)))
                    .getOrDefault("count", Map.of());
            if (counted.getOrDefault("count", 0L) > all.size()) {
                below(all);
            }
            return all;
        }

        /** Where Keycloak did not list the groups of every level, those below the ones found are asked for. */
        private void below(Map<String, GroupRepresentation> all) {
            Set<String> parents = new HashSet<>(all.keySet());
            while (!parents.isEmpty()) {
                Map<String, RealmReading.PageReader<GroupRepresentation>> lists = new HashMap<>();
                parents.forEach(id ->
                        lists.put(id, (first, count) -> realm.groups().group(id).getSubGroups(first, count, false)));
                Set<String> found = new HashSet<>();
                calls.lists(lists)
                        .forEach((parent, children) -> children.forEach(child -> {
                            child.setParentId(parent);
                            if (all.put(child.getId(), child) == null) {
                                found.add(child.getId());
                            }
                        }));
                parents = found;
            }
        }

        private void direct(Set<String> roles, RealmGraph graph) {
            Map<String, RealmReading.PageReader<UserRepresentation>> lists = new HashMap<>();
            roles.forEach(role ->
                    lists.put(role, (first, count) -> realm.roles().get(role).getUserMembers(false, first, count)));
            calls.lists(lists).forEach((role, users) -> give(graph, Set.of(role), users));
        }

        private void throughGroups(Map<String, Set<String>> rolesOf, RealmGraph graph) {
            if (rolesOf.isEmpty()) {
                return;
            }
            int users = calls.answers(Map.<String, Supplier<Integer>>of(
                            "count", () -> realm.users().count()))
                    .getOrDefault("count", Integer.MAX_VALUE);
            // the users' own pages count as calls too
            if (users + users / RealmReading.PAGE + 1 < rolesOf.size()) {
                byUser(rolesOf, graph);
            } else {
                byGroup(rolesOf, graph);
            }
        }

        private void byGroup(Map<String, Set<String>> rolesOf, RealmGraph graph) {
            Map<String, RealmReading.PageReader<UserRepresentation>> members = new LinkedHashMap<>();
            rolesOf.keySet()
                    .forEach(id -> members.put(
                            id, (first, count) -> realm.groups().group(id).members(first, count, false)));
            calls.lists(members).forEach((id, users) -> give(graph, rolesOf.getOrDefault(id, Set.of()), users));
        }

        private void byUser(Map<String, Set<String>> rolesOf, RealmGraph graph) {
            Map<String, UserRepresentation> users = new LinkedHashMap<>();
            calls.lists(Map.<String, RealmReading.PageReader<UserRepresentation>>of(
                            "users", (first, count) -> realm.users().search(null, first, count, null, false)))
                    .values()
                    .forEach(list ->
                            list.stream().filter(RealmUser::isActive).forEach(user -> users.put(user.getId(), user)));
            Map<String, RealmReading.PageReader<GroupRepresentation>> memberships = new LinkedHashMap<>();
            users.keySet()
                    .forEach(id -> memberships.put(
                            id, (first, count) -> realm.users().get(id).groups(first, count)));
            calls.lists(memberships).forEach((id, in) -> {
                UserRepresentation user = Objects.requireNonNull(users.get(id));
                in.forEach(group -> give(graph, rolesOf.getOrDefault(group.getId(), Set.of()), List.of(user)));
            });
        }

        private static void give(RealmGraph graph, Set<String> roles, List<UserRepresentation> users) {
            for (UserRepresentation user : users) {
                if (RealmUser.isActive(user)) {
                    Person person = RealmUser.person(user);
                    roles.forEach(role -> graph.give(role, person));
                }
            }
        }
    }
}
