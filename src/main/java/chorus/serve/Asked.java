package chorus.serve;

import java.util.Map;

/** Answers what the page asks; called from several threads. */
@FunctionalInterface
public interface Asked {
    /** @param parameters of the address, the first of each name */
    Reply reply(Map<String, String> parameters) throws InterruptedException;

    /**
     * @param status of HTTP
     * @param body JSON where the status is 200 or 202, else one line
     */
    record Reply(int status, String body) {
        public static Reply json(String body) {
            return new Reply(200, body);
        }
    }
}
