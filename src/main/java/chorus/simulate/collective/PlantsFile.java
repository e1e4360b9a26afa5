package chorus.simulate.collective;

import chorus.config.tree.SettingsFault;
import chorus.playlist.PlaylistId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads where the members of a collective plant: CSV with the header {@code playlist,index} or {@code playlist,index,epoch}, a line
 * a member at most. A member without a line plants nothing. Whatever else a line may say is refused with file, line and column.
 */
final class PlantsFile {
    private static final long LAST_EPOCH = 100_000;

    private final String file;
    private final Roster roster;
    private final Map<PlaylistId, PlannedPlant> plants = new HashMap<>();
    private int columns;

    private PlantsFile(String file, Roster roster) {
        this.file = file;
        this.roster = roster;
    }

    /** @throws SettingsFault where it cannot be used */
    static Map<PlaylistId, PlannedPlant> read(String file, Roster roster) {
        var plants = new PlantsFile(file, roster);
        try (var lines = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            plants.read(lines);
        } catch (CharacterCodingException e) {
            throw new SettingsFault(file, "", "is not UTF-8 text");
        } catch (IOException e) {
            throw new SettingsFault(file, "", Files.exists(Path.of(file)) ? "cannot be read" : "there is no such file");
        }
        return Map.copyOf(plants.plants);
    }

    private void read(BufferedReader lines) throws IOException {
        var number = 1;
        header(lines.readLine());
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                plant(line, file + ":" + number);
            }
        }
    }

    private void header(@Nullable String line) {
        var header = line == null ? "" : line.replace("\uFEFF", "").replace(" ", "");
        if (!header.equals("playlist,index") && !header.equals("playlist,index,epoch")) {
            throw new SettingsFault(file + ":1", "", "must be playlist,index or playlist,index,epoch");
        }
        columns = header.equals("playlist,index") ? 2 : 3;
    }

    private void plant(String line, String at) {
        var cells = line.split(",", -1);
        if (cells.length != columns) {
            throw new SettingsFault(at, "", "has " + cells.length + " columns: must have " + columns);
        }
        var id = new PlaylistId(number(cells[0], at, "playlist", 0, Long.MAX_VALUE));
        var list = roster.contents().get(id);
        if (list == null) {
            throw new SettingsFault(
                    at,
                    "playlist = " + id.value(),
                    "must be one of the members of " + roster.settings().name()
                            + " whose playlist is there when it starts, as `chorus describe collective` shows them");
        }
        var index = (int) number(cells[1], at, "index", 0, list.tracks().length);
        var start = roster.settings().start();
        var epoch = columns == 3 && !cells[2].isBlank()
                ? OptionalLong.of(number(cells[2], at, "epoch", start, LAST_EPOCH))
                : OptionalLong.empty();
        if (plants.put(id, new PlannedPlant(index, epoch)) != null) {
            throw new SettingsFault(at, "playlist = " + id.value(), "is given twice: a member plants once");
        }
    }

    private static long number(String cell, String at, String column, long least, long most) {
        var text = cell.strip();
        if (text.matches("\\d{1,18}")) {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new SettingsFault(
                at,
                column + " = " + text,
                "must be a whole number" + (most == Long.MAX_VALUE ? "" : " in " + least + "…" + most));
    }
}
