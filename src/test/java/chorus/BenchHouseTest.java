package chorus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of the house for the benchmarks, by their text: only {@code -Pbench} compiles them, with Flink and JMH. */
class BenchHouseTest {
    private static final Path ROOT = Path.of("src/bench/java");
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern READS =
            Pattern.compile("^import (?:static )?(chorus\\.[a-z.]+)\\.[A-Z]", Pattern.MULTILINE);
    private static final List<Source> SOURCES = sources();

    private record Source(Path file, String inPackage, String text) {
        static Source read(Path file) {
            try {
                var text = Files.readString(file);
                var name = PACKAGE.matcher(text);
                return new Source(file, name.find() ? name.group(1) : "", text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isPackageInfo() {
            return file.endsWith("package-info.java");
        }

        long lines() {
            return text.lines().count();
        }
    }

    private static List<Source> sources() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Source::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void benchmarksHavePackagesOfTheirOwn() {
        assertThat(SOURCES).isNotEmpty();
        assertThat(SOURCES.stream().map(Source::inPackage).distinct())
                .allMatch(name -> name.equals("chorus.bench") || name.startsWith("chorus.bench."));
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        assertThat(SOURCES.stream()
                        .filter(source ->
                                source.isPackageInfo() && source.text().contains("@NullMarked"))
                        .map(Source::inPackage))
                .containsExactlyInAnyOrderElementsOf(
                        SOURCES.stream().map(Source::inPackage).distinct().toList());
    }

    @Test
    void packagesHaveNoCycles() {
        var reads = reads();
        reads.keySet().forEach(name -> assertThat(reached(name, reads)).as(name).doesNotContain(name));
    }

    /** Limits and peers share the product's decoding and folds, and the forms of what is stored, but not its counting. */
    @Test
    void limitsAndPeersDoNotCountAsTheTopologyDoes() {
        var counting = List.of("chorus.topology.counts", "chorus.state.runs", "chorus.experiment");
        assertThat(SOURCES.stream()
                        .filter(source -> Set.of("chorus.bench.contender", "chorus.bench.heap", "chorus.bench.flink")
                                .contains(source.inPackage()))
                        .filter(source -> counting.stream().anyMatch(source.text()::contains))
                        .map(Source::file))
                .isEmpty();
    }

    /** What picocli shows it formats first: a bare '%' is a warning on each look at the help. */
    @Test
    void descriptionsOfCommandsHaveNoBarePercent() {
        var annotation = Pattern.compile(
                "@(?:Command|Option|Parameters)\\((.*?)\\)\n\\s*(?:public |final |private )", Pattern.DOTALL);
        var bare = Pattern.compile("\"[^\"\n]*(?<!%)%(?![%n])[^\"\n]*\"");
        var annotated = SOURCES.stream()
                .flatMap(source -> annotation.matcher(source.text()).results().map(found -> found.group(1)))
                .toList();
        assertThat(annotated).hasSizeGreaterThan(20);
        assertThat(annotated.stream()
                        .flatMap(text -> bare.matcher(text.replace("%%", "")).results())
                        .map(MatchResult::group))
                .isEmpty();
    }

    /** {@code ./chorus bench --help} shows a page, so that it need not build the benchmarks first. */
    @Test
    void thePageOfHelpHasEveryCommandAndOption() throws IOException {
        var page = words(Files.readString(Path.of("src/bench/help.txt")));
        var option = Pattern.compile("names = \"(--[a-z-]+)\"");
        var described = Pattern.compile("description =\\s*\\{?((?:\\s*\"[^\"]*\"\\s*[+,]?)+)");
        for (var source : SOURCES) {
            if (source.text().contains("@Command(")) {
                option.matcher(source.text()).results().forEach(found -> assertThat(page)
                        .as(source.file().toString())
                        .contains(found.group(1)));
                described.matcher(source.text()).results().forEach(found -> assertThat(page)
                        .as(source.file().toString())
                        .contains(plain(found.group(1))));
            }
        }
    }

    /** A description's literals as they are shown, up to a default. */
    private static String plain(String literals) {
        var joined = Pattern.compile("\"([^\"]*)\"")
                .matcher(literals)
                .results()
                .map(part -> part.group(1))
                .collect(Collectors.joining());
        return words(joined.replace("%%", "%").replaceAll("\\$\\{.*", ""));
    }

    /** Without white space, as lines are broken anywhere. */
    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void filesAreShortAndPackagesSmall() {
        var lines = SOURCES.stream().map(Source::lines).sorted().toList();
        assertThat(lines.getLast()).as("the longest").isLessThanOrEqualTo(300);
        assertThat(lines.get(lines.size() / 2)).as("the median").isLessThanOrEqualTo(70);
        var files = new TreeMap<String, Integer>();
        SOURCES.stream()
                .filter(source -> !source.isPackageInfo())
                .forEach(source -> files.merge(source.inPackage(), 1, Integer::sum));
        assertThat(files.values()).allMatch(count -> count <= 15);
    }

    /** The benchmarks' packages that each of them reads. */
    private static Map<String, Set<String>> reads() {
        var reads = new TreeMap<String, Set<String>>();
        for (var source : SOURCES) {
            var here = reads.computeIfAbsent(source.inPackage(), name -> new TreeSet<>());
            READS.matcher(source.text())
                    .results()
                    .map(read -> read.group(1))
                    .filter(read -> read.startsWith("chorus.bench") && !read.equals(source.inPackage()))
                    .forEach(here::add);
        }
        return reads;
    }

    private static Set<String> reached(String name, Map<String, Set<String>> reads) {
        var all = new TreeSet<String>();
        var next = reads.getOrDefault(name, Set.of());
        while (all.addAll(next)) {
            next = new TreeSet<>(all.stream()
                    .flatMap(each -> reads.getOrDefault(each, Set.of()).stream())
                    .toList());
        }
        return all;
    }
}
