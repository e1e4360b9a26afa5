package chorus.serve;

/**
 * One server-sent event.
 *
 * @param id empty for one that nobody needs to come back to
 * @param data one line of JSON
 */
record Event(String id, String kind, String data) {
    Event {
        if (data.indexOf('\n') >= 0 || data.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("an event's data are one line");
        }
    }
}
