package chorus.cli.live;

import chorus.config.OrderSettings;
import chorus.config.OrderSettings.Order;
import chorus.config.Settings;
import chorus.page.OrderSheet;
import chorus.playlist.Track;
import chorus.run.campaigns.Rehearsal;
import chorus.simulate.Examples;
import chorus.simulate.Examples.Planted;
import chorus.simulate.Plan;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a campaign would plant where, if it were ordered now: the first of its members. */
final class Preview {
    private static final int EXAMPLES = 5;

    private Preview() {}

    /**
     * As JSON.
     *
     * @param now the settings with all that was ordered before it
     * @throws chorus.config.tree.SettingsFault where writers could not draw it
     * @throws IllegalArgumentException where it cannot be in this run
     */
    static String of(Settings now, Rehearsal rehearsal, Order order) {
        var more = now.ordered(new OrderSettings(rehearsal.epoch(), order));
        var plan = rehearsal.plan();
        var examples = Examples.of(more, plan, EXAMPLES);
        var tree = new LinkedHashMap<String, Object>();
        tree.put("campaign", order.subject());
        tree.put("world", more.standing().placeOf(order.subject()).orElse(""));
        tree.put("epoch", rehearsal.epoch());
        tree.put("members", examples.members());
        tree.put("targets", examples.targets().stream().map(Preview::track).toList());
        tree.put(
                "examples",
                examples.playlists().stream().map(each -> playlist(plan, each)).toList());
        return OrderSheet.told(tree);
    }

    private static Map<String, Object> playlist(Plan plan, Planted planted) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("playlist", planted.playlist().value());
        tree.put("index", planted.index());
        tree.put(
                "tracks",
                planted.tracks().stream()
                        .map(id -> plan.track(id).map(Preview::track).orElseGet(() -> Map.of("track", id.value())))
                        .toList());
        return tree;
    }

    private static Map<String, Object> track(Track track) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("track", track.id().value());
        tree.put("title", track.title());
        tree.put("artist", track.artistName());
        return tree;
    }
}
