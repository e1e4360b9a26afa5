package chorus.bench.evaluation;

import chorus.config.Settings;
import chorus.experiment.StagesOnHeap;
import chorus.playlist.ArtistNumbers;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import chorus.retrain.RowBook;
import chorus.simulate.SimulatedPlan;
import chorus.simulate.Writer;
import chorus.state.edits.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows that a simulation's epochs publish, as a trainer has read them at the last cut; without any training. */
final class PublishedRows implements EditSink {
    private final RowBook book = new RowBook();
    private final StagesOnHeap stages;
    private final Map<Integer, Track> tracks = new TreeMap<>();
    private final List<Campaign> campaigns = new ArrayList<>();

    private PublishedRows(Settings settings) {
        stages = new StagesOnHeap(settings, tracks::containsKey, book, mark -> {});
    }

    /** Simulates all epochs of {@code settings}, by one writer. */
    static PublishedRows simulate(Settings settings) {
        var rows = new PublishedRows(settings);
        var plan = SimulatedPlan.draw(settings);
        var writer = Writer.of(settings, plan, 0);
        for (var epoch = 0L; epoch < plan.epochs(); epoch++) {
            writer.write(epoch, rows);
        }
        return rows;
    }

    RowBook book() {
        return book;
    }

    List<Campaign> campaigns() {
        return List.copyOf(campaigns);
    }

    /** Artist by track id. */
    int[] artistOf() {
        return ArtistNumbers.byTrack(tracks.values());
    }

    @Override
    public void track(Track track) {
        tracks.put(track.id().value(), track);
    }

    @Override
    public void campaign(Campaign campaign) {
        campaigns.add(campaign);
    }

    @Override
    public void edit(PlaylistEdit edit) {
        if (stages.edit(edit) instanceof Verdict.Rejected(var reason)) {
            throw new IllegalStateException(edit + " was refused: " + reason);
        }
    }

    @Override
    public void endEpoch(EpochEnded mark) {
        stages.end(mark);
    }
}
