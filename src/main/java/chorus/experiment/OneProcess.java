package chorus.experiment;

import chorus.config.Settings;
import chorus.playlist.ArtistNumbers;
import chorus.playlist.Campaign;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.PlaylistEdit;
import chorus.playlist.Track;
import chorus.retrain.Generation;
import chorus.retrain.RowBook;
import chorus.retrain.Trainer;
import chorus.rows.CountsMark;
import chorus.state.edits.Verdict;
import chorus.state.playlists.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The stages after the writers, in one process: the topology's own over maps on the heap and the trainer's training, so that the
 * same edits give the same counts and figures as over Kafka. Writers may be epochs ahead of one another.
 */
public final class OneProcess implements EditSink {
    private final Settings settings;
    private final BiConsumer<Generation, CountsMark> generations;
    private final RowBook book = new RowBook();
    private final StagesOnHeap stages;
    private final KeptLog log;
    private final Trainer trainer;
    private final Map<Integer, Track> tracks = new TreeMap<>();
    private final Map<String, Campaign> campaigns = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** @param generations is given each epoch's generation and the mark of the counts that it was made from */
    public OneProcess(Settings settings, BiConsumer<Generation, CountsMark> generations) {
        this.settings = settings;
        this.generations = generations;
        log = new KeptLog(settings, tracks::containsKey);
        stages = new StagesOnHeap(settings, tracks::containsKey, book, this::train);
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
        log.add(edit);
        if (stages.edit(edit) instanceof Verdict.Rejected(Reason reason)) {
            refusals.add(new Refusal(edit, reason));
        }
    }

    /** Makes a generation of every epoch that all writers have ended by now. */
    @Override
    public void endEpoch(EpochEnded mark) {
        log.add(mark);
        if (!stages.end(mark)) {
            throw new IllegalArgumentException(
                    mark + " repeats an earlier one, names another number of writers, or is too far ahead");
        }
    }

    private void train(CountsMark mark) {
        var started = campaigns.values().stream()
                .filter(campaign -> campaign.start() <= mark.epoch())
                .toList();
        var cut = book.cut(settings.heldOut(), settings.allWorlds(), world -> log.at(mark.epoch(), world));
        generations.accept(trainer.train(mark.epoch(), cut, started, ArtistNumbers.byTrack(tracks.values())), mark);
    }
}
