package chorus.cli.live;

import chorus.config.Settings;
import chorus.explore.Catalogue;
import chorus.explore.Explorer;
import chorus.explore.Unanswered;
import chorus.run.Watch.Trained;
import chorus.serve.Asked;
import java.util.Map;
import java.util.function.Supplier;

/** The models of this process's newest generation, for whoever asks the page to continue a playlist. */
final class Exploring implements Asked {
    private final Settings settings;
    private final Explorer explorer;

    Exploring(Settings settings) {
        this.settings = settings;
        explorer = new Explorer(settings.recommend(), settings.serve().explorerPairs());
    }

    /** The book stands at the cut of the generation. */
    void keep(long generation, Trained from) {
        var book = from.book();
        var known = from.known();
        if (book.pairs() > explorer.mostPairs()) {
            // a copy would keep what the trainer has replaced
            explorer.keepNone(generation, book.pairs());
            return;
        }
        var cut = book.copy().cut(settings.heldOut(), settings.countedWorlds().names(), from.worlds(), _ -> {
            throw new IllegalStateException("models are asked for by their counts alone");
        });
        explorer.keep(generation, cut, book.pairs(), from.campaigns(), new Catalogue(known::track, known::named));
    }

    @Override
    public Reply reply(Map<String, String> parameters) {
        return answered(() -> explorer.json(
                parameters.getOrDefault("seed", ""),
                parameters.getOrDefault("recommender", ""),
                parameters.getOrDefault("limit", "")));
    }

    /** Tracks by a part of their name. */
    Reply find(Map<String, String> parameters) {
        return answered(() -> explorer.foundJson(parameters.getOrDefault("find", "")));
    }

    private static Reply answered(Supplier<String> question) {
        try {
            return Reply.json(question.get());
        } catch (Unanswered fault) {
            var line = String.valueOf(fault.getMessage());
            return switch (fault.why()) {
                case WRONG -> new Reply(400, line);
                case NOT_READY -> new Reply(503, line);
            };
        }
    }
}
