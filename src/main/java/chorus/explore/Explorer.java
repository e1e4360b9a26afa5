package chorus.explore;

import chorus.config.RecommendSettings;
import chorus.explore.Answer.Entry;
import chorus.explore.Answer.Named;
import chorus.explore.Answer.OfWorld;
import chorus.explore.Unanswered.Why;
import chorus.playlist.Campaign;
import chorus.recommend.Model;
import chorus.retrain.Cut;
import chorus.worlds.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Continues playlists by the newest generation's models. One question at a time; a run never waits for one. */
public final class Explorer {
    private final List<RecommendSettings> recommenders;
    private final long mostPairs;
    private final Semaphore turn = new Semaphore(1);
    private volatile @Nullable Shelf newest;
    private @Nullable Popular popular;
    private volatile String none = "there is no generation of this process yet; ask again when there is one";

    /** @param mostPairs of counts that models may be made of, all worlds that differ together */
    public Explorer(List<RecommendSettings> recommenders, long mostPairs) {
        this.recommenders = List.copyOf(recommenders);
        this.mostPairs = mostPairs;
    }

    /**
     * From now on questions go to this generation.
     *
     * @param cut its rows, which nobody changes any more
     * @param pairs counted in each of its worlds
     * @param campaigns that have started
     */
    public void keep(long generation, Cut cut, long pairs, List<Campaign> campaigns, Catalogue catalogue) {
        newest = new Shelf(generation, cut, pairs, campaigns, catalogue);
    }

    /** How many pair counts models may be made of. */
    public long mostPairs() {
        return mostPairs;
    }

    /** Nothing is kept of a generation whose twin alone has more counts than models may be made of. */
    public void keepNone(long generation, long pairs) {
        none = Shelf.tooLarge(generation, pairs, mostPairs);
        newest = null;
    }

    /**
     * What follows a playlist in each world.
     *
     * @param seed ids or URIs with commas between
     * @param recommender by name; empty for the first
     * @param limit how long the lists are; empty for the usual length
     * @throws Unanswered in one line
     */
    public Answer answer(String seed, String recommender, String limit) {
        var shelf = shelf();
        var chosen = chosen(recommender);
        var question = Question.of(seed, limit, shelf.catalogue());
        shelf.requireSmall(mostPairs);
        return inTurn(() -> answer(shelf, recommenders.get(chosen), question));
    }

    /**
     * Tracks whose title, artist or URI has a text in it, the most frequent ones of the twin first.
     *
     * @param text in small or capital letters; empty for the most frequent of all
     * @throws Unanswered in one line
     */
    public Found find(String text) {
        var shelf = shelf();
        shelf.requireSmall(mostPairs);
        return inTurn(() -> popular(shelf).find(text));
    }

    private Popular popular(Shelf shelf) {
        var known = popular;
        if (known == null || known.shelf().generation() != shelf.generation()) {
            known = Popular.of(shelf);
            popular = known;
        }
        return known;
    }

    private Shelf shelf() {
        var shelf = newest;
        if (shelf == null) {
            throw new Unanswered(Why.NOT_READY, none);
        }
        return shelf;
    }

    private <T> T inTurn(Supplier<T> question) {
        if (!turn.tryAcquire()) {
            throw new Unanswered(Why.NOT_READY, "another question is being answered; ask again");
        }
        try {
            return question.get();
        } finally {
            turn.release();
        }
    }

    /** What was found, as JSON. */
    public String foundJson(String text) {
        return Json.of(find(text));
    }

    /** The answer as JSON. */
    public String json(String seed, String recommender, String limit) {
        return Json.of(answer(seed, recommender, limit));
    }

    private int chosen(String recommender) {
        return IntStream.range(0, recommenders.size())
                .filter(i ->
                        recommender.isEmpty() || recommenders.get(i).label().equals(recommender))
                .findFirst()
                .orElseThrow(() -> new Unanswered(
                        Why.WRONG,
                        "recommender: must be one of "
                                + String.join(
                                        ", ",
                                        recommenders.stream()
                                                .map(RecommendSettings::label)
                                                .toList())));
    }

    private static Answer answer(Shelf shelf, RecommendSettings recommender, Question question) {
        var worlds = shelf.cut().worlds();
        var twin = shelf.model(worlds.twin(), recommender).continuation(question.seed(), question.length());
        var lists = new ArrayList<OfWorld>();
        for (var world : worlds.named()) {
            var model = shelf.model(world, recommender);
            lists.add(new OfWorld(
                    world.name(),
                    world.campaigns().stream().sorted().toList(),
                    entries(shelf, world, model, question, twin)));
        }
        var seed = question.tracks().stream()
                .map(track -> Named.of(track, shelf.catalogue()))
                .toList();
        return new Answer(shelf.generation(), recommender.label(), seed, lists);
    }

    private static List<Entry> entries(Shelf shelf, World world, Model model, Question question, int[] twin) {
        var list = model.continuation(question.seed(), question.length());
        return IntStream.range(0, list.length)
                .mapToObj(i -> new Entry(
                        i + 1,
                        Named.of(list[i], shelf.catalogue()),
                        rank(list[i], twin),
                        shelf.targetOf(list[i], world),
                        model.reasons(question.seed(), list[i])))
                .toList();
    }

    private static int rank(int track, int[] list) {
        return IntStream.range(0, list.length)
                .filter(i -> list[i] == track)
                .map(i -> i + 1)
                .findFirst()
                .orElse(0);
    }
}
