package chorus.simulate.replay.input;

/** A file that is being read: where the reading stands, and what it comes upon there. */
public abstract sealed class Input permits JsonInput, CsvInput {
    private static final int LONGEST = 60;

    private final Source source;
    private final Findings findings;

    Input(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /** Line and column as {@code 1:14}. */
    abstract String position();

    /** The value where the reading stands, e.g. {@code /playlists/0/pid}. */
    abstract String path();

    public final Source source() {
        return source;
    }

    final boolean isStrict() {
        return findings.isStrict();
    }

    /** A fault of the value where the reading stands. */
    public final void fault(String rule, String found) {
        fault(position(), rule, found);
    }

    final void fault(String position, String rule, String found) {
        findings.add(new Fault(source.name() + ", " + position, path(), rule, found));
    }

    /** The value where the reading stands is amended, or a strict reading's fault. */
    public final void note(Remark remark, String found) {
        if (findings.refuses(remark)) {
            fault(remark.rule(), found);
        } else {
            findings.add(remark, 1);
        }
    }

    /** A text as it is shown in a fault: in quotes, in one line and not too long. */
    static String quoted(String text) {
        var line = text.replaceAll("\\p{Cntrl}", "�");
        return '"' + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…") + '"';
    }
}
