package chorus.state.counts;

/**
 * Bounds of the second stage; no figure depends on them.
 *
 * @param bufferedPairs changes that may gather on the heap
 * @param chunkNeighbours neighbours beyond which a chunk is split
 */
public record CountSizes(int bufferedPairs, int chunkNeighbours) {}
