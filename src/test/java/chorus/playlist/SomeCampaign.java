package chorus.playlist;

import java.util.List;

/** Campaigns that do not tell who has which anchor. */
public final class SomeCampaign {
    private SomeCampaign() {}

    public static Campaign of(
            String name,
            List<TrackId> targets,
            String strategy,
            int members,
            long start,
            long end,
            List<TrackId> anchors) {
        return new Campaign(name, targets, strategy, members, start, end, anchors, List.of(), List.of());
    }
}
