package chorus.topology;

import chorus.epochs.EpochGate;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.rows.RowKeys;
import chorus.state.RandomEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A partition of the log with random edits of two writers, of which one may be epochs ahead of the other. */
public final class RandomLog {
    private static final int WRITERS = 2;
    private static final int PLAYLISTS = 10;

    private final boolean byPosition;
    private final List<LogEntry> entries;

    private RandomLog(boolean byPosition, List<LogEntry> entries) {
        this.byPosition = byPosition;
        this.entries = entries;
    }

    /** @param byPosition one writer, whose edits belong to the epoch that is open where they stand */
    public static RandomLog draw(Random random, int epochs, boolean byPosition) {
        var edits = new RandomEdits(random.nextLong(), PLAYLISTS, 0.2);
        var writers = byPosition ? 1 : WRITERS;
        var streams = new ArrayList<List<LogEntry>>();
        for (var writer = 0; writer < writers; writer++) {
            streams.add(new ArrayList<>());
        }
        for (var epoch = 0; epoch < epochs; epoch++) {
            for (var writer = 0; writer < writers; writer++) {
                for (var i = random.nextInt(40); i > 0; i--) {
                    streams.get(writer).add(edits.next(byPosition ? EpochGate.BY_POSITION : epoch, writers, writer));
                }
                streams.get(writer).add(new EpochEnded(epoch, writer, writers, 0));
            }
        }
        return new RandomLog(byPosition, interleaved(streams, random));
    }

    /** The writer whose turn it is goes on for a while, so that it may come to be epochs ahead. */
    private static List<LogEntry> interleaved(List<List<LogEntry>> streams, Random random) {
        var log = new ArrayList<LogEntry>();
        while (!streams.stream().allMatch(List::isEmpty)) {
            var stream = streams.get(random.nextInt(streams.size()));
            for (var i = 1 + random.nextInt(90); i > 0 && !stream.isEmpty(); i--) {
                log.add(stream.removeFirst());
            }
        }
        return log;
    }

    /** The key under which a record lies in the log. */
    public static long key(LogEntry entry) {
        return switch (entry) {
            case PlaylistEdit edit -> edit.playlist().value();
            case EpochEnded mark -> RowKeys.mark(mark.writer());
        };
    }

    public int writers() {
        return byPosition ? 1 : WRITERS;
    }

    /** All in order of arrival. */
    public List<LogEntry> entries() {
        return entries;
    }

    /** The edits that belong to {@code epoch} or an earlier one. */
    public List<PlaylistEdit> upTo(long epoch) {
        var all = byPosition
                ? entries.stream().takeWhile(entry -> entry.epoch() < epoch || entry instanceof PlaylistEdit)
                : entries.stream().filter(entry -> entry.epoch() <= epoch);
        return all.filter(PlaylistEdit.class::isInstance)
                .map(PlaylistEdit.class::cast)
                .toList();
    }
}
