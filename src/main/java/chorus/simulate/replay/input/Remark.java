package chorus.simulate.replay.input;

/** What is amended in input that is not quite as its format has it. It is counted; a strict reading refuses it. */
public enum Remark {
    REPEATED("repeated entries left out", ""),
    NO_TRACK("entries that are null or no tracks left out", "must be a track"),
    NO_URI("entries without a track's uri left out", "the track's uri must be given and not be empty"),
    NO_NAME("entries without a title or artist's name read with an empty one", "title and artist's name must be given"),
    ARTIST_BY_NAME(
            "entries without an artist's uri read with the artist's name for it",
            "the artist's uri must be given and not be empty"),
    NO_ARTIST(
            "entries without an artist read with an artist of the track's own",
            "the artist's uri and name must be given and not be empty"),
    OUT_OF_PLACE(
            "entries whose pos is not their place in the list, put in order of pos",
            "must be the track's 0-based place in its list"),
    PARTLY_PLACED(
            "playlists with a pos for some entries only, left in the file's order",
            "all tracks must have a pos, or none"),
    WITH_POINT("whole numbers written with a point, as 1.0", "must be an integer of 0 or more"),
    NO_PLAYLIST("null playlists left out", "must be a playlist, a JSON object"),
    NO_TIME("times that cannot be read taken as unknown", "must be a date or a time, as 2024-01-31T12:00:00Z"),
    NO_PID("playlists without a pid numbered behind the others", "the playlist's pid must be given"),
    NO_TRACKS("playlists without a list of tracks left out", "key tracks must be given"),
    TOO_LONG("playlists of more than 10,000 tracks cut behind these", "must have at most 10,000 tracks"),
    RENUMBERED("playlists numbered anew in the order of files", ""),
    EMPTY("playlists without a track left out", "");

    private final String told;
    private final String rule;

    Remark(String told, String rule) {
        this.told = told;
        this.rule = rule;
    }

    /** What was done, before the number of cases. */
    public String told() {
        return told;
    }

    /** What a strict reading demands; empty where it too only counts. */
    String rule() {
        return rule;
    }
}
