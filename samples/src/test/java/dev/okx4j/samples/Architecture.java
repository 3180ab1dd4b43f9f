package dev.okx4j.samples;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The project's rules, written over a root package.
 *
 * <p>The root is a parameter so that the same rule object's recipe runs twice: over the project, which must keep it, and
 * over the fixtures under {@code bad}, which must break it.
 */
record Architecture(String root) {

    /** The packages of okx-client that are sections of OKX's documentation; those to come are named already. */
    private static final List<String> SECTIONS = List.of(
            "market",
            "publicdata",
            "tradingdata",
            "account",
            "trade",
            "algo",
            "grid",
            "dca",
            "recurring",
            "signal",
            "copytrading",
            "convert",
            "funding",
            "subaccount",
            "earn",
            "event",
            "spread",
            "rfq",
            "affiliate",
            "broker",
            "status",
            "agent");

    private static final Set<String> WALL_CLOCK = Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "tick");

    private static final Set<String> WAITS = Set.of("sleep", "wait", "parkNanos", "parkUntil", "onSpinWait");

    /** Every rule, in the order of the documentation. */
    Stream<ArchRule> rules() {
        return Stream.of(
                clientSeesNobody(),
                paperSeesClient(),
                testingSeesPaper(),
                toolsSeeClient(),
                mcpSeesToolsAndPaper(),
                langchain4jSeesTools(),
                faultsStayInTests(),
                nobodySeesSamples(),
                toolsNameNoLibraryOfTheClient(),
                sectionsStandAlone(),
                sharedTypesKnowNoSection(),
                engineIsPure(),
                venueTouchesNoMachine(),
                wireReadsOkxByItself(),
                moneyIsNeverBinary(),
                onlyProgramsPrint(),
                timeAndChanceComeFromSeams(),
                onlyJsonBinds(),
                boundRecordsArePublic(),
                packagesAreNullMarked(),
                namesAreNouns());
    }

    ArchRule clientSeesNobody() {
        return module("client")
                .because("okx-client is the bottom: whoever wants only the client gets nothing else of ours");
    }

    ArchRule paperSeesClient() {
        return module("paper", "client").because("the exchange knows the wire, not the agents that trade on it");
    }

    ArchRule testingSeesPaper() {
        return module("testing", "paper", "client")
                .because("the JUnit extension is for users of the client too, who have no tools");
    }

    ArchRule toolsSeeClient() {
        return module("tools", "client")
                .because("the tools work on any venue, and must not be able to tell the paper exchange from OKX");
    }

    ArchRule mcpSeesToolsAndPaper() {
        return module("mcp", "tools", "paper", "client")
                .because("adapters never see each other: what two of them need belongs in okx-tools-core");
    }

    ArchRule langchain4jSeesTools() {
        return module("langchain4j", "tools", "client")
                .because("adapters never see each other, and this one is handed its venue");
    }

    ArchRule faultsStayInTests() {
        return noClasses()
                .that(ours().and(not(in("testing"))).and(not(in("samples"))))
                .should()
                .dependOnClassesThat(in("testing"))
                .because("what breaks things on purpose must not be reachable from a client or an exchange in use");
    }

    ArchRule nobodySeesSamples() {
        return noClasses()
                .that(ours().and(not(in("samples"))))
                .should()
                .dependOnClassesThat(in("samples"))
                .because("samples are for reading and copying, not for linking against");
    }

    ArchRule toolsNameNoLibraryOfTheClient() {
        return noClasses()
                .that(in("tools"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("okhttp3..", "okio..", "com.squareup.moshi..", "org.eclipse.jetty.."))
                .because("how the client speaks HTTP and JSON is its own affair, and loading it before tools/list"
                        + " costs a start-up");
    }

    ArchRule sectionsStandAlone() {
        return classes()
                .that(inSection())
                .should(new ArchCondition<>("use no other section and nothing internal") {
                    @Override
                    public void check(JavaClass section, ConditionEvents events) {
                        section.getDirectDependenciesFromSelf().stream()
                                .filter(use -> in("client.internal").test(use.getTargetClass())
                                        || (inSection().test(use.getTargetClass())
                                                && !sectionOf(use.getTargetClass())
                                                        .equals(sectionOf(section))))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                    }
                })
                .because("a section is read, and grows, by itself; what two of them share is in model");
    }

    ArchRule sharedTypesKnowNoSection() {
        return noClasses()
                .that(in(
                        "client.model",
                        "client.error",
                        "client.seam",
                        "client.json",
                        "client.auth",
                        "client.intent",
                        "client.log"))
                .should()
                .dependOnClassesThat(inSection().or(in("client.internal")))
                .because("what every section builds on cannot build on a section");
    }

    ArchRule engineIsPure() {
        return noClasses()
                .that(in("paper.engine"))
                .should()
                .dependOnClassesThat(not(in("paper.engine")
                        .or(resideInAnyPackage(
                                "java.lang..", "java.math..", "java.time..", "java.util..", "org.jspecify.."))
                        .or(DescribedPredicate.describe("primitive", JavaClass::isPrimitive))
                        .or(DescribedPredicate.describe("array", JavaClass::isArray))))
                .because("commands in, events out: the engine must replay to the same state anywhere");
    }

    ArchRule venueTouchesNoMachine() {
        return noClasses()
                .that(in("paper.engine", "paper.venue"))
                .should()
                .dependOnClassesThat(
                        // A snapshot's stream is handed in too, and may fail; the venue only passes that on.
                        resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
                                .and(not(belongToAnyOf(IOException.class)))
                                .or(belongToAnyOf(Thread.class, ThreadLocal.class, java.time.Clock.class))
                                .or(in("client.seam")))
                .because("time is handed in with each command: the same commands give the same account, always");
    }

    ArchRule wireReadsOkxByItself() {
        return noClasses()
                .that(in("paper.wire", "paper.venue", "paper.engine"))
                .should()
                .dependOnClassesThat(inSection().or(in("client.model")))
                .because("client and exchange must not share one misunderstanding of OKX, or every test would pass");
    }

    ArchRule moneyIsNeverBinary() {
        return classes()
                .that(in("client", "paper", "tools"))
                .should(new ArchCondition<>("hold, take, return and make no double or float") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getFields().stream()
                                .filter(field -> binary(field.getRawType()))
                                .forEach(field -> violated(events, field, field.getDescription()));
                        type.getCodeUnits().stream()
                                .filter(unit -> signature(unit).anyMatch(Architecture::binary))
                                .forEach(unit -> violated(events, unit, unit.getDescription()));
                        type.getCodeUnitCallsFromSelf().stream()
                                .filter(call -> binary(call.getTarget().getRawReturnType())
                                        || call.getTarget().getRawParameterTypes().stream()
                                                .anyMatch(Architecture::binary))
                                .forEach(call -> violated(events, call, call.getDescription()));
                    }
                })
                .because("0.1 has no binary form: prices, sizes and fees are decimals from the wire to the account");
    }

    ArchRule onlyProgramsPrint() {
        return noClasses()
                .that(not(new DescribedPredicate<JavaClass>("are programs") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getName().replaceAll("\\$.*", "").endsWith("Main")
                                || outermost(type)
                                        .tryGetMethod("main", String[].class)
                                        .isPresent();
                    }
                }))
                .should()
                .accessFieldWhere(DescribedPredicate.describe(
                        "is System.out or System.err",
                        access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && access.getTarget().getRawType().isAssignableTo(PrintStream.class)))
                .because("standard output belongs to the program: one stray line there and an MCP client hangs up");
    }

    ArchRule timeAndChanceComeFromSeams() {
        return noClasses()
                .that(not(in("client.seam")))
                .should()
                .callCodeUnitWhere(
                        DescribedPredicate.describe("reads a raw clock, sleeps or draws", Architecture::isRaw))
                .because("the simulation decides what time it is, how long a wait takes and which number is drawn");
    }

    ArchRule onlyJsonBinds() {
        return noClasses()
                .that(not(in("client.json")))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "binds JSON with Moshi",
                        call -> call.getName().startsWith("fromJson")
                                && call.getTargetOwner().getName().startsWith("com.squareup.moshi.")))
                .because(
                        "Json checks size, depth, duplicate keys and the end of the document; a second door would not");
    }

    ArchRule boundRecordsArePublic() {
        return classes()
                .that(inSection())
                .and()
                .areRecords()
                .should()
                .bePublic()
                .because("Moshi reads records by its own lookup: one that is not public fails at the first answer");
    }

    ArchRule packagesAreNullMarked() {
        return classes()
                .that(ours())
                .should(new ArchCondition<>("be in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            violated(events, type, type.getPackageName() + " has no package-info with @NullMarked");
                        }
                    }
                })
                .because("a package without it is not checked for null at all, and nobody notices");
    }

    ArchRule namesAreNouns() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?")
                .because("a helper lives with its one user, or has a noun for a name");
    }

    /** The rule that a module uses, of ours, itself and these others only. */
    private ArchRule module(String name, String... others) {
        DescribedPredicate<JavaClass> seen = in(others).or(in(name));
        return noClasses()
                .that(in(name))
                .should()
                .dependOnClassesThat(ours().and(not(seen)))
                .as(name + " should use of ours only itself"
                        + (others.length == 0 ? "" : " and " + String.join(", ", others)));
    }

    private DescribedPredicate<JavaClass> ours() {
        return resideInAPackage(root + "..");
    }

    private DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(
                Arrays.stream(packages).map(name -> root + "." + name + "..").toArray(String[]::new));
    }

    private DescribedPredicate<JavaClass> inSection() {
        return in(SECTIONS.stream().map(section -> "client." + section).toArray(String[]::new))
                .as("in a section");
    }

    private String sectionOf(JavaClass type) {
        return type.getPackageName().substring((root + ".client.").length()).replaceAll("\\..*", "");
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
        return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
    }

    private static boolean binary(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.isEquivalentTo(double.class)
                || element.isEquivalentTo(float.class)
                || element.isEquivalentTo(Double.class)
                || element.isEquivalentTo(Float.class);
    }

    private static boolean isRaw(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        return switch (owner) {
            case "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.security.SecureRandom",
                    "java.util.Timer" -> true;
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.lang.Math" -> name.equals("random");
            case "java.util.Date" ->
                name.equals("<init>") && call.getDescription().contains("<init>()");
            case "java.lang.System", "java.time.Clock" -> WALL_CLOCK.contains(name);
            case "java.lang.Thread", "java.util.concurrent.TimeUnit", "java.util.concurrent.locks.LockSupport" ->
                WAITS.contains(name);
            default ->
                (owner.startsWith("java.time.") && name.equals("now"))
                        || (name.equals("wait")
                                && call.getTarget().getFullName().matches(".*\\.wait\\(long.*"));
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Architecture::outermost).orElse(type);
    }

    private static void violated(ConditionEvents events, Object where, String message) {
        events.add(SimpleConditionEvent.violated(where, message));
    }
}
