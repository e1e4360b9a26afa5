package chorus.simulate;

import chorus.config.Settings;
import chorus.playlist.Change;
import chorus.playlist.EditSink;
import chorus.playlist.EpochEnded;
import chorus.playlist.TrackId;
import chorus.simulate.OwnPlaylists.Moment;
import chorus.simulate.collective.Member;
import chorus.simulate.listeners.OrganicEdit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of {@code simulate.writers} writers, who owns the playlists whose id modulo their number is its own: it gives their edits,
 * the plants of their members included, and the tracks and campaigns that these need. All writers together give every edit once.
 */
public final class Writer {
    private final Settings settings;
    private final Plan plan;
    private final int writer;
    private final long firstEpoch;
    private final OwnPlaylists own;
    private final List<Planter> planters = new ArrayList<>();
    private final List<Collectives> drawn = new ArrayList<>();
    private final BitSet named = new BitSet();
    private long nextEpoch;

    private Writer(Settings settings, Plan plan, List<Scenario> scenarios, int writer, long firstEpoch) {
        this.settings = settings;
        this.plan = plan;
        this.writer = writer;
        this.firstEpoch = firstEpoch;
        own = new OwnPlaylists(writer, settings.simulate().writers());
        for (var scenario : scenarios) {
            var collectives = Collectives.draw(scenario.settings(), plan);
            planters.addAll(collectives.planters(scenario, 0, planters.size()));
            drawn.add(collectives.forgetting());
        }
    }

    /**
     * Draws the campaigns' collectives.
     *
     * @throws chorus.config.tree.SettingsFault where a campaign finds too few playlists, or not the track that it promotes
     */
    public static Writer of(Settings settings, Plan plan, int writer) {
        return of(settings, plan, writer, 0);
    }

    /** @param firstEpoch what the plan's epoch 0 is written as, for a log that has epochs already */
    public static Writer of(Settings settings, Plan plan, int writer, long firstEpoch) {
        return of(settings, plan, List.of(Scenario.alone(settings)), writer, firstEpoch);
    }

    /**
     * The campaigns of several settings at once.
     *
     * @param settings whose campaigns and worlds do not count
     */
    public static Writer of(Settings settings, Plan plan, List<Scenario> scenarios, int writer) {
        return of(settings, plan, scenarios, writer, 0);
    }

    private static Writer of(Settings settings, Plan plan, List<Scenario> scenarios, int writer, long firstEpoch) {
        var writers = settings.simulate().writers();
        if (writer < 0 || writer >= writers) {
            throw new IllegalArgumentException("writer " + writer + ": must be one of 0…" + (writers - 1));
        }
        return new Writer(settings, plan, scenarios, writer, firstEpoch);
    }

    /**
     * Goes on under more orders than before, each of which holds from an epoch on that is not written yet.
     *
     * @param more the writer's settings, of which the first orders are as they were
     * @throws chorus.config.tree.SettingsFault where a campaign finds too few playlists, or not the track that it promotes
     */
    public void order(Settings more) {
        if (drawn.size() != 1) {
            throw new IllegalStateException("orders to " + drawn.size() + " scenarios at once");
        }
        var collectives = drawn.getFirst();
        var before = collectives.size();
        var known = planters.stream().map(Planter::campaign).toList();
        more.standing().ordered().stream()
                .filter(campaign -> !known.contains(campaign.name()))
                .forEach(campaign -> collectives.add(more, campaign));
        planters.addAll(collectives.planters(Scenario.alone(more), before, planters.size()));
        collectives.forgetting();
        planters.replaceAll(planter -> planter.under(more.standing()));
    }

    /**
     * Gives one epoch, counted as the plan counts; to be called for 0, 1, 2, … in order. First the tracks and campaigns that come
     * up in it, then the organic edits and what members plant or take back, by event time, then the mark, unless epochs go by the
     * clock. A place in a playlist is one in the twin's list as it is at that moment.
     */
    public void write(long epoch, EditSink sink) {
        if (epoch != nextEpoch || epoch >= plan.epochs()) {
            throw new IllegalArgumentException(
                    "epoch " + epoch + ": the next one is " + nextEpoch + " of " + plan.epochs());
        }
        nextEpoch++;
        var by = settings.epochs().by();
        var written = by.written(firstEpoch + epoch);
        nameTracks(epoch, sink);
        announce(epoch, sink);
        var plants = plants(epoch);
        ownEdits(epoch).forEach(edit -> {
            plantBefore(edit.eventTime(), plants, written, sink);
            own.organic(edit, written, sink);
        });
        plantBefore(Long.MAX_VALUE, plants, written, sink);
        if (by.followsPlan()) {
            var writers = settings.simulate().writers();
            sink.endEpoch(new EpochEnded(written, writer, writers, plan.endTime(epoch)));
        }
    }

    private void plantBefore(long time, Deque<Plant> plants, long written, EditSink sink) {
        while (!plants.isEmpty() && plants.getFirst().time < time) {
            var plant = plants.removeFirst();
            own.plant(plant.planter, plant.member, plant.hold, new Moment(written, plant.time), sink);
        }
    }

    private Stream<OrganicEdit> ownEdits(long epoch) {
        return plan.edits(epoch).filter(edit -> own.own(edit.playlist()));
    }

    private void nameTracks(long epoch, EditSink sink) {
        var fresh = new BitSet();
        ownEdits(epoch).forEach(edit -> {
            if (edit.change() instanceof Change.Inserted(var track, var _, var _)) {
                fresh.set(track.value());
            }
        });
        fresh.andNot(named);
        named.or(fresh);
        fresh.stream().forEach(id -> plan.track(new TrackId(id)).ifPresent(sink::track));
    }

    private void announce(long epoch, EditSink sink) {
        for (var planter : planters) {
            if (planter.collective().settings().start() == epoch - plan.campaignsFrom()) {
                for (var target : planter.told()) {
                    if (!named.get(target.id().value())) {
                        named.set(target.id().value());
                        sink.track(target);
                    }
                }
                sink.campaign(Collectives.campaign(planter, firstEpoch + plan.campaignsFrom()));
            }
        }
    }

    /** What a member is to do about one campaign in an epoch. */
    private record Plant(Planter planter, Member member, boolean hold, long time) {}

    /** In the order of time; at one time in the order of the settings. */
    private Deque<Plant> plants(long epoch) {
        var plants = new ArrayList<Plant>();
        for (var planter : planters) {
            var members = planter.collective().members();
            for (var rank = 0; rank < members.size(); rank++) {
                var member = members.get(rank);
                var holds = planter.holds(rank, epoch - plan.campaignsFrom());
                var campaign = planter.collective().settings().name();
                plants.add(new Plant(planter, member, holds, plan.actsAt(member.playlist(), epoch, campaign)));
            }
        }
        plants.sort(Comparator.comparingLong(Plant::time));
        return new ArrayDeque<>(plants);
    }
}
