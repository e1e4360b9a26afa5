package chorus.cli.orders;

import chorus.broker.Cluster;
import chorus.broker.orders.Decisions;
import chorus.events.Simulation;
import chorus.events.Topic;
import chorus.orders.AnyOrder;
import chorus.run.orders.Words;

/**
 * How orders reach a simulation, and what becomes of them comes back.
 *
 * @param topic of orders
 * @param list the command that lists them
 * @param result in which they are decided, in a word
 */
public record Channel<O extends AnyOrder>(
        Simulation simulation, Topic<O> topic, Words<O> words, Opening decisions, String list, String result) {
    /** Opens what results say. */
    @FunctionalInterface
    public interface Opening {
        Decisions open(Cluster cluster) throws InterruptedException;
    }
}
