package chorus.altruism.truth;

import chorus.config.AltruismSettings;
import chorus.config.tree.SettingsFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A truth out of a file: lines {@code user,item,value}, after a header of these words where there is one; other pairs are worth 0. */
public final class TruthFile {
    private static final Pattern LINE = Pattern.compile("(\\d{1,9}),(\\d{1,9}),(\\d{1,9}(?:\\.\\d{1,30})?)");
    private static final String HEADER = "user,item,value";

    private final Path file;
    private final double[][] values;

    private TruthFile(Path file, AltruismSettings settings) {
        this.file = file;
        this.values = new double[settings.users()][settings.items()];
    }

    /** @throws SettingsFault where the file is none of the settings' users and items, in one line */
    public static Truth read(Path file, AltruismSettings settings) {
        var truth = new TruthFile(file, settings);
        if (!Files.isRegularFile(file)) {
            throw new SettingsFault("altruism.truth: " + file + ": there is no such file");
        }
        try (var lines = Files.newBufferedReader(file)) {
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                truth.line(++number, line.strip());
            }
        } catch (CharacterCodingException e) {
            throw new SettingsFault(file + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return new Truth(
                truth.values, settings.users() - settings.minorityUsers(), settings.items() - settings.minorityItems());
    }

    private void line(int number, String line) {
        if (line.isEmpty() || number == 1 && line.equals(HEADER)) {
            return;
        }
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw fault(number, "must read user,item,value: whole numbers from 0 on, and a number of at least 0");
        }
        var user = Integer.parseInt(parts.group(1));
        var item = Integer.parseInt(parts.group(2));
        if (user >= values.length) {
            throw fault(number, "user " + user + ": must lie in 0…" + (values.length - 1) + ", as altruism.users says");
        }
        if (item >= values[user].length) {
            throw fault(
                    number,
                    "item " + item + ": must lie in 0…" + (values[user].length - 1) + ", as altruism.items says");
        }
        values[user][item] = Double.parseDouble(parts.group(3));
    }

    private SettingsFault fault(int number, String why) {
        return new SettingsFault(file + ":" + number + ": " + why);
    }
}
