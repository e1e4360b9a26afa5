package chorus.simulate.replay;

import chorus.simulate.replay.formats.Format;
import chorus.simulate.replay.formats.Intake;
import chorus.simulate.replay.formats.ReplayedPlaylist;
import chorus.simulate.replay.formats.TrackNumbers;
import chorus.simulate.replay.input.Fault;
import chorus.simulate.replay.input.Findings;
import chorus.simulate.replay.input.Folder;
import chorus.simulate.replay.input.MalformedInput;
import chorus.simulate.replay.input.NothingToRead;
import chorus.simulate.replay.input.Remark;
import chorus.simulate.replay.input.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all files of a folder hold: playlists, the tracks that they name, and what was found amiss. Files are read in the natural
 * order of their names, those within folders and zip files too; what is of no known format is left alone.
 */
public final class Reading {
    private static final int NAMED = 5;

    private final Path root;
    private final Findings findings;
    private final Intake intake;
    private final List<String> leftAlone = new ArrayList<>();
    private int files;
    private final List<ReplayedPlaylist> playlists;

    private Reading(Path root, Rules rules) {
        this.root = root;
        findings = new Findings(rules.strict);
        intake = new Intake(findings, rules.renumber);
        Folder.sources(root, findings).forEach(this::read);
        if (files == 0 && findings.faults() == 0) {
            throw new NothingToRead(root + ": holds nothing that is read, only "
                    + (leftAlone.isEmpty() ? "empty folders" : leftAlone()) + "; read are " + Format.ALL);
        }
        playlists = intake.playlists();
    }

    /**
     * How files are read.
     *
     * @param strict whether nothing is amended: what is skipped, filled in or sorted otherwise is a fault
     * @param renumber whether playlists are numbered in the order of files, whatever their pids
     */
    public record Rules(boolean strict, boolean renumber) {
        public static final Rules USUAL = new Rules(false, false);
    }

    /**
     * Reads {@code root}, a folder or a file; its faults are kept in the result.
     *
     * @throws NothingToRead where no file can be read
     * @throws MalformedInput where there are more tracks than ids
     */
    public static Reading of(Path root, Rules rules) {
        return new Reading(root, rules);
    }

    private void read(Source source) {
        try {
            var format = Format.of(source);
            if (format.isPresent()) {
                files++;
                format.get().read(source, intake);
            } else {
                leftAlone.add(source.name());
            }
        } catch (IOException e) {
            findings.add(Fault.unreadable(source.name(), e));
        }
    }

    private String leftAlone() {
        var more = leftAlone.size() <= NAMED ? "" : " and %,d more".formatted(leftAlone.size() - NAMED);
        return leftAlone.stream().limit(NAMED).collect(Collectors.joining(", ", "", more));
    }

    /** All playlists, ascending by pid; their tracks are numbers of {@link #tracks}. */
    public List<ReplayedPlaylist> playlists() {
        return playlists;
    }

    public TrackNumbers tracks() {
        return intake.tracks();
    }

    /** How often something was amended. */
    public long count(Remark remark) {
        return findings.count(remark);
    }

    /** The faults, a line each: the first fifty, and where there are more, how many of each kind. */
    public List<String> faults() {
        return findings.faultLines();
    }

    /** What was read, and a line for each kind of thing that was amended or left alone. */
    public List<String> told() {
        var read = "%,d playlists with %,d entries read from %,d files in %s"
                .formatted(playlists.size(), intake.entries(), files, root);
        var alone = leftAlone.isEmpty()
                ? Stream.<String>empty()
                : Stream.of("files of no known format left alone: %,d (%s)".formatted(leftAlone.size(), leftAlone()));
        return Stream.of(Stream.of(read), findings.amendedLines().stream(), alone)
                .flatMap(lines -> lines)
                .toList();
    }

    /** Why there is nothing to replay, in a line; empty where there is. */
    public Optional<String> whyNot() {
        var number = findings.faults();
        if (number > 0) {
            var more = number == 1 ? "" : " (the first of %,d faults; replay --check lists them)".formatted(number);
            return Optional.of(findings.faultLines().getFirst() + more);
        }
        return playlists.isEmpty()
                ? Optional.of(root + ": no playlist is left"
                        + findings.amendedLines().stream()
                                .map(line -> "; " + line)
                                .collect(Collectors.joining()))
                : Optional.empty();
    }

    /** @throws MalformedInput where there are faults, or no playlists */
    public Reading require() {
        whyNot().ifPresent(reason -> {
            throw new MalformedInput(reason);
        });
        return this;
    }
}
