package chorus.broker;

import chorus.hash.Hash64;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.LogRules;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a log of edits holds at its present end, so that writers go on where an earlier process stopped: the last sequence
 * number of every playlist and the newest mark of every writer in every partition.
 */
public final class ResumePoint {
    private final Long2LongOpenHashMap lastSequence = new Long2LongOpenHashMap();
    private final Long2LongOpenHashMap createdIn = new Long2LongOpenHashMap();
    private final Long2LongOpenHashMap courses = new Long2LongOpenHashMap();
    private final List<EditLog.Marks> marks = new ArrayList<>();
    private long edits;

    private ResumePoint(int partitions) {
        lastSequence.defaultReturnValue(0);
        for (var p = 0; p < partitions; p++) {
            marks.add(new EditLog.Marks());
        }
    }

    /** The resume point of an empty log. */
    public static ResumePoint none(int partitions) {
        return new ResumePoint(partitions);
    }

    /** Reads the whole log up to its present end. */
    public static ResumePoint scan(Cluster cluster, LogRules rules) throws InterruptedException {
        return scan(cluster, rules, false);
    }

    /** Reads the log's marks alone, which is all that a writer of marks needs. */
    public static ResumePoint scanMarks(Cluster cluster, LogRules rules) throws InterruptedException {
        return scan(cluster, rules, true);
    }

    private static ResumePoint scan(Cluster cluster, LogRules rules, boolean marksOnly) throws InterruptedException {
        try (var log = EditLog.open(cluster, rules)) {
            var point = new ResumePoint(log.partitions());
            log.toEnd(entry -> {
                if (entry.mark() || !marksOnly) {
                    point.add(entry.partition(), log.read(entry));
                }
                return true;
            });
            return point;
        }
    }

    private void add(int partition, @Nullable LogEntry entry) {
        switch (entry) {
            case null -> {
                // refused downstream
            }
            case EpochEnded mark -> marks.get(partition).add(mark);
            case PlaylistEdit edit -> add(edit, marks.get(partition));
        }
    }

    private void add(PlaylistEdit edit, EditLog.Marks before) {
        edits++;
        if (!before.mayHold(edit)) {
            return;
        }
        var playlist = edit.playlist().value();
        var ahead = edit.sequence() - lastSequence.get(playlist);
        if (ahead > 0 && ahead <= PlaylistEdit.LONGEST_GAP) {
            lastSequence.put(playlist, edit.sequence());
            courses.put(playlist, course(courses.get(playlist), edit));
        }
        if (edit.change() instanceof Change.Created) {
            createdIn.putIfAbsent(playlist, before.epochOf(edit));
        }
    }

    /** The newest sequence number written for the playlist; 0 where none is. */
    public long lastSequence(PlaylistId playlist) {
        return lastSequence.get(playlist.value());
    }

    /** What the log's edits of the playlist amount to, in order: {@link #course} of each, beginning with 0. */
    public long course(PlaylistId playlist) {
        return courses.get(playlist.value());
    }

    /** A playlist's course with one more edit: what was done in which worlds and for which campaign, not when. */
    static long course(long before, PlaylistEdit edit) {
        var change = edit.change().toString().hashCode();
        var what = edit.campaign() == null
                ? change
                : Hash64.of(change, edit.campaign().hashCode());
        return Hash64.of(before, edit.sequence(), edit.worlds().bits(), what);
    }

    /** The epoch in which the playlist was created, where the log holds that edit. */
    public OptionalLong createdIn(PlaylistId playlist) {
        return createdIn.containsKey(playlist.value())
                ? OptionalLong.of(createdIn.get(playlist.value()))
                : OptionalLong.empty();
    }

    /** How many edits the log holds, those included that do not apply. */
    public long edits() {
        return edits;
    }

    public int partitions() {
        return marks.size();
    }

    /** Whether the partition holds this mark, or its epoch has ended there. */
    public boolean holds(int partition, EpochEnded mark) {
        return marks.get(partition).holds(mark);
    }

    /** The newest epoch that all writers have ended in all partitions; −1 where there is none. */
    public long lastComplete() {
        return marks.stream().mapToLong(EditLog.Marks::complete).min().orElse(-1);
    }

    /**
     * The epoch that the only writer of marks ends next: the first one that some partition lacks. The partitions that hold its
     * mark already are left out by {@link KafkaEditSink}.
     */
    public long nextEpoch() {
        return lastComplete() + 1;
    }
}
