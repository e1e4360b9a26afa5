package chorus.broker;

import chorus.events.Codec;
import chorus.events.UndecodableException;
import chorus.playlist.Change;
import chorus.playlist.EpochEnded;
import chorus.playlist.Hash64;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.PlaylistId;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

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
    public static ResumePoint scan(Cluster cluster) throws InterruptedException {
        return scan(cluster, false);
    }

    /** Reads the log's marks alone, which is all that a writer of marks needs. */
    public static ResumePoint scanMarks(Cluster cluster) throws InterruptedException {
        return scan(cluster, true);
    }

    private static ResumePoint scan(Cluster cluster, boolean marksOnly) throws InterruptedException {
        try (var log = EditLog.open(cluster)) {
            var point = new ResumePoint(log.partitions());
            var codec = cluster.events().edits();
            log.toEnd(entry -> {
                if (entry.mark() || !marksOnly) {
                    point.add(entry, codec);
                }
                return true;
            });
            return point;
        }
    }

    private void add(EditLog.Entry entry, Codec<LogEntry> codec) {
        LogEntry decoded;
        try {
            decoded = codec.decode(entry.value());
        } catch (UndecodableException refusedDownstream) {
            return;
        }
        switch (decoded) {
            case EpochEnded mark -> marks.get(entry.partition()).add(mark);
            case PlaylistEdit edit -> add(edit, marks.get(entry.partition()));
        }
    }

    private void add(PlaylistEdit edit, EditLog.Marks before) {
        var playlist = edit.playlist().value();
        if (edit.sequence() > lastSequence.get(playlist)) {
            lastSequence.put(playlist, edit.sequence());
            courses.put(playlist, course(courses.get(playlist), edit));
        }
        if (edit.change() instanceof Change.Created) {
            createdIn.putIfAbsent(playlist, before.epochOf(edit));
        }
        edits++;
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

    /** How many edits the log holds, refused ones included. */
    public long edits() {
        return edits;
    }

    public int partitions() {
        return marks.size();
    }

    /** Whether the partition holds this mark or a later one of the same writer. */
    public boolean holds(int partition, EpochEnded mark) {
        return marks.get(partition).of(mark.writer()) >= mark.epoch();
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
