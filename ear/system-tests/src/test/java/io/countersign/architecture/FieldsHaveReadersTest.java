package io.countersign.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every field that a caller may send, and every one that is stored, has code that acts on it: none is accepted, kept and shown
 * and then forgotten. What callers may send is found in the byte code, so that a new body is covered without anybody's doing:
 * the records that are made where {@code JsonFields} or parameters of a {@code Query} are read. A reader is whoever calls the
 * component's accessor, but for the edges and what writes JSON again: showing a field is not acting on it.
 */
class FieldsHaveReadersTest {

    private static final String FIELDS = "io.countersign.kernel.JsonFields";
    private static final String PARAMETERS = "io.countersign.web.Query";
    /** Filled from fields by another way than a constructor beside their reading. */
    private static final Set<String> MORE_INPUTS =
            Set.of("io.countersign.workflows.Workflow", "io.countersign.approvals.ApprovalRequestSpec");

    private static final Pattern ONLY_SHOWS = Pattern.compile(".*(Json|Views?|Form|Lines|Words)(\\$.*)?");
    private static final Set<String> EDGES = Set.of("io.countersign.web", "io.countersign.ui", "io.countersign.client");

    /** What is for people alone: component or column, and what they have of it. An entry that has a reader after all fails. */
    private static final Map<String, String> FOR_PEOPLE = Map.ofEntries(
            entry("io.countersign.execution.KillSwitch.releasedBy", "not sent: lists show it"),
            entry("io.countersign.workflows.Workflow.createdAt", "not sent: shown, and lists sort by its column"),
            entry("io.countersign.workflows.Workflow.createdBy", "not sent: shown"),
            entry("io.countersign.workflows.Workflow.isBuiltin", "not sent: shown, its column is what is asked"),
            entry("io.countersign.workflows.Workflow.kind", "shown; that there is an endpoint says it to a run"),
            entry("io.countersign.workflows.Workflow.lastEditor", "not sent: shown, its column is what is asked"),
            entry("io.countersign.workflows.Workflow.tags", "shown, and lists filter by its column"),
            entry("io.countersign.workflows.Workflow.updatedAt", "not sent: shown, and lists sort by its column"),
            entry("io.countersign.approvals.decision.TokenRow.mintedAt", "for those who read the table"),
            entry(
                    "io.countersign.approvals.request.VoteRow.voidReason",
                    "for those who read the table; the audit log says it too"),
            entry(
                    "io.countersign.workflows.EditRow.editedAt",
                    "for those who read the table; the audit log says it too"));

    private static JavaClasses house;
    private static final Map<String, Set<JavaClass>> callers = new HashMap<>();
    private static final Map<String, Set<JavaClass>> fieldReaders = new HashMap<>();
    private static final Map<String, String> constants = new HashMap<>();

    @BeforeAll
    static void readClasses() {
        house = CompiledModules.all();
        for (JavaClass type : house) {
            Stream.concat(type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream())
                    .forEach(call -> callers.computeIfAbsent(
                                    call.getTargetOwner().getName() + "." + call.getName(), k -> new HashSet<>())
                            .add(type));
            type.getFieldAccessesFromSelf().stream()
                    .filter(access -> access.getAccessType() != JavaFieldAccess.AccessType.SET)
                    .forEach(access -> fieldReaders
                            .computeIfAbsent(
                                    access.getTargetOwner().getName() + "." + access.getName(), k -> new HashSet<>())
                            .add(type));
        }
    }

    @Test
    void everyFieldThatMayBeSentHasAReader() {
        Map<String, String> without = new TreeMap<>();
        for (JavaClass input : inputs()) {
            for (JavaField component : components(input)) {
                String name = input.getName() + "." + component.getName();
                Set<JavaClass> readers = callers.getOrDefault(name, Set.of()).stream()
                        .filter(type -> acts(type, input))
                        .collect(Collectors.toSet());
                boolean read = !readers.isEmpty() || isUsedWithin(input, component.getName());
                if (read == FOR_PEOPLE.containsKey(name)) {
                    without.put(name, read ? "has a reader: take it off the list" : "nothing acts on it");
                }
            }
        }
        assertEquals(Map.of(), without);
    }

