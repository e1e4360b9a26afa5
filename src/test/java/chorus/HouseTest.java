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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house: who reads whom, where outside libraries live, and the shape of what is written. */
class HouseTest {
    /** Avro's generated classes are an outside library that lives in {@code events}. */
    private static final String GENERATED = "chorus.events.avro";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/events/avro/"))
            .importPackages("chorus");

    /** Every room, and the rooms it may read. A new room must take its place here. */
    private static final Map<String, Set<String>> READS = Map.ofEntries(
            // the shared words
            place("playlist"),
            place("rows", "playlist"),
            place("config", "playlist"),
            // the stages, in the order of the data path; evaluation happens within a retrain round, so retrain reads
            // evaluate
            place("simulate", "config", "playlist"),
            place("events", "playlist", "rows"),
            place("state", "playlist", "rows"),
            place("topology", "config", "events", "playlist", "rows", "state"),
            place("broker", "config", "events", "playlist", "rows"),
            place("recommend", "config", "playlist", "rows"),
            place("evaluate", "config", "playlist", "recommend", "rows", "state"),
            place("retrain", "config", "evaluate", "playlist", "recommend", "rows"),
            // what is shown
            place("metrics", "config", "playlist", "rows"),
            place("report", "config", "playlist", "rows"),
            place("serve", "config", "metrics"),
            // whole runs
            place("embedded"),
            place("experiment", "config", "playlist", "retrain", "rows", "simulate", "state"),
            place("verify", "broker", "events", "playlist", "rows"),
            place(
                    "run",
                    "broker",
                    "config",
                    "embedded",
                    "events",
                    "metrics",
                    "playlist",
                    "retrain",
                    "rows",
                    "simulate",
                    "topology"),
            place(
                    "cli",
                    "broker",
                    "config",
                    "embedded",
                    "events",
                    "experiment",
                    "metrics",
                    "playlist",
                    "report",
                    "retrain",
                    "rows",
                    "run",
                    "serve",
                    "simulate",
                    "topology",
                    "verify"));

    /** Packages inside a room; they share the room's place. */
    private static final Set<String> INNER = Set.of(
            "cli.frame",
            "config.tree",
            "evaluate.accuracy",
            "evaluate.amplification",
            "evaluate.bias",
            "simulate.catalog",
            "simulate.collective",
            "simulate.listeners",
            "simulate.replay",
            "state.cooccurrence",
            "state.playlists",
            "state.popularity",
            "topology.counts",
            "topology.edits",
            "topology.engine");

    /** Outside libraries and their homes, a room or an inner package; the longest prefix counts. */
    private static final Map<String, Set<String>> HOMES = Map.ofEntries(
            Map.entry("org.apache.kafka.streams", Set.of("topology")),
            Map.entry("org.rocksdb", Set.of("topology")),
            Map.entry("org.apache.kafka.clients", Set.of("broker", "embedded")),
            // what Kafka's libraries have in common, serializers above all
            Map.entry("org.apache.kafka.common", Set.of("broker", "topology", "embedded")),
            Map.entry("org.apache.kafka.common.Metric", Set.of("broker", "topology", "metrics")),
            Map.entry("org.apache.kafka.common.utils.AppInfoParser", Set.of("cli")),
            // the broker's own classes
            Map.entry("kafka", Set.of("embedded")),
            Map.entry("org.apache.kafka", Set.of("embedded")),
            Map.entry("org.apache.avro", Set.of("events")),
            Map.entry(GENERATED, Set.of("events")),
            Map.entry("io.confluent", Set.of("events")),
            Map.entry("io.micrometer", Set.of("metrics")),
            Map.entry("io.prometheus", Set.of("metrics")),
            Map.entry("io.javalin", Set.of("serve")),
            Map.entry("org.eclipse.jetty", Set.of("serve")),
            Map.entry("jakarta.servlet", Set.of("serve")),
            Map.entry("picocli", Set.of("cli")),
            Map.entry("org.yaml.snakeyaml", Set.of("config.tree")),
            Map.entry("com.fasterxml.jackson", Set.of("simulate.replay", "report")),
            // life-cycle is logged where things live
            Map.entry("org.slf4j", Set.of("broker", "cli", "embedded", "run", "topology")));

    /** Plain tools without a home. */
    private static final Set<String> EVERYWHERE = Set.of("java", "org.jspecify", "it.unimi.dsi.fastutil");

    private static Map.Entry<String, Set<String>> place(String name, String... reads) {
        return Map.entry(name, Set.of(reads));
    }

    @Test
    void everyPackageHasAPlaceInTheTable() {
        assertThat(packages())
                .isSubsetOf(
                        Stream.concat(READS.keySet().stream(), INNER.stream()).toList());
    }

    @Test
    void aRoomReadsOnlyWhatTheTableAllows() {
        assertThat(dependencies(to -> inHouse(to) && !to.startsWith(GENERATED))
                        .filter(edge -> !room(packageOf(edge.from)).equals(room(packageOf(edge.to))))
                        .filter(edge -> !READS.getOrDefault(room(packageOf(edge.from)), Set.of())
                                .contains(room(packageOf(edge.to)))))
                .isEmpty();
    }

    @Test
    void theTableHasNoCycle() {
        READS.keySet()
                .forEach(room ->
                        assertThat(upstream(room)).as("upstream of %s", room).doesNotContain(room));
    }

    /** A collective knows only what its Knowledge hands it; a recount must not share the folds that it checks. */
    @Test
    void whoMustNotKnowCannotKnowByWayOfOthersEither() {
        assertThat(upstream("simulate")).doesNotContain("state", "topology", "recommend", "retrain", "evaluate");
        assertThat(upstream("verify")).doesNotContain("state", "topology");
    }

    @Test
    void everyOutsideLibraryStaysInItsHome() {
        assertThat(dependencies(to -> !inHouse(to) || to.startsWith(GENERATED))
                        .filter(edge -> !allowed(packageOf(edge.from), edge.to)))
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
                        .filter(JavaClass::isInterface)
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
                .filter(edge -> target.test(edge.to))
                .distinct();
    }

    private static Edge edge(Dependency dependency) {
        return new Edge(
                dependency.getOriginClass().getName(),
                dependency.getTargetClass().getBaseComponentType().getName());
    }

    private static boolean allowed(String from, String to) {
        if (!to.contains(".") || EVERYWHERE.stream().anyMatch(library -> under(to, library))) {
            return true;
        }
        return HOMES.keySet().stream()
                .filter(library -> under(to, library))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .filter(library -> HOMES.get(library).stream().anyMatch(home -> under(from, home)))
                .isPresent();
    }

    /** A class name's or package's prefix; {@code Metric} stands for {@code MetricName} too. */
    private static boolean under(String name, String prefix) {
        return name.equals(prefix)
                || name.startsWith(prefix + ".")
                || Character.isUpperCase(prefix.charAt(prefix.lastIndexOf('.') + 1)) && name.startsWith(prefix);
    }

    private static Set<String> upstream(String room) {
        var all = new HashSet<String>();
        var next = List.copyOf(READS.get(room));
        while (all.addAll(next)) {
            next = all.stream().flatMap(each -> READS.get(each).stream()).toList();
        }
        return all;
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
