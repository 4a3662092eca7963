package io.countersign.architecture;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.countersign.kernel.AnyCaller;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Scopes;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every public method of a façade checks its caller's scope before anything else, or says why it needs none. */
class FacadeScopesTest {

    /** Classes at the edges that call what is for the server only, with the reason. */
    private static final Map<String, String> EDGES_OF_THE_SERVER_ITSELF = Map.of(
            "io.countersign.web.operations.ApplicationMetrics",
                    "figures on the management port, of nobody in particular",
            "io.countersign.ui.FormSeal", "seals the console's own forms");

    /** Who comes in without any scope. */
    private enum Without {
        NOBODY,
        SIGNED_IN
    }

    private record Entry(Set<String> scopes, Without without, boolean house) {}

    private static JavaClasses classes;
    private static List<Class<?>> facades;
    /** The methods that check a caller, by name; overloads together. */
    private static Map<String, List<Method>> checked;

    private static Map<String, Entry> table;

    @BeforeAll
    static void read() throws IOException {
        classes = CompiledModules.all();
        facades = FacadeMethods.facades(classes);
        checked = facades.stream()
                .flatMap(FacadeMethods::of)
                .filter(method -> FacadeMethods.takesCaller(method) && !FacadeMethods.isMarked(method))
                .collect(groupingBy(FacadeMethods::name));
        table = table();
    }

    @Test
    void everyMethodTakesItsCallerOrSaysWhyNot() {
        assertTrue(facades.size() > 15, () -> "are all modules compiled? " + facades);
        List<String> silent = facades.stream()
                .flatMap(FacadeMethods::of)
                .filter(method -> !FacadeMethods.takesCaller(method) && !FacadeMethods.isMarked(method))
                .map(FacadeMethods::name)
                .toList();
        assertEquals(
                List.of(), silent, "take an Actor and check its scope first, or mark with @ServerOnly or @AnyCaller");
    }

    @Test
    void theTableNamesEveryMethodThatTakesACaller() {
        Set<String> methods = new TreeSet<>(checked.keySet());
        assertEquals(new TreeSet<>(table.keySet()), methods, "facade-scopes.txt");
    }

