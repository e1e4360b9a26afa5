package chorus.recommend;

import java.util.List;
import java.util.function.Supplier;

/**
 * All that a recommender may learn from: what one world's training playlists come to at a cut.
 *
 * @param playlists gives the training playlists themselves, ascending by id, each the tracks in order; they are folded from the
 *     log when they are asked for, so a model that learns from counts alone does not pay for them
 */
public record TrainingSet(WorldCounts counts, Supplier<List<int[]>> playlists) {
    /** Counts alone, where there is no log. */
    public TrainingSet(WorldCounts counts) {
        this(counts, () -> {
            throw new IllegalStateException("the training set is of counts alone");
        });
    }
}
