package chorus.experiment.sweep;

import chorus.rows.results.TestRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * What was recommended for each test: of an experiment in a directory a variant, at the generations that decide; of a run in one a
 * generation. What is there is whole, and of the same settings as the {@link KeptFolds} beside it, or as the run.
 */
public final class KeptLists {
    private final Optional<Path> directory;
    private final BiConsumer<Path, List<TestRows>> writer;

    private KeptLists(Optional<Path> directory, BiConsumer<Path, List<TestRows>> writer) {
        this.directory = directory;
        this.writer = writer;
    }

    /** Keeps nothing. */
    public static KeptLists nowhere() {
        return new KeptLists(Optional.empty(), (_, _) -> {});
    }

    /**
     * @param directory of all variants
     * @param writer writes the files of a variant into a directory that it makes
     */
    public static KeptLists in(Path directory, BiConsumer<Path, List<TestRows>> writer) {
        return new KeptLists(Optional.of(directory), writer);
    }

    public boolean areWanted() {
        return directory.isPresent();
    }

    /** Whether a variant's are there, or nobody wants them. */
    boolean has(int variant) {
        return directory.map(all -> Files.exists(all.resolve(name(variant)))).orElse(true);
    }

    /**
     * Keeps those of a variant, whole or not at all; what is there already stays, as it is the same.
     *
     * @param variant its place, from 0
     */
    public void keep(int variant, List<TestRows> rows) {
        if (!has(variant)) {
            keep(name(variant), rows);
        }
    }

    /**
     * Does away with those of generations that a run does not have.
     *
     * @param made those that it has
     * @return of how many of these nothing is kept; none where nobody wants them
     */
    public int begin(Collection<Long> made) {
        if (directory.isEmpty()) {
            return 0;
        }
        var names = made.stream().map(String::valueOf).collect(Collectors.toSet());
        var kept = new HashSet<String>();
        if (Files.exists(directory.get())) {
            try (var there = Files.list(directory.get())) {
                for (var each : there.toList()) {
                    var name = each.getFileName().toString();
                    if (names.contains(name)) {
                        kept.add(name);
                    } else if (name.matches("\\d+(\\.new)?")) {
                        clear(each);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(directory.get() + " cannot be read", e);
            }
        }
        return names.size() - kept.size();
    }

    /** Keeps those of a generation of a run, whole or not at all, in place of what a run before may have left there. */
    public void keepGeneration(long generation, List<TestRows> rows) {
        keep(Long.toString(generation), rows);
    }

    private void keep(String name, List<TestRows> rows) {
        var place = directory.orElseThrow().resolve(name);
        var fresh = place.resolveSibling(place.getFileName() + ".new");
        try {
            clear(fresh);
            writer.accept(fresh, rows);
            clear(place);
            Files.move(fresh, place);
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be written", e);
        }
    }

    /** By its number, from 1. */
    private static String name(int variant) {
        return Integer.toString(variant + 1);
    }

    /** Does away with a directory of lists. */
    public static void clear(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var all = Files.walk(directory)) {
            for (var each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be deleted", e);
        }
    }
}
