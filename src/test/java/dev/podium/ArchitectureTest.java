package dev.podium;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may know whom. Each package names all of Podium that it may use; one that is named nowhere fails.
 */
@AnalyzeClasses(packages = "dev.podium", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** From the rules up to the doors; each may use what stands beside it, which stands above it in this list. */
    private static final Map<String, List<String>> HOUSE = house();

    private static Map<String, List<String>> house() {
        var house = new LinkedHashMap<String, List<String>>();
        house.put("game", List.of());
        house.put("metrics", List.of());
        house.put("loop", List.of("metrics"));
        house.put("configuration", List.of());
        house.put("traces", List.of("configuration"));
        house.put("secret", List.of());
        house.put("database", List.of("metrics", "configuration", "traces", "loop"));
        house.put("http", List.of("configuration", "database", "loop"));
        house.put("bus", List.of("metrics", "configuration", "traces", "loop"));
        house.put("wire", List.of("game"));
        house.put("words", List.of("game"));
        house.put("tally", List.of("game"));
        house.put("account", List.of("secret", "configuration", "http"));
        house.put("formats", List.of("http"));
        house.put("content", List.of("http"));
        house.put("media", List.of("metrics", "configuration", "content", "database", "account", "loop", "http"));
        house.put("catalogue", List.of("configuration", "database", "account", "loop", "http"));
        house.put(
                "library",
                List.of("configuration", "database", "catalogue", "media", "formats", "account", "game", "http"));
        house.put("address", List.of("configuration", "http"));
        house.put("crew", List.of("secret", "address", "account", "http"));
        house.put(
                "report",
                List.of("metrics", "configuration", "crew", "library", "account", "tally", "wire", "game", "http"));
        house.put("instance", List.of("metrics", "configuration", "database", "loop"));
        house.put("state", List.of("library", "wire", "game"));
        house.put(
                "seat",
                List.of(
                        "metrics",
                        "secret",
                        "configuration",
                        "state",
                        "instance",
                        "database",
                        "loop",
                        "wire",
                        "game",
                        "http"));
        house.put(
                "room",
                List.of(
                        "metrics",
                        "traces",
                        "configuration",
                        "tally",
                        "words",
                        "seat",
                        "state",
                        "instance",
                        "address",
                        "bus",
                        "database",
                        "loop",
                        "wire",
                        "game"));
        house.put(
                "answer",
                List.of(
                        "metrics",
                        "configuration",
                        "traces",
                        "room",
                        "seat",
                        "state",
                        "instance",
                        "database",
                        "wire",
                        "game"));
        house.put(
                "step",
                List.of(
                        "metrics",
                        "traces",
                        "answer",
                        "room",
                        "seat",
                        "state",
                        "instance",
                        "database",
                        "bus",
                        "library",
                        "wire",
                        "http",
                        "game"));
        house.put(
                "clock",
                List.of("metrics", "step", "room", "seat", "state", "instance", "database", "loop", "wire", "game"));
        house.put(
                "games",
                List.of(
                        "configuration",
                        "crew",
                        "step",
                        "seat",
                        "state",
                        "database",
                        "address",
                        "library",
                        "account",
                        "loop",
                        "wire",
                        "game",
                        "http"));
        house.put(
                "socket",
                List.of(
                        "metrics",
                        "traces",
                        "configuration",
                        "crew",
                        "step",
                        "answer",
                        "room",
                        "seat",
                        "state",
                        "database",
                        "loop",
                        "account",
                        "wire",
                        "game",
                        "http"));
        return house;
    }

    @ArchTest
    static void everyPackageUsesOnlyWhatItMay(JavaClasses classes) {
        HOUSE.forEach((name, others) -> uses(name, others).check(classes));
    }

    @ArchTest
    static void everyPackageHasItsPlace(JavaClasses classes) {
        classes()
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of("dev.podium"), HOUSE.keySet().stream().map(ArchitectureTest::within))
                        .toArray(String[]::new))
                .check(classes);
    }

    /** A setting beside the others has no line in their table, no bounds, and nobody who tells of a mistake. */
    @ArchTest
    static final ArchRule everySettingOfOursIsAmongTheSettings = codeUnits().should(takeNoSettingByItself());

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
            .resideInAnyPackage(
                    "dev.podium.instance..",
                    "dev.podium.seat..",
                    "dev.podium.room..",
                    "dev.podium.answer..",
                    "dev.podium.step..",
                    "dev.podium.clock..",
                    "dev.podium.socket..")
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

    @ArchTest
    static final ArchRule packagesDependInOneDirection =
            slices().matching("dev.podium.(*)..").should().beFreeOfCycles();

    /** So that a package can be read from top to bottom. What is nested in a class counts as that class. */
    @ArchTest
    static final ArchRule classesDependInOneDirection =
            slices().assignedFrom(new TopLevelClasses()).should().beFreeOfCycles();

    /**
     * A native image is built by running static initialisers on the builder's machine: a generator would repeat its numbers in
     * every instance, and a thread, a clock, a socket or a file would be the builder's.
     */
    @ArchTest
    static final ArchRule nothingOfTheBuildersMachineIsKept = noFields()
            .that()
            .areStatic()
            .should(holdAny(
                    "java.util.random.RandomGenerator",
                    "java.time.InstantSource",
                    "java.lang.Thread",
                    "java.lang.ThreadLocal",
                    "java.util.Timer",
                    "java.util.concurrent.Executor",
                    "java.net.InetAddress",
                    "java.net.NetworkInterface",
                    "java.net.Socket",
                    "java.net.ServerSocket",
                    "java.net.http.HttpClient",
                    "java.nio.channels.Channel",
                    "java.nio.file.Path",
                    "java.io.Closeable",
                    "java.io.File",
                    "io.vertx.core.Vertx"));

    /** The same for a value of any type that is drawn, measured or started there. */
    @ArchTest
    static final ArchRule nothingIsDrawnOnTheBuildersMachine = classes()
            .should(notAccessWhileInitialised(
                    "java.util.UUID.randomUUID",
                    "java.util.Random.<init>",
                    "java.util.SplittableRandom.<init>",
                    "java.security.SecureRandom.<init>",
                    "java.util.concurrent.ThreadLocalRandom.current",
                    "java.lang.Math.random",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.System.getenv",
                    "java.lang.ProcessHandle.current",
                    "java.time.Instant.now",
                    "java.time.Clock.systemUTC",
                    "java.lang.Thread.<init>"));

    /** A misreading of the contract must not be made on both sides. */
    @ArchTest
    static void theClientKnowsTheContractAlone(JavaClasses ignored) {
        program("client");
    }

    /** What breaks things and judges them sees the application from outside, as a process. */
    @ArchTest
    static void chaosStandsOnTheDriversAlone(JavaClasses ignored) {
        program("proxy");
        program("skew");
        program("process", "client", "local", "skew", "knative");
        program("knative", "process");
        program("chaos", "process", "client", "proxy");
    }

    /** It is compiled before anything else is, and its script looks only at these for changes. */
    @ArchTest
    static void theLauncherStandsOnThreePackages(JavaClasses ignored) {
        program("launcher", "local", "address", "metrics");
    }

    private static void program(String name, String... others) {
        uses(name, List.of(others)).check(new ClassFileImporter().importPackages("dev.podium." + name));
    }

    private static ArchRule uses(String name, List<String> others) {
        var allowed = Stream.concat(Stream.of(name), others.stream())
                .map(ArchitectureTest::within)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(within(name))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.podium..").and(not(resideInAnyPackage(allowed))));
    }

    private static String within(String name) {
        return "dev.podium." + name + "..";
    }

    /** Calls and method references alike. */
    private static DescribedPredicate<JavaAccess<?>> isOneOf(String... members) {
        var names = Set.of(members);
        return describe(
                "the target is one of " + String.join(", ", members),
                access -> names.contains(access.getTargetOwner().getFullName() + "."
                        + access.getTarget().getName()));
    }

    private static ArchCondition<JavaField> holdAny(String... types) {
        return ArchCondition.from(describe(
                "hold one of " + String.join(", ", types),
                field -> field.getAllInvolvedRawTypes().stream()
                        .anyMatch(held -> Stream.of(types).anyMatch(held::isAssignableTo))));
    }

    private static ArchCondition<JavaClass> notAccessWhileInitialised(String... members) {
        var banned = isOneOf(members);
        return new ArchCondition<>("not access one of " + String.join(", ", members) + " while it is initialised") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getStaticInitializer().stream()
                        .flatMap(initializer -> initializer.getAccessesFromSelf().stream())
                        .filter(banned)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaCodeUnit> takeNoSettingByItself() {
        return new ArchCondition<>("take no setting of Podium's by its name") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                unit.getParameters().stream()
                        .flatMap(parameter -> parameter.tryGetAnnotationOfType(ConfigProperty.class).stream())
                        .filter(property -> property.name().startsWith("podium."))
                        .forEach(property -> events.add(
                                SimpleConditionEvent.violated(unit, unit.getFullName() + " takes " + property.name())));
            }
        };
    }

    private static final class TopLevelClasses implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(topLevel(type).getName());
        }

        @Override
        public String getDescription() {
            return "top-level classes";
        }

        private static JavaClass topLevel(JavaClass type) {
            return type.getEnclosingClass().map(TopLevelClasses::topLevel).orElse(type);
        }
    }
}
