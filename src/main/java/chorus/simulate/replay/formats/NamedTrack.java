package chorus.simulate.replay.formats;

/** A track as files name it. */
public record NamedTrack(String uri, String title, String artistUri, String artistName) {}