    @Test
    void eachScopeOfTheTableOpensAndNoOther() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Entry> line : table.entrySet()) {
            for (Method method : checked.getOrDefault(line.getKey(), List.of())) {
                for (String scope : Scopes.ALL) {
                    boolean opens = line.getValue().scopes().contains(scope) || scope.equals(Scopes.ADMIN);
                    compare(wrong, method, key(Set.of(scope)), opens, line.getValue());
                }
                compare(wrong, method, key(Set.of()), false, line.getValue());
                compare(wrong, method, signedIn(), line.getValue().without() == Without.SIGNED_IN, line.getValue());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatConcernsAllOrganizationsIsForPeopleOfNone() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Entry> line : table.entrySet()) {
            for (Method method : checked.getOrDefault(line.getKey(), List.of())) {
                Throwable thrown = FacadeMethods.thrown(method, adminOf("south"));
                boolean refused = thrown instanceof Refusal refusal
                        && refusal.code() == ErrorCode.FORBIDDEN
                        && "organization".equals(refusal.details().get("reason"));
                if (refused != line.getValue().house()) {
                    wrong.add(line.getKey() + " for an admin of an organization: " + thrown);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** An exception that is needed no longer fails as well. */
    @Test
    void edgesCallNothingThatIsForTheServerOnly() {
        Map<String, Set<String>> calls = new TreeMap<>();
        for (JavaClass edge : classes) {
            if (edge.getName().matches("io\\.countersign\\.(web|ui)\\..*")) {
                edge.getCodeUnits().stream()
                        .flatMap(unit -> codeAccesses(unit).stream())
                        .filter(access -> isForTheServerOnly((AccessTarget.CodeUnitAccessTarget) access.getTarget()))
                        .forEach(access -> calls.computeIfAbsent(
                                        edge.getName().replaceFirst("\\$.*", ""), name -> new TreeSet<>())
                                .add(access.getDescription()));
            }
        }
        assertEquals(EDGES_OF_THE_SERVER_ITSELF.keySet(), calls.keySet(), calls::toString);
    }

    /** What a method of a façade must not do. */
    static final class Forgetful {

        private final @Nullable Object store = null;

        public String forgets(Actor by) {
            return by.userName();
        }

        public String checksLate(Actor by) {
            String found = Objects.requireNonNull(store).toString();
            by.requireScope(Scopes.WORKFLOWS_READ);
            return found;
        }

        public void checksAnother(Actor by) {
            by.requireScope(Scopes.AUDIT_READ);
        }
    }

    @Test
    void aMethodThatForgetsItsCheckIsFound() throws ReflectiveOperationException {
        Entry wanted = new Entry(Set.of(Scopes.WORKFLOWS_READ), Without.NOBODY, false);
        List<String> wrong = new ArrayList<>();
        for (Method method : FacadeMethods.of(Forgetful.class).toList()) {
            compare(wrong, method, key(Set.of()), false, wanted);
        }
        assertEquals(3, wrong.size(), wrong::toString);
    }

    /** A resource refuses early by the scopes of a façade method that it calls. */
    @Test
    void restNamesTheScopesOfTheFacade() {
        int compared = 0;
        List<String> wrong = new ArrayList<>();
        for (JavaClass resource : classes) {
            for (JavaMethod method : resource.getMethods()) {
                Set<String> early = early(method);
                List<String> called =
                        reached(method).stream().filter(table::containsKey).toList();
                compared += early.isEmpty() ? 0 : 1;
                if (!early.isEmpty()
                        && called.stream()
                                .noneMatch(name -> table.get(name).scopes().equals(early))) {
                    wrong.add(method.getFullName() + " names " + early + " and calls " + called);
                }
            }
        }
        assertTrue(compared > 40, "resources have scopes");
        assertEquals(List.of(), wrong);
    }

    private static Set<String> early(JavaMethod method) {
        return method.tryGetAnnotationOfType("io.countersign.web.RequiresScope")
                .map(mark -> new TreeSet<>(List.of((String[]) mark.get("value").orElseThrow())))
                .orElseGet(TreeSet::new);
    }

    /** The methods of façades, as in the table, that are called by the method and what it calls in its module. */
    private static Set<String> reached(JavaMethod from) {
        Set<String> called = new TreeSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(from));
        Deque<JavaCodeUnit> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (JavaAccess<?> access : codeAccesses(next.pop())) {
                called.add(access.getTargetOwner().getSimpleName() + "." + access.getName());
                access.getTarget()
                        .resolveMember()
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        .filter(unit -> unit.getOwner().getPackageName().startsWith("io.countersign.web"))
                        .filter(seen::add)
                        .ifPresent(next::add);
            }
        }
        return called;
    }

    private static List<JavaAccess<?>> codeAccesses(JavaCodeUnit unit) {
        List<JavaAccess<?>> all = new ArrayList<>(unit.getMethodCallsFromSelf());
        all.addAll(unit.getMethodReferencesFromSelf());
        return all;
    }

    private static boolean isForTheServerOnly(AccessTarget.CodeUnitAccessTarget target) {
        return target.isAnnotatedWith(ServerOnly.class)
                || (target.getOwner().isAnnotatedWith(ServerOnly.class) && !target.isAnnotatedWith(AnyCaller.class));
    }

    private static void compare(List<String> wrong, Method method, Actor caller, boolean opens, Entry wanted)
            throws ReflectiveOperationException {
        Throwable thrown = FacadeMethods.thrown(method, caller);
        boolean asked = method.getReturnType() == boolean.class;
        String got = refusedFor(thrown, asked);
        String expected = String.valueOf(new TreeSet<>(wanted.scopes()));
        // a question whether the caller may is answered with no instead, and for other reasons than scopes too
        boolean right = opens ? got.isEmpty() || got.equals("no") : got.equals(expected) || (asked && got.equals("no"));
        if (!right) {
            wrong.add(FacadeMethods.name(method) + " for " + caller.kind() + " with " + caller.scopes() + ": wanted "
                    + (opens ? "to come in" : "to be refused for " + expected) + ", got " + thrown);
        }
    }

    /** The scopes that the caller lacks, as the refusal says; empty where the caller came in. */
    private static String refusedFor(@Nullable Throwable thrown, boolean asked) {
        if (asked && thrown instanceof FacadeMethods.AnsweredNo) {
            return "no";
        }
        return thrown instanceof Refusal refusal
                        && refusal.code() == ErrorCode.FORBIDDEN
                        && refusal.details().get("required_scopes") instanceof List<?> scopes
                ? String.valueOf(new TreeSet<Object>(scopes))
                : "";
    }

    private static Map<String, Entry> table() throws IOException {
        Map<String, Entry> table = new LinkedHashMap<>();
        try (InputStream in = FacadeScopesTest.class.getResourceAsStream("facade-scopes.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.trim().split("\\s+")))
                    .forEach(line -> table.put(line.get(0), entry(line.subList(1, line.size()))));
        }
        return table;
    }

    private static Entry entry(List<String> words) {
        Set<String> scopes = new TreeSet<>(words);
        Without without = scopes.remove("signed-in") ? Without.SIGNED_IN : Without.NOBODY;
        boolean house = scopes.remove("no-organization");
        assertTrue(Scopes.ALL.containsAll(scopes), () -> "not scopes: " + Arrays.toString(words.toArray()));
        return new Entry(scopes, without, house);
    }

    private static Actor key(Set<String> scopes) {
        Credential credential = Credential.of(Credential.Kind.API_KEY, new UUID(0, 7).toString());
        return new Actor("pat", "pat", Actor.Kind.HUMAN, "pat's key", Set.of(), scopes, credential, List.of());
    }

    private static Actor signedIn() {
        Credential credential = Credential.of(Credential.Kind.ACCESS_TOKEN, null);
        return new Actor("pat", "pat", Actor.Kind.HUMAN, "pat", Set.of(), Set.of(), credential, List.of());
    }

    private static Actor adminOf(String organization) {
        Credential credential = Credential.of(Credential.Kind.API_KEY, new UUID(0, 7).toString());
        return new Actor(
                "ann",
                "ann",
                Actor.Kind.HUMAN,
                "ann's key",
                Set.of(),
                Set.of(Scopes.ADMIN),
                credential,
                List.of(organization));
    }
}
