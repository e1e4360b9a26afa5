package chorus.config;

import chorus.config.collective.Target;
import chorus.playlist.Campaign;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the campaigns of a run are to each other: who has whose members, and which may meet in one world. */
final class Campaigns {
    /** An entry of a playlist knows its campaign by one byte. */
    private static final int MOST = 255;

    private Campaigns() {}

    static void check(List<CampaignSettings> campaigns) {
        if (campaigns.size() > MOST) {
            throw new IllegalArgumentException(
                    "campaigns: " + campaigns.size() + " of them; at most " + MOST + " are allowed");
        }
        checkTargets(campaigns);
        var places = new HashMap<String, Integer>();
        for (var i = 0; i < campaigns.size(); i++) {
            if (places.put(campaigns.get(i).name(), i) != null) {
                throw new IllegalArgumentException(
                        "campaigns: name " + campaigns.get(i).name() + " is given twice");
            }
        }
        for (var i = 0; i < campaigns.size(); i++) {
            checkMembers(campaigns.get(i), "campaigns[" + i + "]", campaigns);
        }
    }

    private static void checkTargets(List<CampaignSettings> campaigns) {
        var fresh = campaigns.stream()
                .map(CampaignSettings::promoted)
                .filter(Target.New.class::isInstance)
                .distinct()
                .count();
        if (fresh > Campaign.RESERVED_TARGETS) {
            throw new IllegalArgumentException("campaigns: " + fresh + " new targets; at most "
                    + Campaign.RESERVED_TARGETS + " are allowed: let campaigns share one by target: {new: NAME}");
        }
    }

    private static void checkMembers(CampaignSettings campaign, String key, List<CampaignSettings> campaigns) {
        if (campaign.members().isEmpty()) {
            return;
        }
        var name = campaign.members().get();
        var wrong = key + ".members = " + name + ": ";
        if (name.equals(campaign.name())) {
            throw new IllegalArgumentException(wrong + "must be another campaign");
        }
        var owner = campaigns.stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(wrong + "there is no such campaign; " + known(campaigns)));
        owner.members().ifPresent(third -> {
            throw new IllegalArgumentException(wrong + "has the members of " + third + " itself: name that one");
        });
        if (campaign.start() < owner.start()) {
            throw new IllegalArgumentException(key + ".start = " + campaign.start() + ": must be " + owner.start()
                    + " or more, the start of " + name + ", whose members it has");
        }
    }

    /** The first two of {@code campaigns} that may not meet in one world, and why not. */
    static Optional<String> apart(Collection<CampaignSettings> campaigns) {
        return campaigns.stream()
                .flatMap(later -> campaigns.stream()
                        .takeWhile(earlier -> !earlier.name().equals(later.name()))
                        .flatMap(earlier -> apart(earlier, later).stream()))
                .findFirst();
    }

    private static Optional<String> apart(CampaignSettings earlier, CampaignSettings later) {
        var both = earlier.name() + " and " + later.name();
        if (earlier.drawnFor().equals(later.drawnFor())) {
            var owner = earlier.drawnFor();
            return Optional.of(
                    owner.equals(earlier.name())
                            ? later.name() + " has the members of " + owner
                            : owner.equals(later.name())
                                    ? earlier.name() + " has the members of " + owner
                                    : both + " have the members of " + owner);
        }
        return sameTarget(earlier, later) ? Optional.of(both + " have one target") : Optional.empty();
    }

    /** As far as the settings tell: two ranges of ranks may come to one track all the same. */
    private static boolean sameTarget(CampaignSettings a, CampaignSettings b) {
        return a.promoted().equals(b.promoted())
                && switch (a.promoted()) {
                    case Target.New _, Target.Uri _ -> true;
                    case Target.Rank(var from, var to) -> from == to && a.start() == b.start();
                    case Target.Scene _ -> a.start() == b.start();
                };
    }

    static Set<String> names(Collection<CampaignSettings> campaigns) {
        return campaigns.stream().map(CampaignSettings::name).collect(Collectors.toSet());
    }

    /** What there is, for a line that tells of a name that is not. */
    static String known(List<CampaignSettings> campaigns) {
        return campaigns.isEmpty()
                ? "there is none"
                : "known are " + campaigns.stream().map(CampaignSettings::name).collect(Collectors.joining(", "));
    }
}
