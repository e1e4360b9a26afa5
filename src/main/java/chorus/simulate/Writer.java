package chorus.simulate;

import chorus.config.EpochSettings;
import chorus.config.Settings;
import chorus.playlist.Change;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.LogEntry;
import chorus.playlist.TrackId;
import chorus.simulate.collective.Collective;
import chorus.simulate.listeners.OrganicEdit;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of {@code simulate.writers} writers, who owns the playlists whose id modulo their number is its own: it gives their edits,
 * the plants of their members included, and the tracks and campaigns that these need. All writers together give every edit once.
 */
public final class Writer {
    private static final long CAMPAIGN_HOUR = 3_600_000L;
    private static final long CAMPAIGN_TIME = 3_000_000L;

    private final Settings settings;
    private final Plan plan;
    private final int writer;
    private final long firstEpoch;
    private final OwnPlaylists own;
    private final List<Collective> collectives;
    private final BitSet named = new BitSet();
    private long nextEpoch;

    private Writer(Settings settings, Plan plan, int writer, long firstEpoch) {
        this.settings = settings;
        this.plan = plan;
        this.writer = writer;
        this.firstEpoch = firstEpoch;
        own = new OwnPlaylists(writer, settings.simulate().writers());
        collectives = Collectives.draw(settings, plan);
    }

    /**
     * Draws the campaigns' collectives.
     *
     * @throws IllegalArgumentException where a campaign finds too few playlists
     */
    public static Writer of(Settings settings, Plan plan, int writer) {
        return of(settings, plan, writer, 0);
    }

    /** @param firstEpoch what the plan's epoch 0 is written as, for a log that has epochs already */
    public static Writer of(Settings settings, Plan plan, int writer, long firstEpoch) {
        var writers = settings.simulate().writers();
        if (writer < 0 || writer >= writers) {
            throw new IllegalArgumentException("writer " + writer + ": must be one of 0…" + (writers - 1));
        }
        return new Writer(settings, plan, writer, firstEpoch);
    }

    /**
     * Gives one epoch, counted as the plan counts; to be called for 0, 1, 2, … in order. First the tracks and campaigns that come
     * up in it, then the organic edits, then what members plant or take back, then the mark, unless epochs go by the clock.
     */
    public void write(long epoch, EditSink sink) {
        if (epoch != nextEpoch || epoch >= plan.epochs()) {
            throw new IllegalArgumentException(
                    "epoch " + epoch + ": the next one is " + nextEpoch + " of " + plan.epochs());
        }
        nextEpoch++;
        var byClock = settings.epochs().by() == EpochSettings.By.clock;
        var written = byClock ? LogEntry.BY_POSITION : firstEpoch + epoch;
        nameTracks(epoch, sink);
        announce(epoch, sink);
        ownEdits(epoch).forEach(edit -> own.organic(edit, written, sink));
        collectives.forEach(collective -> plant(collective, epoch, written, sink));
        if (!byClock) {
            var writers = settings.simulate().writers();
            sink.endEpoch(new EpochEnded(written, writer, writers, plan.endTime(epoch)));
        }
    }

    private Stream<OrganicEdit> ownEdits(long epoch) {
        return plan.edits(epoch).filter(edit -> own.own(edit.playlist()));
    }

    private void nameTracks(long epoch, EditSink sink) {
        var fresh = new BitSet();
        ownEdits(epoch).forEach(edit -> {
            if (edit.change() instanceof Change.Inserted(var track, var _)) {
                fresh.set(track.value());
            }
        });
        fresh.andNot(named);
        named.or(fresh);
        fresh.stream().forEach(id -> plan.track(new TrackId(id)).ifPresent(sink::track));
    }

    private void announce(long epoch, EditSink sink) {
        for (var collective : collectives) {
            if (collective.settings().start() == epoch - plan.campaignsFrom()) {
                sink.track(Collectives.target(collective));
                sink.campaign(Collectives.campaign(collective, firstEpoch + plan.campaignsFrom()));
            }
        }
    }

    private void plant(Collective collective, long epoch, long written, EditSink sink) {
        var members = collective.members();
        var holding = collective.holding(epoch - plan.campaignsFrom());
        for (var rank = 0; rank < members.size(); rank++) {
            var time = plan.endTime(epoch) - CAMPAIGN_HOUR + rank * CAMPAIGN_TIME / members.size();
            own.plant(collective, members.get(rank), rank < holding, time, written, sink);
        }
    }
}
