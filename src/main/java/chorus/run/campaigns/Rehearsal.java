package chorus.run.campaigns;

import chorus.config.OrderSettings;
import chorus.config.OrderSettings.Order;
import chorus.config.Settings;
import chorus.simulate.Collectives;
import chorus.simulate.Plan;

/**
 * Orders before anybody takes them, to be decided or only looked at: from which epoch they would hold, and whether writers could draw
 * them.
 *
 * @param initial the settings with which the run began
 * @param epoch from which they would hold, counted as the starts of campaigns are
 */
public record Rehearsal(Settings initial, Plan plan, int epoch) {

    /**
     * That of orders which a generation would tell of.
     *
     * @throws IllegalArgumentException where none can hold
     */
    public static Rehearsal of(Settings initial, Standpoint at, long generation) {
        var epochs = initial.epochs();
        if (!epochs.by().followsPlan()) {
            throw new IllegalArgumentException(
                    "epochs.by = " + epochs.by() + ": orders are taken where epochs are the simulator's");
        }
        var plan = at.plan()
                .orElseThrow(() -> new IllegalArgumentException("this run takes none: its edits follow no plan"));
        var epoch = Math.max(1, generation + epochs.lag() - at.from());
        if (epoch > plan.epochs() - 1 - plan.campaignsFrom()) {
            throw new IllegalArgumentException(
                    "it could hold from epoch " + (at.from() + epoch) + " on, and the run ends before");
        }
        return new Rehearsal(initial, plan, (int) epoch);
    }

    /**
     * The settings {@code now} with one more order.
     *
     * @throws chorus.config.tree.SettingsFault where writers could not draw it
     * @throws IllegalArgumentException where it cannot be in this run
     */
    public Settings with(Settings now, Order order) {
        var more = now.ordered(new OrderSettings(epoch, order));
        switch (order) {
            case Order.Start _ -> Collectives.rosters(more, plan);
            case Order.AddWorld(var world) -> {
                if (more.allWorlds().size() > initial.countedWorlds().size()) {
                    throw new IllegalArgumentException("world = " + world + ": no world is spare; spareWorlds = "
                            + initial.spareWorlds() + " in the settings of the run");
                }
            }
            case Order.End _ -> {}
        }
        return more;
    }
}
