package chorus.state.edits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers, from 1, under which entries of one partition tell campaigns apart: in the order in which their first edits applied. */
final class CampaignNumbers {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The number of a campaign, or the one that it would get. */
    int of(String name) {
        return numbers.getOrDefault(name, names.size() + 1);
    }

    /** Gives a campaign its number, if it has none yet. */
    void note(String name) {
        if (numbers.putIfAbsent(name, names.size() + 1) == null) {
            names.add(name);
        }
    }

    int size() {
        return names.size();
    }

    /** What is given by number less one, by name; nothing where it is 0. */
    Map<String, Long> named(long[] byNumber) {
        var named = new HashMap<String, Long>();
        for (var i = 0; i < byNumber.length; i++) {
            if (byNumber[i] != 0) {
                named.put(names.get(i), byNumber[i]);
            }
        }
        return named;
    }

    /** Bytes that {@link #write} takes. */
    int bytes() {
        return 4 + names.stream().mapToInt(name -> 4 + utf8(name).length).sum();
    }

    void write(ByteBuffer out) {
        out.putInt(names.size());
        names.forEach(name -> out.putInt(utf8(name).length).put(utf8(name)));
    }

    static CampaignNumbers read(ByteBuffer in) {
        var read = new CampaignNumbers();
        for (var left = in.getInt(); left > 0; left--) {
            var name = new byte[in.getInt()];
            in.get(name);
            read.note(new String(name, StandardCharsets.UTF_8));
        }
        return read;
    }

    private static byte[] utf8(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
