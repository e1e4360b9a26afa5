package chorus.recommend;

/** All that a recommender may learn from: what one world's training playlists come to at a cut. */
public record TrainingSet(WorldCounts counts) {}
