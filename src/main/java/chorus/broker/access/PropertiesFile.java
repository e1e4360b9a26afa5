package chorus.broker.access;

import chorus.config.tree.SettingsFault;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;

/** A {@code .properties} file, each key with the line that it stands in. Its faults never show a value. */
final class PropertiesFile {
    private PropertiesFile() {}

    /** One key; {@code at} is {@code file:line}. */
    record Entry(String at, String key, String value) {
        @Override
        public String toString() {
            return at + ": " + key;
        }
    }

    /**
     * Its entries in their order.
     *
     * @throws SettingsFault where it cannot be read, a line is none of a properties file, or a key comes twice
     */
    static List<Entry> read(Path file) {
        var entries = new ArrayList<Entry>();
        var places = new HashMap<String, String>();
        var lines = lines(file);
        for (var number = 0; number < lines.size(); number++) {
            var first = number;
            var line = new StringBuilder(lines.get(number));
            while (!isComment(lines.get(first)) && goesOn(line) && number + 1 < lines.size()) {
                line.append('\n').append(lines.get(++number));
            }
            entry(file + ":" + (first + 1), line.toString()).forEach(entry -> {
                var before = places.put(entry.key(), entry.at());
                if (before != null) {
                    throw new SettingsFault(entry.at(), entry.key(), "is given before, at " + before);
                }
                entries.add(entry);
            });
        }
        return entries;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SettingsFault(
                    file.toString(), "", Files.exists(file) ? "cannot be read as UTF-8 text" : "there is no such file");
        }
    }

    private static boolean isComment(String line) {
        var text = line.stripLeading();
        return text.startsWith("#") || text.startsWith("!");
    }

    /** By an odd number of backslashes at its end. */
    private static boolean goesOn(CharSequence line) {
        var backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static List<Entry> entry(String at, String line) {
        var one = new Properties();
        try {
            one.load(new StringReader(line));
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsFault(at, "", "after \\u must come four hexadecimal digits, as in any .properties file");
        }
        return one.stringPropertyNames().stream()
                .map(key -> new Entry(at, key, one.getProperty(key).strip()))
                .toList();
    }
}
