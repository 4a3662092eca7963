package io.countersign.security.people;

import io.countersign.kernel.CanonicalJson;
import io.countersign.security.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak said about its people at one moment.
 *
 * @param people everybody with a role that matters, by person id, roles through groups and composites included
 * @param roles the realm's role names
 */
public record Snapshot(Instant asOf, Map<String, Person> people, Set<String> roles) {

    /** So many people are kept as one text: about half a megabyte. */
    private static final int PEOPLE_IN_A_PART = 2_000;

    /** The people as JSON texts, in order of their ids: equal knowledge has equal texts. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        List<Map<String, @Nullable Object>> part = new ArrayList<>();
        for (Person person : new TreeMap<>(people).values()) {
            part.add(wire(person));
            if (part.size() == PEOPLE_IN_A_PART) {
                parts.add(CanonicalJson.of(part));
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) {
            parts.add(CanonicalJson.of(part));
        }
        return parts;
    }

    /** Everything but the people and the time. */
    public String head(int parts) {
        return CanonicalJson.of(
                Map.of("parts", parts, "roles", roles.stream().sorted().toList()));
    }

    /** How many parts belong to that head; none where the head has the people itself, as releases before 2 wrote it. */
    static int parts(String head) {
        return CanonicalJson.parseObject(head).get("parts") instanceof Number number ? number.intValue() : 0;
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

    public static Snapshot of(Instant asOf, String head, List<String> parts) {
        Map<String, Object> tree = CanonicalJson.parseObject(head);
        Map<String, Person> people = new LinkedHashMap<>();
        add((List<?>) tree.getOrDefault("people", List.of()), people);
        for (String part : parts) {
            add((List<?>) Objects.requireNonNull(CanonicalJson.parse(part)), people);
        }
        return new Snapshot(asOf, people, words(tree.get("roles")));
    }

    private static void add(List<?> entries, Map<String, Person> people) {
        for (Object entry : entries) {
            Person person = person((Map<?, ?>) entry);
            people.put(person.id(), person);
        }
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
