package chorus.run;

import chorus.topology.Onlooker;
import chorus.waits.Wait;

/** What an instance of the topology waits for before it works: its share of the partitions, and then its stores. */
public final class TopologyWait implements Onlooker {
    private final Watch watch;
    private volatile String restore = "";
    private Wait wait = Wait.UNWATCHED;

    public TopologyWait(Watch watch) {
        this.watch = watch;
    }

    @Override
    public synchronized void restored(long changes, long of) {
        restore = changes < of ? "restoring stores: " + changes + " of " + of + " changes read" : "";
        wait.moved();
        watch.restored(changes, of);
    }

    @Override
    public synchronized void becomes(String state) {
        wait.close();
        wait = switch (state) {
            case "CREATED", "REBALANCING" -> watch.waits("topology", this::awaited);
            default -> Wait.UNWATCHED;
        };
    }

    private String awaited() {
        return restore.isEmpty() ? "its share of the partitions (rebalance of the group)" : restore;
    }
}
