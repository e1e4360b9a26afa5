package chorus.events;

import chorus.playlist.Campaign;
import chorus.playlist.LogEntry;
import chorus.playlist.Track;
import chorus.rows.CampaignOrder;
import chorus.rows.NeighboursEntry;
import chorus.rows.PlaylistsEntry;
import chorus.rows.Refused;
import chorus.rows.TrackCountsEntry;
import chorus.rows.results.EvaluationRow;
import chorus.rows.results.GenerationRow;
import java.util.List;

/**
 * A topic of ours: what it is called, what its values are, how long it keeps them and whether it has all partitions.
 *
 * @param <T> its values
 */
public final class Topic<T> {
    /** How long records stay. */
    public enum Kept {
        /** The log of record. */
        FOREVER,
        /** The newest of each key. */
        NEWEST,
        /** The newest of each key, but long enough for a reader to see each cut whole. */
        NEWEST_OF_EACH_CUT
    }

    public static final Topic<Track> TRACKS = new Topic<>("tracks", InputForms.TRACK, Kept.NEWEST, false);
    public static final Topic<Campaign> CAMPAIGNS = new Topic<>("campaigns", InputForms.CAMPAIGN, Kept.NEWEST, false);
    public static final Topic<LogEntry> EDITS = new Topic<>("playlist-edits", EditForm.EDIT, Kept.FOREVER, true);
    public static final Topic<Refused> REFUSED = refused("edits-refused");
    public static final Topic<PlaylistsEntry> PLAYLISTS =
            new Topic<>("playlists", PlaylistsForms.PLAYLISTS, Kept.NEWEST_OF_EACH_CUT, true);
    public static final Topic<NeighboursEntry> NEIGHBOURS =
            new Topic<>("neighbours", CountsForms.NEIGHBOURS, Kept.NEWEST_OF_EACH_CUT, true);
    public static final Topic<TrackCountsEntry> TRACK_COUNTS =
            new Topic<>("track-counts", CountsForms.TRACK_COUNTS, Kept.NEWEST_OF_EACH_CUT, true);
    public static final Topic<GenerationRow> GENERATIONS =
            new Topic<>("generations", ResultForms.GENERATION, Kept.NEWEST, false);
    public static final Topic<List<EvaluationRow>> EVALUATIONS =
            new Topic<>("evaluations", ResultForms.EVALUATIONS, Kept.NEWEST, false);

    /** Kept for ever, and never compacted: an end must not erase its start. */
    public static final Topic<CampaignOrder> ORDERS =
            new Topic<>("campaign-orders", OrderForm.ORDER, Kept.FOREVER, false);

    /** All of them, those of Kafka Streams left out. */
    public static final List<Topic<?>> ALL = List.of(
            TRACKS, CAMPAIGNS, EDITS, REFUSED, PLAYLISTS, NEIGHBOURS, TRACK_COUNTS, GENERATIONS, EVALUATIONS, ORDERS);

    private final String name;
    private final Form<T, ?> form;
    private final Kept kept;
    private final boolean parted;

    /**
     * A topic.
     *
     * @param name without a prefix
     * @param parted whether it has {@code kafka.partitions} of them, or one
     */
    public Topic(String name, Form<T, ?> form, Kept kept, boolean parted) {
        this.name = name;
        this.form = form;
        this.kept = kept;
        this.parted = parted;
    }

    /** One where records are kept that are no values of their topics. */
    public static Topic<Refused> refused(String name) {
        return new Topic<>(name, PlaylistsForms.REFUSED, Kept.FOREVER, false);
    }

    /** Its name without a prefix. */
    public String name() {
        return name;
    }

    /** Its name under {@code kafka.prefix}. */
    public String under(String prefix) {
        return prefix + name;
    }

    /** The name under which a registry holds its values' schema. */
    String subject(String prefix) {
        return under(prefix) + "-value";
    }

    Form<T, ?> form() {
        return form;
    }

    public Kept kept() {
        return kept;
    }

    /** Whether it has {@code kafka.partitions} of them, or one. */
    public boolean isParted() {
        return parted;
    }

    @Override
    public String toString() {
        return name;
    }
}
