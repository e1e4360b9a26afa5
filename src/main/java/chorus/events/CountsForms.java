package chorus.events;

import chorus.events.avro.CountsMark;
import chorus.events.avro.Neighbours;
import chorus.events.avro.PairRow;
import chorus.events.avro.TrackCountRow;
import chorus.events.avro.TrackCounts;
import chorus.events.avro.WorldDigest;
import chorus.rows.NeighboursEntry;
import chorus.rows.PairRow.PairCounts;
import chorus.rows.TrackCountsEntry;
import java.util.Arrays;
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
                    case chorus.rows.TrackCountRow(var track, var factual, var counterfactual) ->
                        new TrackCountRow(track, factual, counterfactual);
                    case chorus.rows.CountsMark mark -> write(mark);
                });
    }

    private static TrackCountsEntry read(TrackCounts record) {
        return switch (record.getEntry()) {
            case TrackCountRow row ->
                new chorus.rows.TrackCountRow(row.getTrack(), row.getFactual(), row.getCounterfactual());
            case CountsMark mark -> read(mark);
            case Object other -> throw new IllegalArgumentException("unknown entry " + other);
        };
    }

    private static PairRow write(chorus.rows.PairRow row) {
        var factual = row.factual();
        var other = row.counterfactual();
        var agree =
                Arrays.equals(factual.window(), other.window()) && Arrays.equals(factual.adjacent(), other.adjacent());
        return new PairRow(
                row.track(),
                row.chunk(),
                row.chunks(),
                new Ints(row.to()),
                new Ints(factual.window()),
                new Ints(factual.adjacent()),
                agree ? null : new Ints(other.window()),
                agree ? null : new Ints(other.adjacent()));
    }

    private static chorus.rows.PairRow read(PairRow record) {
        var to = Ints.array(record.getTo());
        var factual = counts(to.length, record.getWindowFactual(), record.getAdjacentFactual());
        var window = record.getWindowCounterfactual();
        var adjacent = record.getAdjacentCounterfactual();
        var agree = window == null || adjacent == null;
        return new chorus.rows.PairRow(
                record.getTrack(),
                record.getChunk(),
                record.getChunks(),
                to,
                factual,
                agree ? factual : counts(to.length, window, adjacent));
    }

    private static PairCounts counts(int neighbours, List<Integer> window, List<Integer> adjacent) {
        if (window.size() != neighbours || adjacent.size() != neighbours) {
            throw new IllegalArgumentException("counts of " + window.size() + " and " + adjacent.size()
                    + " pairs beside " + neighbours + " neighbours");
        }
        return new PairCounts(Ints.array(window), Ints.array(adjacent));
    }

    private static CountsMark write(chorus.rows.CountsMark mark) {
        return new CountsMark(
                mark.epoch(), mark.partition(), mark.partitions(), write(mark.factual()), write(mark.counterfactual()));
    }

    private static chorus.rows.CountsMark read(CountsMark record) {
        return new chorus.rows.CountsMark(
                record.getEpoch(),
                record.getPartition(),
                record.getPartitions(),
                read(record.getFactual()),
                read(record.getCounterfactual()));
    }

    private static WorldDigest write(chorus.rows.CountsMark.WorldDigest digest) {
        return new WorldDigest(digest.digest(), digest.pairs(), digest.tracks());
    }

    private static chorus.rows.CountsMark.WorldDigest read(WorldDigest record) {
        return new chorus.rows.CountsMark.WorldDigest(record.getDigest(), record.getPairs(), record.getTracks());
    }
}
