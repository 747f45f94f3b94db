package dev.podium.socket;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** What others keep to themselves is known in one file each, and files point downwards only. */
@AnalyzeClasses(packages = "dev.podium.socket", importOptions = ImportOption.DoNotIncludeTests.class)
class InternalsTest {
    @ArchTest
    static final ArchRule onlyThePipelineKnowsHowVertxIsBuilt = noClasses()
            .that()
            .doNotHaveSimpleName("Pipeline")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..impl..");

    @ArchTest
    static final ArchRule onlyTheMountKnowsHowWebSocketsNextIsBuilt = noClasses()
            .that()
            .doNotHaveSimpleName("EndpointMount")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.quarkus.websockets.next.runtime..");

    @ArchTest
    static final ArchRule noFileKnowsWhoKnowsIt =
            slices().assignedFrom(new Files()).should().beFreeOfCycles();

    private static final class Files implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!type.getPackageName().equals("dev.podium.socket")) return SliceIdentifier.ignore();
            return SliceIdentifier.of(type.getName().replaceAll("\\$.*", ""));
        }

        @Override
        public String getDescription() {
            return "files";
        }
    }
}
