package chorus.run.ratings;

import chorus.altruism.game.Crowd;
import chorus.broker.ratings.RatingSink;
import chorus.broker.ratings.RoundLog;
import chorus.broker.ratings.WrittenRatings;
import chorus.broker.refused.Refusals;
import chorus.ratings.Rating;
import chorus.ratings.RoundEnded;
import chorus.ratings.Said;
import chorus.run.Stop;
import chorus.run.orders.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * One writer at work: gives what its users say, round by round, in lock-step with what rounds come to. It follows the users of all
 * worlds and writes those that are its own; what the log holds already is not written again, so one that was killed simply begins anew.
 */
public final class RatingWriter {
    private static final int TELL_EVERY = 1000;

    private final RatingSite site;
    private final int number;
    private final int writers;
    private final Stop stop;
    private final Crowd crowd;
    private final List<String> worlds;
    private final int[] sequences;
    private List<Consumed> consumed = List.of();
    private long given;

    /** What was consumed in the round before, and in which world. */
    private record Consumed(Rating rating, String world) {}

    /** @param number of the writer, from 0 */
    public RatingWriter(RatingSite site, int number, Stop stop) {
        this.site = site;
        this.number = number;
        this.stop = stop;
        writers = site.rules().writers();
        crowd = site.crowd();
        worlds = site.shape().worlds();
        sequences = new int[site.shape().users()];
    }

    /** Writes everything that this writer has to say; returns early when a stop is asked for. */
    public void write() throws InterruptedException {
        var cluster = site.site().cluster();
        var written = WrittenRatings.scan(cluster, site.rules());
        try (var rounds = RoundLog.open(cluster, site.shape(), Refusals.PASSED_OVER);
                var sink = RatingSink.open(cluster, written)) {
            var heard = new Heard<>(site.settings(), AltruistCourt::further);
            for (var round = 0; round < site.settings().rounds(); round++) {
                if (!followed(round - 1, rounds)) {
                    return;
                }
                heard.news(rounds.orders(), round).ifPresent(now -> crowd.know(now.allWorlds()));
                write(round, sink);
                if (round > written.lastComplete()) {
                    site.site().watch().ended(round);
                }
            }
        } catch (CancellationException stopped) {
            if (!stop.asked()) {
                throw stopped;
            }
        }
    }

    private void write(int round, RatingSink sink) {
        var part = "writer " + number;
        try (var wait = site.site().watch().waits(part, () -> "the brokers to take the ratings of round " + round)) {
            consumed.forEach(rating -> say(rating.rating(), rating.world(), sink));
            consumed = List.of();
            crowd.explore(round, rating -> say(rating, null, sink));
            for (var world = 0; world < worlds.size(); world++) {
                var name = worlds.get(world);
                crowd.act(world, round, rating -> say(rating, name, sink));
            }
            wait.moved();
            sink.end(new RoundEnded(round, number, writers));
            tell();
        }
    }

    /** Waits for what a round comes to, and lets users have it; false where a stop came first. */
    private boolean followed(int round, RoundLog rounds) throws InterruptedException {
        if (round < 0) {
            return !stop.asked();
        }
        try (var wait = site.site().watch().waits("writer " + number, () -> "round " + round + " to be published")) {
            if (!rounds.await(round, stop::asked)) {
                return false;
            }
            wait.moved();
        }
        var picks = rounds.takePicks(round);
        crowd.had(round, picks);
        var all = new ArrayList<Consumed>();
        for (var world = 0; world < worlds.size(); world++) {
            var name = worlds.get(world);
            crowd.consume(round + 1, picks.get(world), rating -> all.add(new Consumed(rating, name)));
        }
        consumed = all;
        return true;
    }

    private void say(Rating rating, @Nullable String world, RatingSink sink) {
        if (stop.asked()) {
            throw new CancellationException("stopped in the middle of a round");
        }
        var user = rating.user();
        var sequence = ++sequences[user];
        if (user % writers == number) {
            sink.said(new Said(rating, sequence, world));
            given++;
            if (given % TELL_EVERY == 0) {
                tell();
            }
        }
    }

    private void tell() {
        site.site().watch().wrote(number, given, expected());
    }

    /** What all writers together give, but for what altruists say. */
    private long expected() {
        var settings = site.settings();
        var users = (long) settings.users();
        return site.ground().consumptionIsTold()
                ? users * settings.explore() * settings.rounds() + users * worlds.size() * (settings.rounds() - 1)
                : users * settings.items();
    }
}
