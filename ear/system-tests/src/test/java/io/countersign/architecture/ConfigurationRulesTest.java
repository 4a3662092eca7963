package io.countersign.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who reads the configuration, and how things are logged. */
class ConfigurationRulesTest {

    private static final Path ROOT = Path.of(System.getProperty("countersign.root", "../.."));

    /** Who may look at the environment, with the reason. */
    private static final Set<String> ENVIRONMENT = Set.of(
            // the programs of bubblewrap and others are on the PATH
            "io.countersign.sandbox.process.Tools",
            // a source of the configuration itself
            "io.countersign.security.SecretFiles");

    /** Who asks for the configuration's texts, with the reason. */
    private static final Set<String> SOURCES = Set.of(
            // hand the source to each integration, which reads its own settings
            "io.countersign.execution.integration.IntegrationRegistry", "io.countersign.workflows.BuiltinInstaller");

    private static JavaClasses house;

    @BeforeAll
    static void readClasses() {
        house = new ClassFileImporter()
                .importPaths(List.of(
                                "ejb/kernel",
                                "ejb/sandbox",
                                "ejb/integrations",
                                "ejb/approvals",
                                "ejb/workflows",
                                "ejb/execution",
                                "ejb/notify",
                                "ejb/audit",
                                "ejb/health",
                                "ejb/schema",
                                "security",
                                "web",
                                "ui")
                        .stream()
                        .map(module -> ROOT.resolve(module).resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .toList());
    }

    @Test
    void onlyTheSourceOfSettingsReadsTheConfiguration() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.countersign.kernel.settings.SettingSource")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ConfigProvider.class.getName())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.config.Config")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty")
                .check(house);
    }

    @Test
    void onlySettingsClassesAskForIt() {
        noClasses()
                .that(DescribedPredicate.not(assignableTo("io.countersign.kernel.settings.Settings")))
                .and(DescribedPredicate.not(
                        resideInAnyPackage("io.countersign.kernel.settings..", "io.countersign.integrations..")))
                .and(DescribedPredicate.not(named(SOURCES)))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.countersign.kernel.settings.SettingSource")
                .check(house);
    }

    @Test
    void nobodyElseLooksAtTheEnvironment() {
        noClasses()
                .that(DescribedPredicate.not(named(ENVIRONMENT)))
                // programs of their own, without a server
                .and(DescribedPredicate.not(resideInAnyPackage("io.countersign.sandbox.cli..")))
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .check(house);
    }

    @Test
    void thereIsOneWayOfLogging() {
        noFields()
                .should()
                .haveRawType("java.util.logging.Logger")
                .orShould()
                .haveRawType("org.slf4j.Logger")
                .orShould()
                .haveRawType("org.jboss.logging.Logger")
                .because("System.Logger is the platform's own")
                .check(house);
    }

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe("named", type -> names.contains(type.getName()));
    }
}
