package io.countersign.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One way of injecting for each kind of class, and one way of logging: decision 58. */
class InjectionRulesTest {
    private static final String INJECT = "jakarta.inject.Inject";
    private static final String MESSAGE_DRIVEN = "jakarta.ejb.MessageDriven";
    /** Classes that the container makes by their kind. */
    private static final Set<String> MADE_BY_THE_CONTAINER = Set.of(
            "jakarta.ws.rs.Path",
            "jakarta.ws.rs.ext.Provider",
            "jakarta.inject.Named",
            "jakarta.servlet.annotation.WebServlet",
            "jakarta.servlet.annotation.WebFilter",
            "jakarta.servlet.annotation.WebListener",
            MESSAGE_DRIVEN);

    private static JavaClasses all;

    @BeforeAll
    static void readClasses() {
        all = CompiledModules.all();
    }

    @Test
    void beansOfModulesInjectByConstructor() {
        assertTrue(all.stream().anyMatch(InjectionRulesTest::injectsByConstructor), "nothing injects by constructor");
        noFields()
                .that()
                .areDeclaredInClassesThat(are(
                        "of a module and no message-driven bean",
                        type -> !isAtTheEdge(type) && !type.isAnnotatedWith(MESSAGE_DRIVEN)))
                .should()
                .beAnnotatedWith(INJECT)
                .check(all);
    }

    /** A private field cannot be set by a test, a public one can be set by everybody. */
    @Test
    void fieldsAtTheEdgesAreSeenInTheirPackage() {
        fields().that()
                .areAnnotatedWith(INJECT)
                .and()
                .areDeclaredInClassesThat(are("at the edge", InjectionRulesTest::isAtTheEdge))
                .should(bePackagePrivate())
                .check(all);
    }

    @Test
    void whatTheContainerMakesByItsKindInjectsByField() {
        noClasses()
                .that(are(
                        "made by the container",
                        type -> isAtTheEdge(type)
                                && MADE_BY_THE_CONTAINER.stream().anyMatch(type::isAnnotatedWith)))
                .should(be("injecting by constructor", InjectionRulesTest::injectsByConstructor))
                .check(all);
    }

    @Test
    void noClassInjectsInBothWays() {
        noClasses()
                .that(are("injecting by constructor", InjectionRulesTest::injectsByConstructor))
                .should(be("injecting by field", type -> type.getFields().stream()
                        .anyMatch(field -> field.isAnnotatedWith(INJECT))))
                .check(all);
    }

    @Test
    void loggersAreConstantsOfThePlatformsKind() {
        fields().that()
                .haveRawType(System.Logger.class)
                .should()
                .haveName("LOG")
                .andShould()
                .bePrivate()
                .andShould()
                .beStatic()
                .andShould()
                .beFinal()
                .check(all);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.logging\\..*|org\\.slf4j\\..*|org\\.jboss\\.logging\\..*")
                .check(all);
        classes()
                .that(are("asking for a logger", type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTarget().getName().equals("getLogger"))))
                .should(be("keeping it", type -> type.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(System.Logger.class))))
                .check(all);
    }

    private static boolean isAtTheEdge(JavaClass type) {
        return type.getPackageName().matches("io\\.countersign\\.(web|ui)(\\..*)?");
    }

    private static boolean injectsByConstructor(JavaClass type) {
        return type.getConstructors().stream().anyMatch((JavaConstructor made) -> made.isAnnotatedWith(INJECT));
    }

    private static DescribedPredicate<JavaClass> are(String description, Predicate<JavaClass> test) {
        return DescribedPredicate.describe("are " + description, test);
    }

    private static ArchCondition<JavaClass> be(String description, Predicate<JavaClass> test) {
        return ArchCondition.from(are(description, test));
    }

    private static ArchCondition<JavaField> bePackagePrivate() {
        return new ArchCondition<>("be package-private") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean wider = Set.of(JavaModifier.PRIVATE, JavaModifier.PROTECTED, JavaModifier.PUBLIC).stream()
                        .anyMatch(field.getModifiers()::contains);
                if (wider) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is not"));
                }
            }
        };
    }
}
