package chorus;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house: who reads whom, where outside libraries live, and the shape of what is written. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/events/avro/"))
            .importPackages("chorus");

    @Test
    void everyPackageHasAPlaceInTheTable() {
        assertThat(packages())
                .contains("playlist", "simulate.collective", "cli")
                .allMatch(HousePlan::knows);
    }

    @Test
    void aRoomReadsOnlyWhatTheTableAllows() {
        assertThat(dependencies(to -> inHouse(to) && !to.startsWith(HousePlan.GENERATED))
                        .filter(edge -> !room(packageOf(edge.from)).equals(room(packageOf(edge.to))))
                        .filter(edge -> !HousePlan.mayRead(room(packageOf(edge.from)), room(packageOf(edge.to)))))
                .isEmpty();
    }

    @Test
    void whatTheTableAllowsIsUsed() {
        var used = dependencies(HouseTest::inHouse)
                .map(edge -> room(packageOf(edge.from)) + " reads " + room(packageOf(edge.to)))
                .collect(toCollection(TreeSet::new));
        assertThat(HousePlan.READS.entrySet().stream()
                        .flatMap(reads -> reads.getValue().stream().map(other -> reads.getKey() + " reads " + other))
                        .filter(each -> !used.contains(each)))
                .isEmpty();
    }

    @Test
    void theTableHasNoCycle() {
        HousePlan.READS.keySet().forEach(room -> assertThat(HousePlan.upstream(room))
                .as("upstream of %s", room)
                .doesNotContain(room));
    }

    /** A collective knows only what its Knowledge hands it; a recount must not share the folds that it checks. */
    @Test
    void whoMustNotKnowCannotKnowByWayOfOthersEither() {
        assertThat(HousePlan.upstream("simulate"))
                .doesNotContain("state", "topology", "recommend", "retrain", "evaluate");
        assertThat(HousePlan.upstream("verify")).doesNotContain("state", "topology");
    }

    /** If a third simulation came, its author would touch nothing of it. */
    @Test
    void whatSimulationsShareKnowsNoneOfThem() {
        assertThat(between(SimulationPlan.KERNEL, SimulationPlan.PLAYLISTS)).isEmpty();
        assertThat(between(SimulationPlan.KERNEL, SimulationPlan.RATINGS)).isEmpty();
    }

    @Test
    void noSimulationKnowsTheOther() {
        assertThat(between(SimulationPlan.RATINGS, SimulationPlan.PLAYLISTS)).isEmpty();
        assertThat(between(SimulationPlan.PLAYLISTS, SimulationPlan.RATINGS)).isEmpty();
    }

    private static Stream<Edge> between(Set<String> from, Set<String> to) {
        assertThat(from).allMatch(each -> HOUSE.stream()
                .anyMatch(type -> SimulationPlan.isOf(Set.of(each), below(type.getName()))));
        return dependencies(HouseTest::inHouse)
                .filter(edge -> SimulationPlan.isOf(from, below(edge.from)) && SimulationPlan.isOf(to, below(edge.to)));
    }

    private static String below(String name) {
        return name.substring("chorus.".length());
    }

    @Test
    void everyOutsideLibraryStaysInItsHome() {
        assertThat(dependencies(to -> !inHouse(to) || to.startsWith(HousePlan.GENERATED))
                        .filter(edge -> !HousePlan.mayUse(packageOf(edge.from), edge.to)))
                .isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("chorus.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void noPackageHasMoreThanFifteenTypes() {
        var types = new TreeMap<String, Integer>();
        topLevel().forEach(type -> types.merge(type.getPackageName(), 1, Integer::sum));
        types.values().removeIf(count -> count <= 15);
        assertThat(types).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        assertThat(topLevel().map(JavaClass::getPackage).distinct())
                .allSatisfy(found -> assertThat(found.isAnnotatedWith(NullMarked.class))
                        .as("%s is @NullMarked in its package-info", found.getName())
                        .isTrue());
    }

    @Test
    void classesAreFinalSealedOrAbstract() {
        assertThat(topLevel()
                        .filter(type -> !type.isInterface())
                        .filter(type -> !type.getModifiers().contains(JavaModifier.FINAL))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> !type.isEnum() && !type.reflect().isSealed())
                        .map(JavaClass::getName))
                .isEmpty();
    }

    /** Two things stand behind an interface: two kinds, or two classes; a callback has one method and any caller behind it. */
    @Test
    void interfacesHaveTwoThingsBehindThem() {
        assertThat(HOUSE.stream()
                        .filter(type ->
                                type.isInterface() && !type.getSimpleName().equals("package-info"))
                        .filter(type -> !type.isAnnotation() && !isCallback(type))
                        .filter(type -> type.getAllSubclasses().stream()
                                        .filter(sub -> !sub.isInterface())
                                        .count()
                                < 2)
                        .map(JavaClass::getName))
                .isEmpty();
    }

    private static boolean isCallback(JavaClass type) {
        return !type.reflect().isSealed()
                && Arrays.stream(type.reflect().getMethods())
                                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                                .count()
                        == 1;
    }

    /** Calls and method references alike. */
    @Test
    void clockAndChanceComeInByCliAlone() {
        assertThat(HOUSE.stream()
                        .filter(type -> !room(type.getPackageName()).equals("cli"))
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(HouseTest::isClockOrChance)
                        .map(JavaAccess::getDescription))
                .isEmpty();
    }

    private static boolean isClockOrChance(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        var owner = target.getOwner().getName();
        var arguments = target.getRawParameterTypes().size();
        return switch (target.getName()) {
            case "nanoTime", "currentTimeMillis" -> owner.equals("java.lang.System");
            case "now" -> owner.startsWith("java.time.") && arguments == 0;
            case "system", "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds" ->
                owner.equals("java.time.Clock") || owner.equals("java.time.InstantSource");
            case "random" -> owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
            case "randomUUID" -> owner.equals("java.util.UUID");
            case "shuffle" -> owner.equals("java.util.Collections") && arguments == 1;
            case "current" -> owner.equals("java.util.concurrent.ThreadLocalRandom");
            case "getDefault", "of" -> owner.equals("java.util.random.RandomGenerator");
            case "<init>" ->
                owner.equals("java.security.SecureRandom")
                        || arguments == 0
                                && Set.of("java.util.Random", "java.util.SplittableRandom", "java.util.Date")
                                        .contains(owner);
            default -> false;
        };
    }

    @Test
    void filesAreShort() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var lines = files.filter(file -> file.toString().endsWith(".java"))
                    .map(HouseTest::length)
                    .sorted()
                    .toList();
            assertThat(lines.getLast()).as("the longest").isLessThanOrEqualTo(300);
            assertThat(lines.get(lines.size() / 2)).as("the median").isLessThanOrEqualTo(70);
        }
    }

    private static int length(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    /** A class that uses another one. */
    private record Edge(String from, String to) {}

    private static Stream<Edge> dependencies(Predicate<String> target) {
        return HOUSE.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(HouseTest::edge)
                .filter(edge -> edge.to.contains(".") && target.test(edge.to))
                .distinct();
    }

    private static Edge edge(Dependency dependency) {
        return new Edge(
                dependency.getOriginClass().getName(),
                dependency.getTargetClass().getBaseComponentType().getName());
    }

    private static Stream<JavaClass> topLevel() {
        return HOUSE.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
    }

    private static Set<String> packages() {
        return topLevel().map(type -> packageOf(type.getName())).collect(toCollection(TreeSet::new));
    }

    private static boolean inHouse(String name) {
        return name.startsWith("chorus.");
    }

    /** The package of a class, below {@code chorus}. */
    private static String packageOf(String name) {
        return name.substring("chorus.".length(), name.lastIndexOf('.'));
    }

    private static String room(String name) {
        var below = name.startsWith("chorus.") ? name.substring("chorus.".length()) : name;
        return below.split("\\.", 2)[0];
    }
}
