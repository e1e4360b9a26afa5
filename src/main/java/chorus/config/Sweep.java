package chorus.config;

import chorus.config.tree.Node;
import chorus.config.tree.Node.Mapping;
import chorus.config.tree.Node.Nothing;
import chorus.config.tree.Node.Scalar;
import chorus.config.tree.Node.Sequence;
import chorus.config.tree.SetOption;
import chorus.config.tree.SettingsFault;
import chorus.config.tree.YamlTree;
import chorus.config.words.Words;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settings that are run several times with some keys varied: a settings file with one more key, {@code sweep}, which maps paths
 * of settings to lists of values. Every combination is one variant; without {@code sweep} there is one.
 *
 * @param keys the varied paths, as written
 * @param variants the last key varies fastest
 * @param told at which generations it is told what variants come to
 * @param words what the file's part {@code report} says
 */
public record Sweep(List<String> keys, List<Variant> variants, Told told, Words words) {
    private static final String KEY = "sweep";
    private static final String REPORT = "report";
    private static final String GENERATIONS = "generations";

    /** What a report has where its file does not say it. */
    private static final Mapping SAID = YamlTree.file("reference.yaml", "{figures: []}");

    /** Each variant is a run of its own: a day's work, if it takes nine seconds. */
    private static final BigInteger MOST = BigInteger.valueOf(10_000);

    public Sweep {
        keys = List.copyOf(keys);
        variants = List.copyOf(variants);
    }

    public Sweep(List<String> keys, List<Variant> variants) {
        this(keys, variants, Told.deciding, Words.NONE);
    }

    /** The file's key {@code generations}: at which it is told what variants come to. */
    public enum Told {
        /** The one at which all members of a campaign hold. */
        deciding,
        /** At every one, too: a course over time. */
        all
    }

    /**
     * One combination.
     *
     * @param values as written, parallel to the sweep's keys
     */
    public record Variant(List<String> values, Settings settings) {
        public Variant {
            values = List.copyOf(values);
        }
    }

    /** The sweep of a file, every variant with {@code overrides} of the form key.path=value, which may name no varied key. */
    public static Sweep load(Path file, List<String> overrides) {
        return load(file, Optional.empty(), overrides);
    }

    /** The same, every variant with the orders of a file, where one is given. */
    public static Sweep load(Path file, Optional<Path> orders, List<String> overrides) {
        return under(file.toString(), SettingsLoader.read(file), SettingsLoader.options(orders, overrides));
    }

    /** The same of altruists, every variant with the orders of a file, where one is given. */
    public static Sweep altruists(Path file, Optional<Path> orders, List<String> overrides) {
        return under(file.toString(), SettingsLoader.read(file), SettingsLoader.altruismOptions(orders, overrides));
    }

    static Sweep load(String name, String text, List<String> overrides) {
        return under(name, text, SettingsLoader.options(overrides));
    }

    private static Sweep under(String name, String text, List<SetOption> options) {
        var page = YamlTree.file(name, text);
        var sweep = page.entries().getOrDefault(KEY, new Nothing(name));
        var axes = axes(sweep);
        for (var axis : axes) {
            options.stream()
                    .filter(option -> option.meets(axis.options().getFirst()))
                    .forEach(option -> {
                        throw new SettingsFault(option.at(), axis.key(), "is varied by the file's sweep");
                    });
        }
        var variants = combinations(sweep, axes).stream()
                .map(choice -> variant(page.without(KEY).without(REPORT).without(GENERATIONS), options, choice))
                .toList();
        return new Sweep(axes.stream().map(Axis::key).toList(), variants, told(page), words(page));
    }

    private static Told told(Mapping page) {
        var node = page.entries().getOrDefault(GENERATIONS, new Nothing(page.at()));
        return switch (node) {
            case Nothing _ -> Told.deciding;
            case Scalar scalar ->
                Arrays.stream(Told.values())
                        .filter(each -> each.name().equals(scalar.text()))
                        .findFirst()
                        .orElseThrow(() -> new SettingsFault(
                                scalar.at(), GENERATIONS + " = " + scalar.text(), "must be one of deciding, all"));
            case Mapping _, Sequence _ ->
                throw new SettingsFault(node.at(), GENERATIONS, "must be one of deciding, all");
        };
    }

    private static Words words(Mapping page) {
        return switch (page.entries().getOrDefault(REPORT, new Nothing(page.at()))) {
            case Nothing _ -> Words.NONE;
            case Mapping said -> Binding.read(Words.class, SAID.under(said), REPORT);
            case Scalar other -> throw new SettingsFault(other.at(), REPORT, "must hold title, about and figures");
            case Sequence other -> throw new SettingsFault(other.at(), REPORT, "must hold title, about and figures");
        };
    }

    /** A varied key and what each of its values puts there. */
    private record Axis(String key, List<SetOption> options) {}

    private static List<Axis> axes(Node sweep) {
        return switch (sweep) {
            case Nothing _ -> List.of();
            case Mapping mapping ->
                mapping.entries().entrySet().stream()
                        .map(entry -> axis(entry.getKey(), entry.getValue()))
                        .toList();
            case Scalar _, Sequence _ ->
                throw new SettingsFault(sweep.at(), KEY, "must hold lines of key.path: [values]");
        };
    }

    private static Axis axis(String key, Node values) {
        if (!(values instanceof Sequence list) || list.items().isEmpty()) {
            throw new SettingsFault(values.at(), KEY + ": " + key, "must be a list of values: [ … ]");
        }
        return new Axis(
                key, list.items().stream().map(item -> SetOption.of(key, item)).toList());
    }

    private static List<List<SetOption>> combinations(Node sweep, List<Axis> axes) {
        var product = axes.stream()
                .map(axis -> BigInteger.valueOf(axis.options().size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        if (product.compareTo(MOST) > 0) {
            throw new SettingsFault(sweep.at(), KEY, product + " combinations: at most " + MOST + " are allowed");
        }
        List<List<SetOption>> combinations = List.of(List.of());
        for (var axis : axes) {
            var longer = new ArrayList<List<SetOption>>();
            for (var combination : combinations) {
                for (var option : axis.options()) {
                    var with = new ArrayList<>(combination);
                    with.add(option);
                    longer.add(with);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static Variant variant(Mapping page, List<SetOption> options, List<SetOption> choice) {
        var all = new ArrayList<>(options);
        all.addAll(choice);
        var values = choice.stream().map(option -> text(option.value())).toList();
        return new Variant(values, SettingsLoader.load(page, all));
    }

    private static String text(Node value) {
        return switch (value) {
            case Scalar scalar -> scalar.text();
            case Nothing _ -> "";
            case Sequence list -> list.items().stream().map(Sweep::text).collect(Collectors.joining(", ", "[", "]"));
            case Mapping mapping ->
                mapping.entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
