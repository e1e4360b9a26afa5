package chorus.config.tree;

/** A setting that cannot be used; the message is one line: where it stands, which key, what is allowed. */
public final class SettingsFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingsFault(String message) {
        super(message);
    }

    public SettingsFault(String at, String path, String what) {
        this(at + ": " + (path.isEmpty() ? "" : path + ": ") + what);
    }
}
