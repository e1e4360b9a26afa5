package chorus.chaos;

import chorus.run.Lag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A planned kill that waits for its moment. */
final class Aim implements AutoCloseable {
    /** A moment that does not come within this time is not waited for any longer. */
    private static final long PATIENCE_MS = 20_000;
    /** The same before the first generation: processes have to start first, and one moment of the fill comes for sure. */
    private static final long PATIENCE_AT_FIRST_MS = 90_000;

    private final Strike strike;
    private final Stage stage;
    private final String prefix;
    private final long since = System.nanoTime();
    private final long generations;
    private @Nullable Lag lag;

    Aim(Strike strike, Stage stage, String prefix) {
        this.strike = strike;
        this.stage = stage;
        this.prefix = prefix;
        this.generations = stage.generations();
    }

    Strike strike() {
        return strike;
    }

    /** The moment, in words, once it has come. */
    Optional<String> come() throws InterruptedException {
        var elapsed = (System.nanoTime() - since) / 1_000_000;
        var now = stage.generations();
        var moment = strike.moment().after(now);
        var come =
                switch (moment) {
                    case ANY -> elapsed >= strike.after();
                    case GENERATION -> now > generations;
                    case FILLING, COUNTING, CLOSING -> isOpen(moment);
                };
        if (!come && elapsed > (now == 0 ? PATIENCE_AT_FIRST_MS : PATIENCE_MS)) {
            return Optional.of(Moment.ANY.told());
        }
        return come ? Optional.of(moment.told()) : Optional.empty();
    }

    private boolean isOpen(Moment moment) throws InterruptedException {
        var seen = lag();
        return seen.isPresent() && moment.isNow(seen.get());
    }

    private Optional<Lag> lag() {
        if (lag == null) {
            stage.ground().place().ifPresent(place -> lag = Lag.at(place.bootstrap(), prefix));
        }
        return Optional.ofNullable(lag);
    }

    @Override
    public void close() {
        if (lag != null) {
            lag.close();
        }
    }
}
