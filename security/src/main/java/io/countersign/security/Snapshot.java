package io.countersign.security;

import io.countersign.audit.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak said about its people at one moment.
 *
 * @param people everybody with a role that matters, by person id, roles through groups and composites included
 * @param roles the realm's role names
 */
record Snapshot(Instant asOf, Map<String, Person> people, Set<String> roles) {

    /** The people and roles as JSON, without the time: equal knowledge has equal text. */
    String content() {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        new TreeMap<>(people).values().forEach(person -> list.add(wire(person)));
        return CanonicalJson.of(
                Map.of("people", list, "roles", roles.stream().sorted().toList()));
    }

    private static Map<String, @Nullable Object> wire(Person person) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", person.id());
        map.put("user_name", person.userName());
        map.put("display_name", person.displayName());
        map.put("email", person.email());
        map.put("slack_user_id", person.slackUserId());
        map.put("roles", person.roles().stream().sorted().toList());
        map.put("organizations", person.organizations());
        return map;
    }

    static Snapshot of(Instant asOf, String content) {
        Map<String, Object> tree = CanonicalJson.parseObject(content);
        Map<String, Person> people = new LinkedHashMap<>();
        for (Object entry : (List<?>) tree.getOrDefault("people", List.of())) {
            Person person = person((Map<?, ?>) entry);
            people.put(person.id(), person);
        }
        return new Snapshot(asOf, people, words(tree.get("roles")));
    }

    private static Person person(Map<?, ?> map) {
        String userName = String.valueOf(map.get("user_name"));
        return new Person(
                map.get("id") instanceof String id ? id : userName,
                userName,
                String.valueOf(map.get("display_name")),
                (String) map.get("email"),
                (String) map.get("slack_user_id"),
                words(map.get("roles")),
                organizations(map));
    }

    /** Releases before 2 knew one organization a person. */
    private static List<String> organizations(Map<?, ?> map) {
        Object one = map.get("organization_id");
        return one == null ? List.copyOf(words(map.get("organizations"))) : List.of(String.valueOf(one));
    }

    private static Set<String> words(@Nullable Object list) {
        Set<String> words = new LinkedHashSet<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> words.add(String.valueOf(item)));
        }
        return words;
    }
}
