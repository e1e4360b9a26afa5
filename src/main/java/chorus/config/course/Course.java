package chorus.config.course;

import chorus.config.CampaignSettings;
import chorus.config.Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The settings that decide what a run comes to. A run goes on with those it began with, or with more epochs. */
public final class Course {
    /** Sections and keys of a run of playlists; what is not below one of them may be another each time. */
    public static final List<String> OF_PLAYLISTS = List.of(
            "randomSeed",
            "simulate",
            "replay.fillEpochs",
            "campaigns",
            "worlds",
            "spareWorlds",
            "orders",
            "epochs.by",
            "state",
            "evaluate",
            "recommend",
            "kafka.partitions");

    /** The same of a run of ratings; rounds are among them, as a round belongs to all that follow. */
    public static final List<String> OF_RATINGS =
            List.of("randomSeed", "simulate.writers", "altruism", "kafka.partitions");

    private static final String LENGTH = "simulate.epochs";
    private static final int SHOWN = 3;

    private Course() {}

    /**
     * Why a run that began with one course cannot go on with another: the settings that differ, with both values, in one line;
     * empty where it can.
     *
     * @param there of the run
     * @param here with which it is to go on
     * @param deciding {@link #OF_PLAYLISTS} or {@link #OF_RATINGS}
     */
    public static Optional<String> apart(Settings there, Settings here, List<String> deciding) {
        var before = Leaves.of(there);
        var now = Leaves.of(here);
        var keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(now.keySet());
        var sameWorlds = there.allWorlds().equals(here.allWorlds());
        var differences = keys.stream()
                .filter(key -> deciding.stream().anyMatch(section -> under(key, section))
                        && !key.equals(LENGTH)
                        && !(sameWorlds && under(key, "worlds")))
                .filter(key -> !before.getOrDefault(key, "").equals(now.getOrDefault(key, "")))
                .map(key -> difference(key, before.getOrDefault(key, "(none)"), now.getOrDefault(key, "(none)")))
                .toList();
        if (!differences.isEmpty()) {
            return Optional.of(shown(differences));
        }
        return deciding.contains("simulate") ? length(there, here) : Optional.empty();
    }

    private static boolean under(String key, String section) {
        return key.equals(section) || key.startsWith(section + ".") || key.startsWith(section + "[");
    }

    private static String difference(String key, String there, String here) {
        return key + " = " + there + " there, " + here + " here";
    }

    private static String shown(List<String> differences) {
        var more = differences.size() - SHOWN;
        return differences.stream().limit(SHOWN).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    /** A run may be given more epochs, unless it would have been another from the start. */
    private static Optional<String> length(Settings there, Settings here) {
        var had = there.simulate().epochs();
        var wanted = here.simulate().epochs();
        var told = difference(LENGTH, Integer.toString(had), Integer.toString(wanted));
        if (wanted < had) {
            return Optional.of(told + ", and a run can be given more epochs, but no fewer");
        }
        var begun = here.allCampaigns().stream().anyMatch(campaign -> campaign.start() <= had);
        var late = firstBetween(here, had, wanted);
        return begun && late.isPresent()
                ? Optional.of(told + ", but a campaign starts in epoch " + late.getAsInt()
                        + ": drawn with the others from the start it could have changed their members, so "
                        + (late.getAsInt() - 1) + " is the most here")
                : Optional.empty();
    }

    private static OptionalInt firstBetween(Settings settings, int had, int wanted) {
        return settings.allCampaigns().stream()
                .mapToInt(CampaignSettings::start)
                .filter(start -> start > had && start <= wanted)
                .min();
    }
}
