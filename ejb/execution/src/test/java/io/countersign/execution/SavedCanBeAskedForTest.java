package io.countersign.execution;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.submission.AskedRequest;
import io.countersign.execution.request.RequestingExecution;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Directory;
import io.countersign.security.DirectoryFreshness;
import io.countersign.security.Person;
import io.countersign.security.Scopes;
import io.countersign.workflows.SavedDefinition;
import io.countersign.workflows.Workflow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever definition saves can be asked for, with the largest text of each kind and the most of everything; and what could
 * not be asked for is refused when it is saved, by the name of its field. Lengths are counted as people count characters: every
 * long text here is of characters that Java counts twice.
 */
class SavedCanBeAskedForTest {

    private static final String WIDE = "😀";
    private static final List<String> TYPES = List.of("auto", "manual", "single", "multi", "unanimous", "emergency");
    private static final Directory DIRECTORY = new Everybody();
    private static final Actor ASKER = new Actor(
            "asker",
            "asker",
            Actor.Kind.HUMAN,
            "asker",
            Set.of(),
            Set.of(Scopes.WORKFLOWS_EXECUTE),
            Credential.of(Credential.Kind.SESSION, "s"),
            List.of());

    @Property(tries = 3000, seed = "20261201")
    void whatIsSavedCanBeAskedForAndWhatIsTooMuchIsNamed(@ForAll Random random) {
        Drawn drawn = new Drawn(random);
        Workflow saved;
        try {
            saved = SavedDefinition.of(drawn.fields, DIRECTORY);
        } catch (Refusal refusal) {
            Statistics.collect("refused");
            Set<String> named = named(refusal);
            for (String field : drawn.tooMuch) {
                assertTrue(
                        named.stream().anyMatch(name -> name.startsWith(field)),
                        () -> field + " is not named in " + named + " for " + drawn.fields.keySet());
            }
            return;
        }
        Statistics.collect("saved");
        assertEquals(Set.of(), drawn.tooMuch, "saved although it is too much");
        assertDoesNotThrow(() -> AskedRequest.check(
                RequestingExecution.asDefined(saved, ASKER)
                        .reason(WIDE.repeat(RuleLimits.MAX_TEXT))
                        .build(),
                DIRECTORY));
    }

    @Example
    void theMostOfEverythingIsSavedAndCanBeAskedFor() {
        for (String type : TYPES) {
            Map<String, Object> most = new LinkedHashMap<>();
            most.put("name", WIDE.repeat(RuleLimits.MAX_NAME));
            most.put("documentation", WIDE.repeat(RuleLimits.MAX_TEXT));
            most.put("approval_type", type);
            most.put("required_roles", roles(RuleLimits.MAX_PEOPLE));
            most.put("required_rejections", RuleLimits.MAX_PEOPLE);
            most.put("approval_channel", WIDE.repeat(RuleLimits.MAX_NAME));
            most.put("approval_timeout_seconds", RuleLimits.MAX_TIMEOUT);
            most.put("reminder_after_seconds", RuleLimits.MAX_TIMEOUT - 1);
            most.put("escalation", steps(RuleLimits.MAX_STEPS, RuleLimits.MAX_PEOPLE));
            if (type.equals("multi")) {
                most.put("required_approvers", RuleLimits.MAX_PEOPLE);
            }
            if (type.equals("single") || type.equals("unanimous")) {
                most.put("approvers", people(RuleLimits.MAX_PEOPLE));
            }
            Workflow saved = SavedDefinition.of(most, DIRECTORY);
            assertDoesNotThrow(
                    () -> AskedRequest.check(
                            RequestingExecution.asDefined(saved, ASKER).build(), DIRECTORY),
                    type);
        }
    }

