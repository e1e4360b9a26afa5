package chorus.config.tree;

import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Nothing;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Campaigns as JSON objects, one a line. Every key of a campaign may stand there, and also those of the code of Karan, Vincent,
 * Karahalios and Sundaram (FAccT 2025): {@code targetsongs}, a list of the one track that is promoted, and the strategies'
 * names {@code random}, {@code inclust} and {@code dirlof_basic}, which is DirLoF by counts of the members' own playlists. A
 * campaign that does not say when it starts does so in epoch 1.
 */
public final class CampaignLines {
    private static final String FILE = "file";
    private static final String STRATEGY = "strategy";
    private static final String TARGET = "target";
    private static final String SONGS = "targetsongs";
    private static final String KNOWLEDGE = "knowledge";
    private static final Map<String, String> STRATEGIES =
            Map.of("random", "Random", "inclust", "InClust", "dirlof_basic", "DirLoF");

    private CampaignLines() {}

    /** The file that {@code {file: FILE.jsonl}} names in place of a list. */
    private static Scalar file(Mapping given) {
        if (given.entries().size() == 1 && given.entries().get(FILE) instanceof Scalar file) {
            return file;
        }
        throw new SettingsFault(given.at(), "campaigns", "must be a list: [ … ], or {file: FILE.jsonl}");
    }

    /** The campaigns of a file's text, each as it would be written in the list. */
    static Sequence read(String file, String text) {
        YamlTree.requireShort(file, "the file", text, YamlTree.LONGEST_PAGE);
        var lines = text.lines().toList();
        var campaigns = new ArrayList<Node>();
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                campaigns.add(campaign(file + ":" + (i + 1), lines.get(i).strip()));
            }
        }
        return new Sequence(file + ":1", campaigns);
    }

    private static Mapping campaign(String at, String line) {
        if (!line.startsWith("{") || !(YamlTree.line(at, line) instanceof Mapping campaign)) {
            throw new SettingsFault(
                    at,
                    "",
                    "a line holds one campaign: {\"name\": …, \"budget\": …, \"targetsongs\": [\"URI\"], \"strategy\": …}");
        }
        var known = strategy(songs(campaign));
        return known.entries().containsKey("start") ? known : known.with("start", new Scalar(at, "1"));
    }

    private static Mapping songs(Mapping campaign) {
        var songs = campaign.entries().get(SONGS);
        if (songs == null) {
            return campaign;
        }
        if (campaign.entries().containsKey(TARGET)) {
            throw new SettingsFault(songs.at(), SONGS, "only one of it and " + TARGET + " may be given");
        }
        if (!(songs instanceof Sequence(var at, List<Node> items))
                || items.size() != 1
                || !(items.getFirst() instanceof Scalar track)) {
            throw new SettingsFault(songs.at(), SONGS, "must be a list of one track's URI: a campaign promotes one");
        }
        var target = new Mapping(at, Map.of("uri", track));
        return campaign.without(SONGS).with(TARGET, target);
    }

    private static Mapping strategy(Mapping campaign) {
        if (!(campaign.entries().get(STRATEGY) instanceof Scalar(var at, var word)) || !STRATEGIES.containsKey(word)) {
            return campaign;
        }
        var named = campaign.with(STRATEGY, new Scalar(at, STRATEGIES.getOrDefault(word, word)));
        var known = word.equals("dirlof_basic") && !campaign.entries().containsKey(KNOWLEDGE);
        return known ? named.with(KNOWLEDGE, new Scalar(at, "own")) : named;
    }

    /** A tree whose campaigns, where they are in a file, stand in their list. */
    public static Mapping into(Mapping tree, UnaryOperator<String> texts) {
        if (!(tree.entries().getOrDefault("campaigns", new Nothing("")) instanceof Mapping given)) {
            return tree;
        }
        var file = file(given).text();
        return tree.with("campaigns", read(file, texts.apply(file)));
    }
}
