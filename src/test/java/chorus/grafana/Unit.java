package chorus.grafana;

/** Units as Grafana names them; a test asks {@code @grafana/data} whether it knows them. */
enum Unit {
    NUMBER("short"),
    SHARE("percentunit"),
    SECONDS("s"),
    BYTES("bytes"),
    EDITS_PER_SECOND("suffix: edits/s"),
    RECORDS_PER_SECOND("suffix: records/s"),
    PER_SECOND("suffix:/s"),
    PLAYLISTS("suffix: playlists"),
    EDITS("suffix: edits"),
    USERS("suffix: users"),
    PLAIN("none");

    private final String id;

    Unit(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
