package chorus.run.outage;

import chorus.broker.BrokerFault;
import java.util.function.BooleanSupplier;

/** Asks brokers that do not answer again, for as long as a run goes: they may be back. That they are away, {@link Heartbeat} tells. */
public final class Outlast {
    private Outlast() {}

    /** Something that is asked of brokers. */
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws InterruptedException;
    }

    /**
     * The answer, when it comes.
     *
     * @throws BrokerFault.Unreachable where nobody has answered and {@code stop} says that nobody waits for it any more, or where
     *     asking again would not help
     */
    public static <T> T silence(Question<T> question, BooleanSupplier stop) throws InterruptedException {
        while (true) {
            try {
                return question.ask();
            } catch (BrokerFault.Unreachable silent) {
                if (!silent.mayComeBack() || stop.getAsBoolean()) {
                    throw silent;
                }
            }
        }
    }
}
