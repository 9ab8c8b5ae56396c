package io.tactus;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.ws.rs.Path;
import java.util.Set;

/** The laws of docs/architecture.md that a compiler does not hold. */
@AnalyzeClasses(packages = "io.tactus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String REPLAY = "a journal replays byte for byte only if the core depends on its inputs alone";

    /** Flows, walks and their rehearsal; what reads, stores and serves them stands beside. */
    private static final String[] IVR_CORE = {"io.tactus.ivr.flow..", "io.tactus.ivr.run..", "io.tactus.ivr.rehearsal.."
    };

    @ArchTest
    static final ArchRule PACING_IS_PURE = classes()
            .that()
            .resideInAPackage("io.tactus.pacing..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.tactus.pacing..")
            .because(REPLAY);

    @ArchTest
    static final ArchRule FLOOR_IS_PURE = classes()
            .that()
            .resideInAPackage("io.tactus.floor..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.tactus.pacing..", "io.tactus.floor..")
            .because(REPLAY + "; features and adapters know the floor, it knows none of them");

    @ArchTest
    static final ArchRule IVR_WALKS_ARE_PURE = classes()
            .that()
            .resideInAnyPackage(IVR_CORE)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify..").or(resideInAnyPackage(IVR_CORE)))
            .because("a caller's walk is tried out, tested and driven by the same code: " + REPLAY);

    @ArchTest
    static final ArchRule CORE_TOUCHES_NO_WORLD = noClasses()
            .that(resideInAnyPackage("io.tactus.floor..", "io.tactus.pacing..").or(resideInAnyPackage(IVR_CORE)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net..", "java.util.concurrent..", "java.nio.file..")
            .because("the core opens no file and no connection and shares nothing between threads: " + REPLAY);

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackages("io.tactus.platform..", "io.tactus.trial..", "io.tactus.lab..", "io.tactus.sim..")
            .should()
            .callMethodWhere(readsTheMachinesClock())
            .because("the demo and the tests run faster than life: ask the injected EngineClock. Only platform, which"
                    + " holds it, trial and lab, which measure, read the machine's");

    @ArchTest
    static final ArchRule RESOURCES_CALL_SERVICES = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat(resideInAPackage("javax.sql..")
                    .or(resideInAPackage("java.sql.."))
                    .or(JavaClass.Predicates.type(jakarta.persistence.EntityManager.class)))
            .because(
                    "a REST resource speaks HTTP and asks a service; statements and transactions belong to the services");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES = slices().assignedFrom(new Features())
            .should()
            .beFreeOfCycles()
            .because("a feature that is in a cycle cannot be read, tested or removed alone");

    @ArchTest
    static final ArchRule SIMULATION_STAYS_OUTSIDE = noClasses()
            .that(describe(
                    "are part of the engine",
                    (JavaClass c) -> !resideInAnyPackage(
                                    "io.tactus.sim..",
                                    "io.tactus.demo..",
                                    "io.tactus.trial..",
                                    "io.tactus.lab..",
                                    "io.tactus.launch..")
                            .test(c)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.tactus.sim..")
            .because("the engine cannot tell the simulated network from a real one, so it must not know it");

    @ArchTest
    static final ArchRule SIMULATION_KNOWS_NO_ENGINE = classes()
            .that()
            .resideInAPackage("io.tactus.sim..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("io.tactus.sim..")
                    .or(describe(
                            "are not of the engine",
                            (JavaClass c) -> !c.getPackageName().startsWith("io.tactus"))))
            .because("a simulator that shares the engine's code shares its mistakes");

    private static com.tngtech.archunit.base.DescribedPredicate<JavaMethodCall> readsTheMachinesClock() {
        Set<String> calls = Set.of(
                "java.lang.System.nanoTime",
                "java.lang.System.currentTimeMillis",
                "java.time.Instant.now",
                "java.time.LocalDate.now",
                "java.time.LocalTime.now",
                "java.time.LocalDateTime.now",
                "java.time.OffsetDateTime.now",
                "java.time.ZonedDateTime.now");
        return describe("it reads the machine's clock", (JavaMethodCall call) -> {
            MethodCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            return calls.contains(owner + "." + target.getName())
                    || owner.equals("java.time.Clock")
                            && (target.getName().startsWith("system")
                                    || target.getName().startsWith("tick"));
        });
    }

    /** One slice for each package below io.tactus, save the do-not-call list. */
    private static final class Features implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (name.startsWith("io.tactus.sim") || !name.startsWith("io.tactus.")) {
                return SliceIdentifier.ignore();
            }
            // It reports to the floor, whose shell asks the rules of the package above; see its package-info.
            if (name.startsWith("io.tactus.compliance.dnc")) {
                return SliceIdentifier.of("compliance.dnc");
            }
            return SliceIdentifier.of(name.split("\\.")[2]);
        }

        @Override
        public String getDescription() {
            return "features of io.tactus";
        }
    }
}
