package io.countersign.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** JSON from outside is parsed by {@code StrictJson} and its fields are read by {@code JsonFields}: nobody does either by hand. */
class ReadingJsonTest {

    private static JavaClasses house;

    @BeforeAll
    static void readClasses() {
        house = CompiledModules.all();
    }

    @Test
    void onlyTheKernelParsesJson() {
        noClasses()
                .that()
                // scripts have a parser that is theirs alone, and clients are not the server
                .resideOutsideOfPackages(
                        "io.countersign.kernel..",
                        "io.countersign.sandbox..",
                        "io.countersign.script..",
                        "io.countersign.client..")
                .should()
                .callMethodWhere(parsesJson())
                .check(house);
    }

    private static DescribedPredicate<JavaMethodCall> parsesJson() {
        Set<String> parsing = Set.of("createReader", "createParser", "readValue", "readTree");
        return DescribedPredicate.describe(
                "parses JSON",
                call -> parsing.contains(call.getName())
                        && (call.getTargetOwner().getPackageName().startsWith("jakarta.json")
                                || call.getTargetOwner().getPackageName().startsWith("com.fasterxml.jackson")));
    }

    @Test
    void whatCallersSendIsParsedStrictly() {
        noClasses()
                .that()
                .resideInAnyPackage("io.countersign.web..", "io.countersign.ui..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "parses as if the text were our own",
                        call -> call.getTargetOwner().getName().equals("io.countersign.kernel.CanonicalJson")
                                && call.getName().startsWith("parse")))
                .check(house);
    }

    @Test
    void nobodyTakesAFieldOutOfABody() {
        codeUnits()
                .that(DescribedPredicate.describe("have the fields of a body in hand", ReadingJsonTest::hasFields))
                .should(readThemByTheReader())
                .check(house);
    }

    private static boolean hasFields(JavaCodeUnit unit) {
        boolean body = unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals("io.countersign.web.Body")
                        && call.getName().equals("fields"));
        boolean tool = unit.getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals("io.countersign.web.mcp.McpCaller"));
        return body || tool;
    }

    private static ArchCondition<JavaCodeUnit> readThemByTheReader() {
        Set<String> byHand = Set.of("get", "getOrDefault", "containsKey", "remove", "entrySet", "keySet", "values");
        return new ArchCondition<>("read them by JsonFields") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                for (JavaAccess<?> access : unit.getMethodCallsFromSelf()) {
                    if (access.getTargetOwner().isAssignableTo(java.util.Map.class)
                            && byHand.contains(access.getName())) {
                        events.add(SimpleConditionEvent.violated(unit, access.getDescription()));
                    }
                }
            }
        };
    }
}
