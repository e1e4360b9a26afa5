package chorus.chaos.killed;

import java.io.IOException;

/** Something that runs, is killed by SIGKILL, and is started again as a person would. */
public interface Killable {
    /** What it is called in a log. */
    String name();

    boolean isAlive();

    /** Sends SIGKILL; {@link #awaitEnd} waits for its effect. Nothing happens where it does not run. */
    void kill();

    void awaitEnd() throws InterruptedException;

    /** Starts it again; does not wait until it serves. */
    void startAgain() throws IOException;
}
