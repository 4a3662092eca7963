package io.countersign.approvals.request;

import io.countersign.approvals.Rule;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.rules.EligibleApprovers;
import io.countersign.approvals.rules.Requirement;
import io.countersign.kernel.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may count on a request before the reasons that lie in a person: holders of a role, and people by name. Requests with
 * the same set share one stored text, so that an inbox is found by an index.
 */
public record EligibleApproverSet(
        Set<String> roles, Set<String> people, Set<String> alsoRoles, Set<String> alsoPeople) {

    public EligibleApproverSet {
        roles = Set.copyOf(roles);
        people = Set.copyOf(people);
        alsoRoles = Set.copyOf(alsoRoles);
        alsoPeople = Set.copyOf(alsoPeople);
    }

    EligibleApproverSet(Set<String> roles, Set<String> people) {
        this(roles, people, Set.of(), Set.of());
    }

    /** The same with those who count for the other rules to be met. */
    public EligibleApproverSet and(List<Requirement> also) {
        Set<String> moreRoles = new TreeSet<>();
        Set<String> morePeople = new TreeSet<>();
        for (Requirement other : also) {
            EligibleApproverSet eligibleApprovers = of(other.rule(), other.electorate());
            moreRoles.addAll(eligibleApprovers.roles);
            morePeople.addAll(eligibleApprovers.people);
        }
        return new EligibleApproverSet(roles, people, moreRoles, morePeople);
    }

    public Set<String> allRoles() {
        return union(roles, alsoRoles);
    }

    public Set<String> allPeople() {
        return union(people, alsoPeople);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /** For {@code unanimous} the people are those fixed when asked; roles then play no part. */
    public static EligibleApproverSet of(Rule rule, Set<String> electorate) {
        return switch (rule.type()) {
            case UNANIMOUS -> new EligibleApproverSet(Set.of(), electorate);
            case SINGLE -> new EligibleApproverSet(EligibleApprovers.roles(rule), Set.copyOf(rule.approvers()));
            case AUTO, MANUAL, MULTI, EMERGENCY -> new EligibleApproverSet(EligibleApprovers.roles(rule), Set.of());
        };
    }

    /** The same with holders of further roles. */
    public EligibleApproverSet with(Set<String> more) {
        Set<String> all = new TreeSet<>(roles);
        all.addAll(more);
        return new EligibleApproverSet(all, people, alsoRoles, alsoPeople);
    }

    public static EligibleApproverSet read(String json) {
        Map<String, Object> map = CanonicalJson.parseObject(json);
        return new EligibleApproverSet(
                Set.copyOf(StoredJson.strings(map.get("roles"))),
                Set.copyOf(StoredJson.strings(map.get("people"))),
                Set.copyOf(StoredJson.strings(map.get("also_roles"))),
                Set.copyOf(StoredJson.strings(map.get("also_people"))));
    }

    public String write() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("roles", new TreeSet<>(roles));
        map.put("people", new TreeSet<>(people));
        if (!alsoRoles.isEmpty() || !alsoPeople.isEmpty()) {
            map.put("also_roles", new TreeSet<>(alsoRoles));
            map.put("also_people", new TreeSet<>(alsoPeople));
        }
        return CanonicalJson.write(map);
    }

    public boolean includes(String person, Set<String> held) {
        return people.contains(person)
                || alsoPeople.contains(person)
                || held.stream().anyMatch(role -> roles.contains(role) || alsoRoles.contains(role));
    }
}
