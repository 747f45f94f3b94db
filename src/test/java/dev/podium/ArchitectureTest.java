package dev.podium;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may know whom. Each package names all of Podium that it may use; a package that is named nowhere fails {@link
 * #everyPackageHasItsPlace}. A rule about a package that does not exist yet holds.
 */
@AnalyzeClasses(packages = "dev.podium", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule gameKnowsNobody = uses("game");

    @ArchTest
    static final ArchRule httpKnowsNobody = uses("http");

    @ArchTest
    static final ArchRule busKnowsNobody = uses("bus");

    @ArchTest
    static final ArchRule wireKnowsTheGame = uses("wire", "game");

    @ArchTest
    static final ArchRule tallyKnowsTheGame = uses("tally", "game");

    @ArchTest
    static final ArchRule accountKnowsNobody = uses("account", "http");

    @ArchTest
    static final ArchRule libraryKnowsItsOwners = uses("library", "account", "game", "http");

    @ArchTest
    static final ArchRule reportKnowsTheLibrary = uses("report", "library", "account", "tally", "game", "http");

    @ArchTest
    static final ArchRule liveKnowsNoDoor = uses("live", "bus", "library", "account", "tally", "wire", "game", "http");

    @ArchTest
    static final ArchRule socketGoesThroughLive = uses("socket", "live", "account", "wire", "game", "http");

    @ArchTest
    static final ArchRule everyPackageHasItsPlace = classes()
            .should()
            .resideInAnyPackage(
                    "dev.podium",
                    "dev.podium.socket..",
                    "dev.podium.live..",
                    "dev.podium.bus..",
                    "dev.podium.report..",
                    "dev.podium.library..",
                    "dev.podium.account..",
                    "dev.podium.tally..",
                    "dev.podium.wire..",
                    "dev.podium.http..",
                    "dev.podium.game..");

    @ArchTest
    static final ArchRule packagesAreFeaturesAndNotLayers =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..dto..", "..impl..", "..service..");

    @ArchTest
    static final ArchRule theRulesAreJavaAlone = classes()
            .that()
            .resideInAPackage("dev.podium.game..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.podium.game..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theRulesDoNoInputAndNoOutput = noClasses()
            .that()
            .resideInAPackage("dev.podium.game..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "java.nio..", "java.sql..", "java.util.concurrent..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theRulesHaveNoClockAndNoChance = noClasses()
            .that()
            .resideInAPackage("dev.podium.game..")
            .should()
            .accessTargetWhere(isOneOf(
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.Math.random",
                    "java.util.Date.<init>",
                    "java.util.Random.<init>",
                    "java.util.UUID.randomUUID"))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.time..")
            .allowEmptyShould(true);

    /** Instances differ by seconds; a running game has one clock, the database's. Durations may be measured. */
    @ArchTest
    static final ArchRule runningGamesTellTheTimeByTheDatabase = noClasses()
            .that()
            .resideInAnyPackage("dev.podium.live..", "dev.podium.socket..")
            .should()
            .accessTargetWhere(isOneOf(
                    "java.lang.System.currentTimeMillis",
                    "java.time.Instant.now",
                    "java.time.LocalDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.util.Date.<init>"))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .allowEmptyShould(true);

    /** It binds a transaction to a thread, and reactive code leaves its thread. */
    @ArchTest
    static final ArchRule transactionsAreReactive =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.transaction.Transactional");

    /** A misreading of the contract must not be made on both sides. */
    @ArchTest
    static void theTestsClientKnowsTheContractAlone(JavaClasses ignored) {
        var client = new ClassFileImporter().importPackages("dev.podium.client");
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.podium..").and(not(resideInAPackage("dev.podium.client.."))))
                .check(client);
    }

    private static ArchRule uses(String name, String... others) {
        var allowed = Stream.concat(Stream.of(name), Stream.of(others))
                .map(other -> "dev.podium." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("dev.podium." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.podium..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true);
    }

    /** Calls and method references alike. */
    private static DescribedPredicate<JavaAccess<?>> isOneOf(String... members) {
        var names = Set.of(members);
        return describe(
                "the target is one of " + String.join(", ", members),
                access -> names.contains(access.getTargetOwner().getFullName() + "."
                        + access.getTarget().getName()));
    }
}