    /** A number's canonical spelling can be four times as long as what was sent: a body within its limit is too much then. */
    @Example
    void inputsThatGrowBeyondWhatIsKeptAreRefusedByName() {
        List<Object> numbers = Collections.nCopies(60_000, new BigDecimal("1e20"));
        Workflow saved = SavedDefinition.of(Map.of(), DIRECTORY);
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> AskedRequest.check(
                        RequestingExecution.asDefined(saved, ASKER)
                                .arguments(Map.of("parameters", Map.of("n", numbers)))
                                .build(),
                        DIRECTORY));
        assertEquals(Set.of("parameters"), named(refusal));
    }

    @Example
    void whoDoesNotExistIsRefusedWhenItIsSaved() {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> SavedDefinition.of(
                        Map.of(
                                "approval_type",
                                "single",
                                "approvers",
                                List.of("person1", "nobody"),
                                "required_roles",
                                List.of("no-such-role"),
                                "escalation",
                                List.of(Map.of("after_seconds", 10, "roles", List.of("no-such-role")))),
                        DIRECTORY));
        assertEquals(Set.of("approvers", "required_roles", "escalation[0].roles"), named(refusal));
    }

    private static Set<String> named(Refusal refusal) {
        return ((List<?>) refusal.details().getOrDefault("fields", List.of()))
                .stream()
                        .map(error -> String.valueOf(((Map<?, ?>) error).get("field")))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> roles(int count) {
        // each of the longest name that a role may have
        return IntStream.range(0, count)
                .mapToObj(i -> "role-" + (char) ('A' + i) + WIDE.repeat(RuleLimits.MAX_NAME - 6))
                .toList();
    }

    private static List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> "person" + i).toList();
    }

    private static List<Map<String, Object>> steps(int count, int roles) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Map<String, Object> step = new LinkedHashMap<>();
                    step.put("after_seconds", i + 1);
                    step.put("roles", roles(roles));
                    step.put("channel", WIDE.repeat(RuleLimits.MAX_NAME));
                    step.put("widen", i % 2 == 0 && roles > 0);
                    return step;
                })
                .toList();
    }

    /** A definition at random: each field absent, small, as large as it may be, or one too many. */
    private static final class Drawn {
        final Map<String, Object> fields = new TreeMap<>();
        final Set<String> tooMuch = new TreeSet<>();
        private final Random random;

        Drawn(Random random) {
            this.random = random;
            fields.put("approval_type", TYPES.get(random.nextInt(TYPES.size())));
            text("name", 1, RuleLimits.MAX_NAME);
            text("documentation", 0, RuleLimits.MAX_TEXT);
            text("approval_channel", 1, RuleLimits.MAX_NAME);
            text("organization_id", 1, RuleLimits.MAX_NAME);
            number("approval_timeout_seconds", RuleLimits.MIN_TIMEOUT, RuleLimits.MAX_TIMEOUT);
            number("reminder_after_seconds", 1, RuleLimits.MAX_TIMEOUT);
            number("required_approvers", 2, RuleLimits.MAX_PEOPLE);
            number("required_rejections", 1, RuleLimits.MAX_PEOPLE);
            list("required_roles", size -> new ArrayList<>(roles(size)));
            list("approvers", size -> new ArrayList<>(people(size)));
            int steps = size("escalation", RuleLimits.MAX_STEPS);
            if (steps >= 0) {
                fields.put("escalation", steps(steps, random.nextInt(3)));
            }
            quorum();
        }

        private void text(String field, int min, int max) {
            int size = size(field, max);
            if (size >= min) {
                fields.put(field, WIDE.repeat(size));
            }
        }

        private void number(String field, int min, int max) {
            int size = size(field, max);
            if (size >= 0) {
                fields.put(field, Math.max(min, size));
            }
        }

        private void list(String field, java.util.function.IntFunction<List<String>> made) {
            int size = size(field, RuleLimits.MAX_PEOPLE);
            if (size >= 0) {
                fields.put(field, made.apply(size));
            }
        }

        private int size(String field, int max) {
            int kind = random.nextInt(20);
            if (kind == 0) {
                tooMuch.add(field);
                return max + 1;
            }
            return kind < 5 ? max : kind < 10 ? random.nextInt(Math.min(max, 20)) : -1;
        }

        private void quorum() {
            if (random.nextInt(4) == 0) {
                int count = random.nextInt(60) + 1;
                Map<String, Object> place = Map.of("role", roles(1).get(0), "count", count);
                fields.put("quorum", random.nextBoolean() ? place : Map.of("all", List.of(place, place)));
            }
        }
    }

    /** Every role that is called so, and as many people as are named. */
    private static final class Everybody extends Directory {
        @Override
        public boolean isRole(String role) {
            return role.startsWith("role-");
        }

        @Override
        public Optional<Person> byUserName(String userName) {
            return userName.startsWith("person")
                    ? Optional.of(Person.named(userName, Set.of(), List.of()))
                    : Optional.empty();
        }

        @Override
        public DirectoryFreshness glimpse() {
            return new DirectoryFreshness(false, null, true);
        }
    }
}
