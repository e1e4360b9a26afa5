package chorus.altruism.game;

import chorus.altruism.platform.ItemWeights;
import chorus.config.AltruismSettings.Tolerance;
import chorus.config.altruism.Collective;
import chorus.config.altruism.Eta;
import chorus.ratings.Rating;
import chorus.ratings.Rating.Kind;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The altruists of one world: who of the majority is willing, takes part, and gives which rating when. Each gives her g-th rating to
 * the promoted item (j + g) mod |T|, j being her place among the willing.
 */
public final class Altruists {
    private static final int WILLING = 6;
    private static final int ALTRUISM = 10;

    private final Ground ground;
    private Collective collective;
    private final int[] willing;
    private final int[] targets;
    private final OptionalDouble eta;
    private final int[] given;
    private final boolean[] takesPart;
    private final boolean[] left;
    /** By user. */
    private final double[] best;

    private double belief;
    private long ratings;

    Altruists(Ground ground, Collective collective) {
        this(ground, collective, new double[ground.truth().majorityUsers()]);
    }

    /** @param best the best that each of the majority has had so far */
    private Altruists(Ground ground, Collective collective, double[] best) {
        this.ground = ground;
        this.collective = collective;
        this.willing = willing(ground, collective);
        this.targets = Targets.of(collective, ground.truth(), ground.chance());
        this.eta = eta(ground, collective.eta(), willing, targets);
        this.given = new int[willing.length];
        this.takesPart = new boolean[willing.length];
        this.left = new boolean[willing.length];
        this.best = best;
        this.belief = collective.belief();
    }

    private static int[] willing(Ground ground, Collective collective) {
        var majority = ground.truth().majorityUsers();
        return switch (collective.willing()) {
            case drawn ->
                IntStream.range(0, majority)
                        .filter(user -> ground.chance().uniform(WILLING, user) < collective.share())
                        .toArray();
            case first ->
                IntStream.range(0, (int) Math.round(collective.share() * majority))
                        .toArray();
        };
    }

    /** What is said of a promoted item; empty where no value works. */
    private static OptionalDouble eta(Ground ground, Eta eta, int[] willing, int[] targets) {
        return switch (eta) {
            case Eta.Value(var value) -> OptionalDouble.of(value);
            case Eta.Middle() ->
                Band.closed(ground.truth(), willing, targets, absolute(ground)).middle();
            case Eta.Bisected() ->
                Band.bisected(
                                ground.truth(),
                                willing,
                                targets,
                                ground.settings().tolerance(),
                                new ItemWeights(ground.settings().itemWeight()))
                        .middle();
        };
    }

    private static double absolute(Ground ground) {
        return switch (ground.settings().tolerance()) {
            case Tolerance.Absolute(var absolute) -> absolute;
            case Tolerance.Share(var share) -> share * ground.strength();
        };
    }

    /** What they are where an order makes them something else: the same with another end, or others who have said nothing yet. */
    Altruists turned(Collective other) {
        if (other.begin().equals(collective.begin())) {
            collective = other;
            return this;
        }
        return new Altruists(ground, other, best);
    }

    /** Lets members rate, and those who stopped take their ratings back. */
    void act(int round, Consumer<Rating> said) {
        for (var j = 0; j < willing.length; j++) {
            takesPart[j] = takesPart(j, round);
            if (takesPart[j]) {
                rate(j, round, said);
            } else if (given[j] > 0) {
                withdraw(j, round, said);
            }
        }
    }

    private boolean takesPart(int j, int round) {
        return collective.actsIn(round)
                && eta.isPresent()
                && !left[j]
                && ground.chance().uniform(ALTRUISM, willing[j]) * belief >= collective.cost();
    }

    private void rate(int j, int round, Consumer<Rating> said) {
        for (var n = 0; n < collective.pace() && given[j] < collective.actions(); n++) {
            said.accept(new Rating(round, willing[j], target(j, given[j]), eta.getAsDouble(), Kind.ALTRUISTIC));
            given[j]++;
            ratings++;
        }
    }

    private void withdraw(int j, int round, Consumer<Rating> said) {
        for (var g = 0; g < Math.min(given[j], targets.length); g++) {
            said.accept(new Rating(round, willing[j], target(j, g), 0, Kind.WITHDRAWN));
        }
        given[j] = 0;
    }

    private int target(int j, int g) {
        return targets[(int) (((long) j + g) % targets.length)];
    }

    /** Whoever had too little leaves for good. */
    void had(IntToDoubleFunction utility) {
        for (var j = 0; j < willing.length; j++) {
            left[j] |=
                    takesPart[j] && utility.applyAsDouble(willing[j]) < (1 - collective.patience()) * best[willing[j]];
        }
        for (var user = 0; user < best.length; user++) {
            best[user] = Math.max(best[user], utility.applyAsDouble(user));
        }
    }

    /** @param gain of the minority over the twin's, as a share of the most that it could have */
    void sees(int round, double gain) {
        if (collective.hasBegun(round)) {
            belief = collective.memory() * belief + (1 - collective.memory()) * gain;
        }
    }

    public boolean isMember(int user) {
        var j = Arrays.binarySearch(willing, user);
        return j >= 0 && takesPart[j];
    }

    public int members() {
        var members = 0;
        for (var part : takesPart) {
            members += part ? 1 : 0;
        }
        return members;
    }

    /** Of all ratings given so far, taken back or not. */
    public long ratings() {
        return ratings;
    }

    public double belief() {
        return belief;
    }

    public OptionalDouble eta() {
        return eta;
    }

    /** What members paid in the last round. */
    public double cost() {
        return collective.cost() * members();
    }

    /** The band of those who take part; before anybody does, of the willing. */
    public Band band(double tolerance) {
        var members = IntStream.of(willing).filter(this::isMember).toArray();
        return Band.closed(ground.truth(), members.length > 0 ? members : willing, targets, tolerance);
    }
}