    private static boolean acts(JavaClass type, JavaClass input) {
        boolean itself = type.getName().equals(input.getName());
        boolean shows = isAtTheEdge(type) && !isAtTheEdge(input);
        return !itself && !shows && !ONLY_SHOWS.matcher(type.getName()).matches();
    }

    private static boolean isAtTheEdge(JavaClass type) {
        return EDGES.stream().anyMatch(at -> (type.getPackageName() + ".").startsWith(at + "."));
    }

    /** What a record makes of its own components is asked for by others; the accessors alone are no use of them. */
    private static boolean isUsedWithin(JavaClass input, String component) {
        return input.getCodeUnits().stream()
                .filter(unit -> !unit.getName().equals(component))
                .anyMatch(unit -> unit.getFieldAccesses().stream().anyMatch(reads(component))
                        || unit.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().equals(input)
                                        && call.getName().equals(component)));
    }

    private static Predicate<JavaFieldAccess> reads(String field) {
        return access -> access.getName().equals(field) && access.getAccessType() != JavaFieldAccess.AccessType.SET;
    }

    private static Set<JavaClass> inputs() {
        Set<JavaClass> inputs = new TreeSet<>(Comparator.comparing(JavaClass::getName));
        for (JavaClass type : house) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                boolean reads = unit.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals(FIELDS)
                                        && Set.of("read", "need").contains(call.getName())
                                || call.getTargetOwner().getName().equals(PARAMETERS));
                if (reads) {
                    unit.getConstructorCallsFromSelf().stream()
                            .map(JavaAccess::getTargetOwner)
                            .filter(made -> made.getName().startsWith("io.countersign.") && made.isRecord())
                            .forEach(made -> inputs.add(house.get(made.getName())));
                }
            }
        }
        MORE_INPUTS.forEach(name -> inputs.add(house.get(name)));
        assertTrue(inputs.size() > 10, () -> "the bodies are not found any more, only " + inputs);
        return inputs;
    }

    private static List<JavaField> components(JavaClass record) {
        return record.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .toList();
    }

    /** Whether the constants of another class of the module name the column, as JPQL or as SQL does. */
    private static boolean isInAQuery(JavaClass entity, JavaField column) {
        String sql = column.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        Pattern inQuery = Pattern.compile("\\b[a-z]\\w*\\." + column.getName() + "\\b|\\b" + sql + "\\b");
        return house.stream()
                .filter(type -> module(type).equals(module(entity)) && !type.equals(entity))
                .anyMatch(type -> inQuery.matcher(constants(type)).find());
    }

    /** The base package of its module. */
    private static String module(JavaClass type) {
        return String.join(".", List.of(type.getPackageName().split("\\.")).subList(0, 3));
    }

    private static String constants(JavaClass type) {
        return constants.computeIfAbsent(type.getName(), name -> {
            try {
                URI place = type.getSource().orElseThrow().getUri();
                return Files.readString(Path.of(place), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void everyColumnHasAReader() {
        Map<String, String> without = new TreeMap<>();
        for (JavaClass entity : house) {
            if (!entity.isAnnotatedWith("jakarta.persistence.Entity")) {
                continue;
            }
            for (JavaField column : components(entity)) {
                String name = entity.getName() + "." + column.getName();
                boolean read = !fieldReaders.getOrDefault(name, Set.of()).isEmpty() || isInAQuery(entity, column);
                if (read == FOR_PEOPLE.containsKey(name)) {
                    without.put(name, read ? "has a reader: take it off the list" : "nothing reads it");
                }
            }
        }
        assertEquals(Map.of(), without);
    }
}
