package chorus.config;

import chorus.config.altruism.AltruismOrder;
import chorus.config.tree.CampaignLines;
import chorus.config.tree.Node;
import chorus.config.tree.Node.Mapping;
import chorus.config.tree.SetOption;
import chorus.config.tree.SettingsFault;
import chorus.config.tree.YamlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where settings come from: {@code reference.yaml}, then a file, then {@code --set} overrides, each over the one before. */
public final class SettingsLoader {
    /** No character of UTF-8 has more than four. */
    private static final long MOST_BYTES = 4L * YamlTree.LONGEST_PAGE;

    private static final String ORDERS = "orders";
    private static final String ALTRUISM_ORDERS = "altruism.orders";

    private SettingsLoader() {}

    /** The settings of {@code file} (or of the reference alone) with {@code overrides} of the form key.path=value. */
    public static Settings load(Optional<Path> file, List<String> overrides) {
        return load(file, Optional.empty(), overrides);
    }

    /** The same; the list of orders is that of the file {@code orders}, where one is given. */
    public static Settings load(Optional<Path> file, Optional<Path> orders, List<String> overrides) {
        return load(page(file), options(ORDERS, orders, overrides));
    }

    private static Mapping page(Optional<Path> file) {
        return file.map(path -> YamlTree.file(path.toString(), read(path))).orElseGet(() -> YamlTree.file("none", ""));
    }

    /** The same; the list of orders about altruists is that of the file {@code orders}, where one is given. */
    public static Settings altruists(Optional<Path> file, Optional<Path> orders, List<String> overrides) {
        return load(page(file), options(ALTRUISM_ORDERS, orders, overrides));
    }

    /** Those of the demo without orders. */
    public static Settings demo(List<String> overrides) {
        return demo(Optional.empty(), overrides);
    }

    /** The settings of the demo: four placements of one song by the same members, each in a world of its own. */
    public static Settings demo(Optional<Path> orders, List<String> overrides) {
        return load(YamlTree.file("demo.yaml", resource("demo.yaml")), options(ORDERS, orders, overrides));
    }

    /** The reference page as text: every setting with its default and its meaning. */
    public static String reference() {
        return resource("reference.yaml");
    }

    static Settings load(String name, String text, List<String> overrides) {
        return load(YamlTree.file(name, text), options(overrides));
    }

    static Settings load(Mapping page, List<SetOption> options) {
        var tree = listed(YamlTree.file("reference.yaml", reference()).under(page));
        for (var option : options) {
            tree = listed(option.onto(tree));
        }
        return Binding.read(Settings.class, tree, "");
    }

    /** With campaigns that a file holds in their list, so that options reach them there. */
    private static Mapping listed(Mapping tree) {
        return CampaignLines.into(tree, file -> read(Path.of(file)));
    }

    /**
     * A record of settings other than {@link Settings}: {@code defaults}, then {@code file}, then {@code overrides}. A component
     * of type {@link Settings} begins with the reference page.
     */
    public static <R extends Record> R load(Class<R> type, String defaults, Path file, List<String> overrides) {
        var tree = withReference(type, YamlTree.file("reference.yaml", defaults))
                .under(YamlTree.file(file.toString(), read(file)));
        for (var override : overrides) {
            tree = SetOption.parse(override).onto(tree);
        }
        return Binding.read(type, tree, "");
    }

    private static Mapping withReference(Class<? extends Record> type, Mapping defaults) {
        var reference = new LinkedHashMap<String, Node>();
        for (var part : type.getRecordComponents()) {
            if (part.getType() == Settings.class) {
                reference.put(part.getName(), YamlTree.file("reference.yaml", reference()));
            }
        }
        return new Mapping("reference.yaml", reference).under(defaults);
    }

    static List<SetOption> options(List<String> overrides) {
        return overrides.stream().map(SetOption::parse).toList();
    }

    /** @param key of the settings that the file of orders is for */
    private static List<SetOption> options(String key, Optional<Path> orders, List<String> overrides) {
        return Stream.concat(orders.map(file -> orders(key, file)).stream(), options(overrides).stream())
                .toList();
    }

    static List<SetOption> options(Optional<Path> orders, List<String> overrides) {
        return options(ORDERS, orders, overrides);
    }

    static List<SetOption> altruismOptions(Optional<Path> orders, List<String> overrides) {
        return options(ALTRUISM_ORDERS, orders, overrides);
    }

    /**
     * An order, of which some may have been left out that have defaults.
     *
     * @param name where the page comes from, for faults
     */
    public static OrderSettings order(String name, String page) {
        return order(YamlTree.file(name, page));
    }

    public static OrderSettings order(Mapping page) {
        return Binding.item(OrderSettings.class, page);
    }

    /** An order about altruists. */
    public static AltruismOrder altruismOrder(String name, String page) {
        return altruismOrder(YamlTree.file(name, page));
    }

    public static AltruismOrder altruismOrder(Mapping page) {
        return Binding.item(AltruismOrder.class, page);
    }

    /** A file of orders is a page with nothing but their list. */
    private static SetOption orders(String key, Path file) {
        var page = YamlTree.file(file.toString(), read(file));
        var list = page.entries().get(ORDERS);
        if (list == null || page.entries().size() != 1) {
            throw new SettingsFault(
                    page.at(), "", "a file of orders holds one key, orders: a list, as orders.yaml of a run does");
        }
        return SetOption.of(key, list);
    }

    static String read(Path file) {
        try {
            var size = Files.isRegularFile(file) ? Files.size(file) : 0;
            if (size > MOST_BYTES) {
                throw new SettingsFault(
                        file.toString(), "", "has " + size + " bytes: at most " + MOST_BYTES + " are allowed");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new SettingsFault(file.toString(), "", "is not UTF-8 text");
        } catch (IOException e) {
            throw new SettingsFault(
                    file.toString(), "", Files.exists(file) ? "cannot be read" : "there is no such file");
        }
    }

    private static String resource(String name) {
        try (var stream = SettingsLoader.class.getResourceAsStream("/chorus/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("chorus/" + name + " is missing in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
