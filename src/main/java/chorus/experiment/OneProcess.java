package chorus.experiment;

import chorus.config.Settings;
import chorus.playlist.ArtistNumbers;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import chorus.retrain.Generation;
import chorus.retrain.RowBook;
import chorus.retrain.Trainer;
import chorus.rows.CountsMark;
import chorus.state.cooccurrence.WindowPairs;
import chorus.state.playlists.Outcome;
import chorus.state.playlists.PlaylistFold;
import chorus.state.playlists.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The stages after the writers, in one process: the topology's folds over maps on the heap and the trainer's training, so that
 * the same edits give the same counts and figures as over Kafka. Writers take turns: edits of an epoch after the open one are
 * no fault of an edit but of the caller.
 */
public final class OneProcess implements EditSink {
    private final Settings settings;
    private final BiConsumer<Generation, CountsMark> generations;
    private final HeapPlaylists playlists;
    private final HeapCounts counts;
    private final RowBook book = new RowBook();
    private final Trainer trainer;
    private final Map<Integer, Track> tracks = new TreeMap<>();
    private final Map<String, Campaign> campaigns = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final BitSet ended = new BitSet();
    private long open;

    /** @param generations is given each epoch's generation and the mark of the counts that it was made from */
    public OneProcess(Settings settings, BiConsumer<Generation, CountsMark> generations) {
        this.settings = settings;
        this.generations = generations;
        playlists = new HeapPlaylists(new PlaylistFold(
                new WindowPairs(settings.state().window()), settings.evaluate().heldOut()));
        counts = new HeapCounts(settings.stream());
        trainer = new Trainer(settings.recommend(), settings.evaluate());
    }

    /** An edit that did not apply. */
    public record Refusal(PlaylistEdit edit, Reason reason) {}

    /** All that were refused so far, in order. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void track(Track track) {
        tracks.put(track.id().value(), track);
    }

    @Override
    public void campaign(Campaign campaign) {
        campaigns.put(campaign.name(), campaign);
    }

    @Override
    public void edit(PlaylistEdit edit) {
        if (edit.epoch() != LogEntry.BY_POSITION && edit.epoch() < open) {
            playlists.countRefusal();
            refusals.add(new Refusal(edit, Reason.EPOCH_ENDED));
            return;
        }
        requireOpen(edit);
        switch (playlists.apply(edit, tracks::containsKey)) {
            case Outcome.Applied(var _, var deltas) -> counts.add(deltas);
            case Outcome.Refused(var _, var reason) -> refusals.add(new Refusal(edit, reason));
        }
    }

    @Override
    public void endEpoch(EpochEnded mark) {
        requireOpen(mark);
        ended.set(mark.writer());
        if (ended.cardinality() == mark.writers()) {
            close();
            ended.clear();
            open++;
        }
    }

    private void requireOpen(LogEntry entry) {
        if (entry.epoch() != open && entry.epoch() != LogEntry.BY_POSITION) {
            throw new IllegalArgumentException("epoch " + open + " is open; this came too early or too late: " + entry);
        }
    }

    private void close() {
        playlists.publish(open, book);
        var mark = counts.publish(open, book);
        var started = campaigns.values().stream()
                .filter(campaign -> campaign.start() <= open)
                .toList();
        var set = book.cut(settings.evaluate().heldOut());
        generations.accept(trainer.train(open, set, started, ArtistNumbers.byTrack(tracks.values())), mark);
    }
}
