package chorus.cli.live;

import chorus.broker.Announced;
import chorus.config.Settings;
import chorus.explore.Catalogue;
import chorus.explore.Explorer;
import chorus.explore.Unanswered;
import chorus.playlist.Campaign;
import chorus.retrain.RowBook;
import chorus.serve.Asked;
import java.util.List;
import java.util.Map;

/** The models of this process's newest generation, for whoever asks the page to continue a playlist. */
final class Exploring implements Asked {
    private final Settings settings;
    private final Explorer explorer;

    Exploring(Settings settings) {
        this.settings = settings;
        explorer = new Explorer(settings.recommend(), settings.serve().explorerPairs());
    }

    /** @param book stands at the cut of the generation */
    void keep(long generation, RowBook book, List<Campaign> campaigns, Announced known) {
        if (book.pairs() > explorer.mostPairs()) {
            // a copy would keep what the trainer has replaced
            explorer.keepNone(generation, book.pairs());
            return;
        }
        var cut = book.copy().cut(settings.heldOut(), settings.allWorlds(), _ -> {
            throw new IllegalStateException("models are asked for by their counts alone");
        });
        explorer.keep(generation, cut, book.pairs(), campaigns, new Catalogue(known::track, known::named));
    }

    @Override
    public Reply reply(Map<String, String> parameters) {
        try {
            return Reply.json(explorer.json(
                    parameters.getOrDefault("seed", ""),
                    parameters.getOrDefault("recommender", ""),
                    parameters.getOrDefault("limit", "")));
        } catch (Unanswered fault) {
            var line = String.valueOf(fault.getMessage());
            return switch (fault.why()) {
                case WRONG -> new Reply(400, line);
                case NOT_READY -> new Reply(503, line);
            };
        }
    }
}
