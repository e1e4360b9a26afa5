package chorus.state;

import java.util.List;

/**
 * A partition, and of how many it is one.
 *
 * @param worlds the names of the worlds that are counted, in the order of their bits: the twin first
 */
public record Place(int partition, int partitions, List<String> worlds) {
    public Place {
        worlds = List.copyOf(worlds);
    }
}
