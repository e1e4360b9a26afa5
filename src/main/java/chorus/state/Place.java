package chorus.state;

/** A partition, and of how many it is one. */
public record Place(int partition, int partitions) {}
