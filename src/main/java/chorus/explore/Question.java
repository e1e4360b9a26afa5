package chorus.explore;

import chorus.explore.Unanswered.Why;
import java.util.Arrays;
import java.util.List;

/**
 * A playlist to be continued.
 *
 * @param seed its tracks in order, none twice
 * @param length of the lists
 */
record Question(int[] seed, int length) {
    private static final int MOST_SEEDS = 100;
    private static final int MOST_LENGTH = 100;
    private static final int USUAL_LENGTH = 20;

    /**
     * @param seed ids or URIs with commas between
     * @param limit a number, or nothing
     * @throws Unanswered in one line
     */
    static Question of(String seed, String limit, Catalogue catalogue) {
        var names = Arrays.stream(seed.split(",", -1)).map(String::strip).toList();
        if (seed.isBlank() || names.size() > MOST_SEEDS) {
            throw wrong("seed=" + shown(seed) + ": name 1…" + MOST_SEEDS + " tracks by id or URI, with commas between");
        }
        var tracks = names.stream().mapToInt(name -> track(name, catalogue)).toArray();
        if (Arrays.stream(tracks).distinct().count() < tracks.length) {
            throw wrong("seed=" + shown(seed) + ": a playlist holds no track twice");
        }
        return new Question(tracks, length(limit));
    }

    private static int track(String name, Catalogue catalogue) {
        var id = name.matches("\\d{1,9}")
                ? catalogue.track(Integer.parseInt(name)).map(track -> track.id())
                : catalogue.named(name);
        return id.orElseThrow(() -> wrong("seed: there is no track " + shown(name)))
                .value();
    }

    private static int length(String limit) {
        if (limit.isEmpty()) {
            return USUAL_LENGTH;
        }
        if (!limit.matches("\\d{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST_LENGTH) {
            throw wrong("limit=" + shown(limit) + ": must lie in 1…" + MOST_LENGTH);
        }
        return Integer.parseInt(limit);
    }

    private static Unanswered wrong(String line) {
        return new Unanswered(Why.WRONG, line);
    }

    private static String shown(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    List<Integer> tracks() {
        return Arrays.stream(seed).boxed().toList();
    }
}
