package chorus.config;

import chorus.config.collective.Knows;
import chorus.config.collective.Noise;
import chorus.config.collective.Target;
import chorus.config.kinds.Choice;
import chorus.config.kinds.Form;
import chorus.config.kinds.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One campaign. At least one of {@code budget}, {@code alpha} and {@code members} is given, and never both of the first two.
 *
 * @param target what it promotes; absent: a new track of the campaign's name
 * @param members the campaign whose members it has, in the same order: as many as that one, or as {@code budget} or
 *     {@code alpha} say
 * @param join share of the members holding a plant at the end of epoch start, start+1, …
 * @param leave shares after the hold; ends with 0
 * @param knowledge what the collective knows; absent: all training playlists
 * @param noise how members fall short; absent: they do not
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
        List<Double> leave,
        Optional<Knows> knowledge,
        Optional<Noise> noise) {

    private static final int MOST_LETTERS = 100;
    private static final int MOST_OF_URI = 500;
    private static final int MOST_TRACKS = 10_000;
    private static final int MOST_PLAYLISTS = 10_000_000;

    /** Where a member puts the target in their playlist, by one insertion (B24, §3). */
    public sealed interface Strategy extends Choice {
        /** Next to an anchor: a track of the playlist, chosen by what the collective knows. */
        sealed interface Anchored extends Strategy {}

        /** Right after the playlist's track with the smallest cntT, the first on ties: a direct anchor of low frequency. */
        record DirLoF() implements Anchored {}

        /** Right before the playlist's track with the largest cntQ, the first on ties: an indirect anchor, static counts. */
        record InClust() implements Anchored {}

        /**
         * The same by greedy counts: of the members' playlists that have no anchor yet the most frequent track (the lower id on
         * ties) becomes the anchor of all that hold it, and so on until each has one.
         */
        record InClustGreedy() implements Anchored {}

        /** InClust where its anchor is in at least {@code minSupport} of the members' playlists, by static counts; else DirLoF. */
        record Hybrid(Support minSupport) implements Anchored {}

        /** After a uniformly drawn track: never at the front of a playlist that has any. */
        record Random() implements Strategy {}

        /** After a track drawn among the first {@code tracks}. */
        record RandomFirst(int tracks) implements Strategy {
            public RandomFirst {
                Range.within("tracks", tracks, 1, MOST_TRACKS);
            }
        }

        /** After a track drawn among the last {@code tracks}. */
        record RandomLast(int tracks) implements Strategy {
            public RandomLast {
                Range.within("tracks", tracks, 1, MOST_TRACKS);
            }
        }

        /** After the last track. */
        record AtTheEnd() implements Strategy {}

        /** At a fixed index, or at the end of a playlist that is shorter. */
        record InsertAt(int index) implements Strategy {
            public InsertAt {
                Range.within("index", index, 0, MOST_TRACKS);
            }
        }

        /**
         * After the last track, {@code tracks} existing tracks of a scene that is not the member's own: members of big scenes lend a
         * niche scene their playlists (F25, the experiment on histories). The member of rank j adds, of the scene's tracks by plays,
         * those from j·tracks on, around.
         */
        record Altruistic(int tracks) implements Strategy {
            public Altruistic {
                Range.within("tracks", tracks, 1, 100);
            }
        }

        /**
         * Where a file says, for one's own strategy: CSV with the columns playlist and index, and perhaps epoch; index counts in the
         * twin's list when the campaign starts, and the target stands after the track before it, wherever that is by then.
         */
        record File(String file) implements Strategy {
            public File {
                Range.line("file", file, MOST_OF_URI);
            }
        }

        /** The strategy in tables: its name, with its parameter behind it, e.g. {@code Hybrid(5)}, {@code InsertAt(0)}. */
        default String label() {
            return switch (this) {
                case Hybrid(Support.Playlists(var playlists)) -> name() + "(" + playlists + ")";
                case Hybrid(Support.Share(var share)) -> name() + "(" + share + " of members)";
                case RandomFirst(var tracks) -> name() + "(" + tracks + ")";
                case RandomLast(var tracks) -> name() + "(" + tracks + ")";
                case InsertAt(var index) -> name() + "(" + index + ")";
                case Altruistic(var tracks) -> name() + "(" + tracks + ")";
                case File(var file) -> name() + "(" + file + ")";
                case DirLoF _, InClust _, InClustGreedy _, Random _, AtTheEnd _ -> name();
            };
        }
    }

    /** In how many of the members' playlists a track must stand. */
    public sealed interface Support extends Form {
        /** In so many. */
        @Form.Plain
        record Playlists(int playlists) implements Support {
            public Playlists {
                Range.within("playlists", playlists, 1, MOST_PLAYLISTS);
            }
        }

        /** In this share of them, rounded up: the form that does not change its meaning with the size of the collective. */
        record Share(double share) implements Support {
            public Share {
                Range.share("share", share);
            }
        }

        /** As a number, of {@code members} playlists. */
        default int of(int members) {
            return switch (this) {
                case Support.Playlists(var playlists) -> playlists;
                // 0.1 × 30 is a little more than 3
                case Support.Share(var share) -> (int) Math.ceil(share * members - 1e-9);
            };
        }
    }

    public CampaignSettings {
        Range.line("name", name, MOST_LETTERS);
        if (budget.isPresent() && alpha.isPresent()) {
            throw new IllegalArgumentException("budget, alpha: only one of them may be given");
        }
        if (budget.isEmpty() && alpha.isEmpty() && members.isEmpty()) {
            throw new IllegalArgumentException("budget, alpha, members: at least one of them must be given");
        }
        if (strategy instanceof Strategy.Altruistic != (target.isPresent() && target.get() instanceof Target.Scene)) {
            throw new IllegalArgumentException(
                    "strategy, target: Altruistic wants a target {scene: RANK}, and no other strategy takes one");
        }
        budget.ifPresent(b -> Range.within("budget", b, 0, MOST_PLAYLISTS));
        alpha.ifPresent(a -> Range.share("alpha", a));
        Range.within("start", start, 1, 100_000);
        Range.within("hold", hold, 0, 100_000);
        join = List.copyOf(join);
        leave = List.copyOf(leave);
        if (join.isEmpty()) {
            throw new IllegalArgumentException("join: must name at least one share");
        }
        join.forEach(share -> Range.share("join", share));
        leave.forEach(share -> Range.share("leave", share));
        if (!leave.isEmpty() && leave.getLast() != 0) {
            throw new IllegalArgumentException(
                    "leave = " + leave + ": its last share must be 0; [] is for a campaign that never ends");
        }
    }

    /** The first epoch after the hold: from then on plants are taken back. */
    public long holdsUntil() {
        return leave.isEmpty() ? Long.MAX_VALUE : start + (long) join.size() + hold;
    }

    /** Whether it says itself how many members it has. */
    public boolean isSized() {
        return budget.isPresent() || alpha.isPresent();
    }

    /** What it promotes. */
    public Target promoted() {
        return target.orElseGet(() -> new Target.New(name));
    }

    public Knows knows() {
        return knowledge.orElseGet(Knows.Full::new);
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
