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
import chorus.rows.results.TestRows;
import chorus.simulate.collective.KnownPlaylist;
import chorus.state.edits.Verdict;
import chorus.state.playlists.Reason;
import chorus.worlds.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * The stages after the writers, in one process: the topology's own over maps on the heap and the trainer's training, so that the
 * same edits give the same counts and figures as over Kafka. Writers may be epochs ahead of one another.
 */
public final class OneProcess implements EditSink {
    private final Settings settings;
    private final List<String> counted;
    private final LongFunction<Worlds> shown;
    private final BiConsumer<Generation, CountsMark> generations;
    private final LongPredicate trained;
    private final RowBook book;
    private final StagesOnHeap stages;
    private final KeptLog log;
    private Trainer trainer;
    private final Map<Integer, Track> tracks;
    private final Map<String, Campaign> campaigns = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** @param generations is given each epoch's generation and the mark of the counts that it was made from */
    public OneProcess(Settings settings, BiConsumer<Generation, CountsMark> generations) {
        this(settings, _ -> settings.allWorlds(), generations);
    }

    /** @param shown the worlds in which an epoch's models are evaluated */
    OneProcess(Settings settings, LongFunction<Worlds> shown, BiConsumer<Generation, CountsMark> generations) {
        this(settings, settings.allWorlds(), shown, Start.empty(), _ -> true, generations);
    }

    /**
     * @param worlds those that are counted
     * @param shown those of them in which an epoch's models are evaluated
     * @param trained the epochs that end in a generation
     */
    OneProcess(
            Settings settings,
            Worlds worlds,
            LongFunction<Worlds> shown,
            Start start,
            LongPredicate trained,
            BiConsumer<Generation, CountsMark> generations) {
        this.settings = settings;
        counted = worlds.names();
        this.shown = shown;
        this.generations = generations;
        this.trained = trained;
        tracks = start.tracks();
        book = start.book();
        log = new KeptLog(settings, worlds, tracks::containsKey);
        stages = new StagesOnHeap(settings, worlds, tracks::containsKey, book, this::train, start.stores());
        trainer = new Trainer(settings.recommend(), settings.evaluate());
    }

    /** What a process begins with; it is its own from then on. */
    record Start(Map<Integer, Track> tracks, StoresOnHeap stores, RowBook book) {
        static Start empty() {
            return new Start(new TreeMap<>(), StoresOnHeap.empty(), new RowBook());
        }

        /**
         * One that holds the same and then goes its own way.
         *
         * @param counted how many worlds are counted here
         * @param more how many are counted there
         */
        Start copy(int counted, int more) {
            return new Start(new TreeMap<>(tracks), stores.copy(counted, more), book.copy());
        }
    }

    /** Tells from now on what is recommended for each test, too. */
    void tell(Consumer<TestRows> tests) {
        var known = tracks;
        trainer = trainer.telling(rows -> tests.accept(rows.of(id -> Optional.ofNullable(known.get(id)))));
    }

    /** An edit that did not apply. */
    public record Refusal(PlaylistEdit edit, Reason reason) {}

    /** Writers know what they edit: a refused edit is a fault of this program, not a result. */
    void requireNoRefusals() {
        if (!refusals.isEmpty()) {
            throw new IllegalStateException(
                    refusals.size() + " edits of our own writers were refused, the first: " + refusals.getFirst());
        }
    }

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

    /** Notes for the log a first epoch that the stores hold already. */
    void begun(List<KnownPlaylist> founded, List<EpochEnded> marks) {
        founded.forEach(log::add);
        marks.forEach(log::add);
    }

    /** Founds a playlist whole in the first epoch, as the edits of its founding would. */
    void found(KnownPlaylist playlist) {
        log.add(playlist);
        stages.found(playlist.playlist(), playlist.tracks());
    }

    /** Brings what the stages hold into the stores that it began with. */
    void save() {
        stages.save();
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
        if (!trained.test(mark.epoch())) {
            return;
        }
        var started = campaigns.values().stream()
                .filter(campaign -> campaign.start() <= mark.epoch())
                .toList();
        var epoch = mark.epoch();
        var cut = book.cut(settings.heldOut(), counted, shown.apply(epoch), world -> log.at(epoch, world));
        generations.accept(trainer.train(mark.epoch(), cut, started, ArtistNumbers.byTrack(tracks.values())), mark);
    }
}
