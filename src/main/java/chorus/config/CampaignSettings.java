package chorus.config;

import chorus.config.kinds.Choice;
import chorus.config.kinds.Form;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One campaign. Exactly one of {@code budget}, {@code alpha} and {@code members} is given.
 *
 * @param target what it promotes; absent: a new track of the campaign's name
 * @param members the campaign whose members it has, in the same order
 * @param join share of the members holding a plant at the end of epoch start, start+1, …
 * @param leave shares after the hold; ends with 0
 */
public record CampaignSettings(
        String name,
        Strategy strategy,
        Optional<Target> target,
        OptionalInt budget,
        OptionalDouble alpha,
        Optional<String> members,
        int start,
        List<Double> join,
        int hold,
        List<Double> leave) {

    /** Where a member puts the target in their playlist, by one insertion (B24, §3). */
    public sealed interface Strategy extends Choice {
        /** Next to an anchor: a track of the playlist, chosen by what the collective knows. */
        sealed interface Anchored extends Strategy {}

        /** Right after the playlist's track with the smallest cntT, the first on ties: a direct anchor of low frequency. */
        record DirLoF() implements Anchored {}

        /** Right before the playlist's track with the largest cntQ, the first on ties: an indirect anchor, static counts. */
        record InClust() implements Anchored {}

        /** After a uniformly drawn track: never at the front of a playlist that has any. */
        record Random() implements Strategy {}

        /** After the last track. */
        record AtTheEnd() implements Strategy {}

        /** At a fixed index, or at the end of a playlist that is shorter. */
        record InsertAt(int index) implements Strategy {
            public InsertAt {
                Range.atLeast("index", index, 0);
            }
        }
    }

    /** The promoted track. */
    public sealed interface Target extends Form {
        /** A track of its own, which nobody else has; campaigns that give it one name share it. */
        record New(String name) implements Target {
            public New {
                given("new", name);
            }
        }

        /** A track that there is. */
        record Uri(String uri) implements Target {
            public Uri {
                given("uri", uri);
            }
        }

        /** One drawn among the training playlists' tracks from rank {@code from} to rank {@code to}, from 1, at the start. */
        record Rank(int from, int to) implements Target {
            public Rank {
                if (from < 1 || to < from) {
                    throw new IllegalArgumentException(
                            "rank = [" + from + ", " + to + "]: must be the first and the last rank, 1 ≤ first ≤ last");
                }
            }
        }

        private static void given(String key, String text) {
            if (text.isBlank()) {
                throw new IllegalArgumentException(key + ": must not be empty");
            }
        }
    }

    public CampaignSettings {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: must not be empty");
        }
        if (Stream.of(budget.isPresent(), alpha.isPresent(), members.isPresent())
                        .filter(given -> given)
                        .count()
                != 1) {
            throw new IllegalArgumentException("budget, alpha, members: exactly one of them must be given");
        }
        budget.ifPresent(b -> Range.atLeast("budget", b, 0));
        alpha.ifPresent(a -> Range.share("alpha", a));
        Range.atLeast("start", start, 1);
        Range.atLeast("hold", hold, 0);
        join = List.copyOf(join);
        leave = List.copyOf(leave);
        if (join.isEmpty()) {
            throw new IllegalArgumentException("join: must name at least one share");
        }
        join.forEach(share -> Range.share("join", share));
        leave.forEach(share -> Range.share("leave", share));
    }

    /** What it promotes. */
    public Target promoted() {
        return target.orElseGet(() -> new Target.New(name));
    }

    /** The campaign for which its members are drawn: itself, or the one whose members it has. */
    public String drawnFor() {
        return members.orElse(name);
    }

    /** The first epoch in which no plant is left; {@link Long#MAX_VALUE} for a campaign that never ends. */
    public long end() {
        var last = leave.isEmpty() ? join.getLast() : leave.getLast();
        return last > 0 ? Long.MAX_VALUE : start + (long) join.size() + hold + leave.size() - 1;
    }

    /** Share of the members that hold a plant at the end of {@code epoch}. */
    public double share(long epoch) {
        var step = epoch - start;
        if (step < 0) {
            return 0;
        }
        if (step < join.size()) {
            return join.get((int) step);
        }
        var left = step - join.size() - hold;
        if (left < 0 || leave.isEmpty()) {
            return join.getLast();
        }
        return leave.get((int) Math.min(left, leave.size() - 1));
    }
}
