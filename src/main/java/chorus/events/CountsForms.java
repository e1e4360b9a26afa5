package chorus.events;

import chorus.events.avro.CountsMark;
import chorus.events.avro.Neighbours;
import chorus.events.avro.PairRow;
import chorus.events.avro.TrackCountRow;
import chorus.events.avro.TrackCounts;
import chorus.events.avro.WorldDigest;
import chorus.rows.CountsMark.OfWorld;
import chorus.rows.NeighboursEntry;
import chorus.rows.PairRow.Differing;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.TrackCountsEntry;
import java.util.List;

/** The forms of published counts: rows of pairs, counts of tracks, and the mark that both topics share. */
final class CountsForms {
    static final Form<NeighboursEntry, Neighbours> NEIGHBOURS =
            new Form<>(Neighbours.class, CountsForms::write, CountsForms::read);
    static final Form<TrackCountsEntry, TrackCounts> TRACK_COUNTS =
            new Form<>(TrackCounts.class, CountsForms::write, CountsForms::read);

    private CountsForms() {}

    private static Neighbours write(NeighboursEntry entry) {
        return new Neighbours(
                switch (entry) {
                    case chorus.rows.PairRow row -> write(row);
                    case chorus.rows.CountsMark mark -> write(mark);
                });
    }

    private static NeighboursEntry read(Neighbours record) {
        return switch (record.getEntry()) {
            case PairRow row -> read(row);
            case CountsMark mark -> read(mark);
            case Object other -> throw new IllegalArgumentException("unknown entry " + other);
        };
    }

    private static TrackCounts write(TrackCountsEntry entry) {
        return new TrackCounts(
                switch (entry) {
                    case chorus.rows.TrackCountRow(var track, var count, var worlds, var counts) ->
                        new TrackCountRow(track, count, new Ints(worlds), new Ints(counts));
                    case chorus.rows.CountsMark mark -> write(mark);
                });
    }

    private static TrackCountsEntry read(TrackCounts record) {
        return switch (record.getEntry()) {
            case TrackCountRow row ->
                new chorus.rows.TrackCountRow(
                        Ints.track(row.getTrack()),
                        row.getCount(),
                        Ints.array(row.getDifferingWorlds()),
                        parallel(row.getDifferingWorlds(), row.getDifferingCounts()));
            case CountsMark mark -> read(mark);
            case Object other -> throw new IllegalArgumentException("unknown entry " + other);
        };
    }

    private static PairRow write(chorus.rows.PairRow row) {
        var differing = row.differing();
        return new PairRow(
                row.track(),
                row.chunk(),
                row.chunks(),
                new Ints(row.to()),
                new Ints(row.twin().window()),
                new Ints(row.twin().adjacent()),
                new Ints(differing.at()),
                new Ints(differing.worlds()),
                new Ints(differing.counts().window()),
                new Ints(differing.counts().adjacent()));
    }

    private static chorus.rows.PairRow read(PairRow record) {
        var to = record.getTo();
        return new chorus.rows.PairRow(
                Ints.track(record.getTrack()),
                Ints.below(Integer.MAX_VALUE, record.getChunk(), "chunk"),
                record.getChunks(),
                Ints.tracks(Ints.array(to)),
                new PairCounts(parallel(to, record.getWindow()), parallel(to, record.getAdjacent())),
                differing(record));
    }

    private static Differing differing(PairRow record) {
        var at = record.getDifferingAt();
        if (at.isEmpty()) {
            return Differing.NONE;
        }
        return new Differing(
                Ints.below(record.getTo().size(), Ints.array(at), "place of a neighbour"),
                parallel(at, record.getDifferingWorlds()),
                new PairCounts(parallel(at, record.getDifferingWindow()), parallel(at, record.getDifferingAdjacent())));
    }

    private static int[] parallel(List<Integer> first, List<Integer> other) {
        if (other.size() != first.size()) {
            throw new IllegalArgumentException(
                    other.size() + " numbers beside " + first.size() + " of an array parallel to it");
        }
        return Ints.array(other);
    }

    private static CountsMark write(chorus.rows.CountsMark mark) {
        var worlds = mark.worlds().stream().map(CountsForms::write).toList();
        return new CountsMark(mark.epoch(), mark.partition(), mark.partitions(), worlds);
    }

    private static chorus.rows.CountsMark read(CountsMark record) {
        var worlds = record.getWorlds().stream().map(CountsForms::read).toList();
        return new chorus.rows.CountsMark(record.getEpoch(), record.getPartition(), record.getPartitions(), worlds);
    }

    private static WorldDigest write(OfWorld world) {
        var digest = world.digest();
        return new WorldDigest(world.world(), digest.digest(), digest.pairs(), digest.tracks());
    }

    private static OfWorld read(WorldDigest record) {
        return new OfWorld(
                record.getWorld(),
                new chorus.rows.CountsMark.WorldDigest(record.getDigest(), record.getPairs(), record.getTracks()));
    }
}
