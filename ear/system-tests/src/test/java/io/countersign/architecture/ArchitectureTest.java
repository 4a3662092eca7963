package io.countersign.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house stands as docs/modules.puml draws it. */
class ArchitectureTest {

    private static final Path ROOT = CompiledModules.ROOT;
    private static final Path DRAWING = ROOT.resolve("docs/modules.puml");
    /** Sub-packages that are a door of their own, with the reason. */
    private static final Set<String> OPEN_SUB_PACKAGES = Set.of(
            // the guard and the mocks serve the real sender and the rehearsal alike
            "io.countersign.sandbox.http",
            "io.countersign.sandbox.mocks",
            "io.countersign.sandbox.secrets",
            // every module declares settings
            "io.countersign.kernel.settings");

    private static JavaClasses house;

    @BeforeAll
    static void readClasses() {
        house = CompiledModules.all();
        for (String must : List.of("approvals", "audit", "execution", "sandbox", "security", "web", "ui")) {
            assertTrue(
                    house.stream().anyMatch(type -> type.getPackageName().startsWith("io.countersign." + must)),
                    () -> must + " is not compiled: build the whole house first");
        }
    }

    @Test
    void theDrawingIsTrue() {
        classes()
                .should(adhereToPlantUmlDiagram(DRAWING, consideringOnlyDependenciesInDiagram()))
                .check(house);
    }

    @Test
    void everyClassLivesInAModuleOfTheDrawing() throws IOException {
        classes().should().resideInAnyPackage(packagesOfTheDrawing()).check(house);
    }

    private static String[] packagesOfTheDrawing() throws IOException {
        try (Stream<String> lines = Files.lines(DRAWING)) {
            return lines.flatMap(line ->
                            Pattern.compile("<<(.+?)>>").matcher(line).results().map(found -> found.group(1)))
                    .toArray(String[]::new);
        }
    }

    @Test
    void noModulesKnowEachOtherInACircle() {
        slices().matching("io.countersign.(*)..").should().beFreeOfCycles().check(house);
    }

    @Test
    void aModuleIsEnteredThroughItsDoor() {
        classes().should(enterOtherModulesByTheirBasePackage()).check(house);
    }

    /** Modules whose base package is the door and whose sub-packages, by subject, are behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"approvals", "execution", "gateway", "notify", "security"})
    void subPackagesKnowEachOtherInNoCircle(String module) {
        slices().matching("io.countersign." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(house.that(areNotOf("io.countersign.approvals.api")));
    }

    /** The way back through a class of the base package counts as well. */
    @ParameterizedTest
    @ValueSource(strings = {"approvals", "execution", "gateway", "notify", "security"})
    void noCircleOfSubPackagesGoesThroughTheDoor(String module) {
        Map<String, Set<String>> known = new TreeMap<>();
        for (JavaClass type : house.that(areNotOf("io.countersign.approvals.api"))) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String from = part(type, module);
                String to = part(dependency.getTargetClass(), module);
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
                    known.computeIfAbsent(from, part -> new TreeSet<>()).add(to);
                }
            }
        }
        String subPackage = "io.countersign." + module + "\\.[a-z]+";
        assertTrue(known.keySet().stream().anyMatch(part -> part.matches(subPackage)), "there are no sub-packages");
        List<String> circles = known.keySet().stream()
                .filter(part -> part.matches(subPackage))
                .filter(part -> reached(part, known).contains(part))
                .toList();
        assertEquals(List.of(), circles);
    }

    /** The sub-package of a class within the module, or the class itself where it is in the base package; empty for others. */
    private static String part(JavaClass type, String module) {
        String base = "io.countersign." + module;
        String name = type.getPackageName();
        if (name.startsWith("io.countersign.approvals.api")) {
            return "";
        }
        if (name.equals(base)) {
            return type.getName().replaceFirst("\\$.*", "");
        }
        return name.startsWith(base + ".") ? name.replaceFirst("(" + base + "\\.\\w+).*", "$1") : "";
    }

    private static Set<String> reached(String from, Map<String, Set<String>> known) {
        Set<String> seen = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(known.getOrDefault(from, Set.of()));
        while (!next.isEmpty()) {
            String one = next.pop();
            if (seen.add(one)) {
                next.addAll(known.getOrDefault(one, Set.of()));
            }
        }
        return seen;
    }

    private static DescribedPredicate<JavaClass> areNotOf(String other) {
        return DescribedPredicate.describe(
                "are not of " + other, type -> !type.getPackageName().equals(other));
    }

    private static ArchCondition<JavaClass> enterOtherModulesByTheirBasePackage() {
        return new ArchCondition<>("enter other modules by their base package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if (isInside(target) && !module(target).equals(module(type))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isInside(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("io.countersign.")
                && !name.equals(module(type))
                && OPEN_SUB_PACKAGES.stream().noneMatch(name::equals);
    }

    /** The module's base package. */
    private static String module(JavaClass type) {
        Matcher base =
                Pattern.compile("io\\.countersign\\.(approvals\\.api|\\w+)").matcher(type.getPackageName());
        return base.lookingAt() ? base.group() : "";
    }

    @Test
    void agentsAndApproversComeInByDifferentDoors() {
        noClasses()
                .that()
                .resideInAPackage("io.countersign.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.countersign.ui..")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage("io.countersign.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.countersign.web..")
                .check(house);
    }

    @Test
    void theSandboxNeedsNoServer() {
        noClasses()
                .that()
                .resideInAnyPackage("io.countersign.sandbox..", "io.countersign.script..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ejb..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "jakarta.persistence..",
                        "jakarta.transaction..",
                        "org.jboss..",
                        "org.wildfly..")
                .check(house);
    }

    @Test
    void nothingIsNamedForWantOfAName() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Utils?|Helpers?)")
                .check(house);
        noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..helper..")
                .check(house);
    }

    /** One that is left out is found by nothing but a running server. */
    @Test
    void everyEntityIsInItsModulesPersistenceUnit() throws IOException {
        StringBuilder units = new StringBuilder();
        for (String module : List.of("security", "ejb/approvals", "ejb/gateway", "ejb/workflows")) {
            units.append(Files.readString(ROOT.resolve(module + "/src/main/resources/META-INF/persistence.xml")));
        }
        List<String> missing = house.stream()
                .filter(type -> type.isAnnotatedWith("jakarta.persistence.Entity"))
                .map(JavaClass::getName)
                .filter(name -> units.indexOf("<class>" + name + "</class>") < 0)
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void onlyTheEdgesSpeakHttpToCallers() {
        noClasses()
                .that(areNotAtTheEdge())
                // an interface with these is how somebody else's server is called
                .and()
                .areNotInterfaces()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("jakarta\\.ws\\.rs\\.(GET|POST|PUT|PATCH|DELETE|Path)|jakarta\\.servlet\\..*")
                .check(house);
    }

    private static DescribedPredicate<JavaClass> areNotAtTheEdge() {
        Set<String> edges =
                Stream.of("web", "ui", "client").map("io.countersign."::concat).collect(Collectors.toSet());
        return DescribedPredicate.describe("are not at the edge", type -> !edges.contains(module(type)));
    }
}
