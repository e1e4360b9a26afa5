package chorus.events.registry;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** What a refusal of a registry means. */
final class Answers {
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    /** The code that the client itself gives an answer it cannot read. */
    private static final int UNREADABLE = 50005;

    private Answers() {}

    /** Whether a registry said it: one names the fault by a code of its own, a web server does not. */
    static boolean isRegistrys(RestClientException answer) {
        var code = answer.getErrorCode();
        return code != 0 && code != UNREADABLE && code != NOT_FOUND;
    }

    /** There is no such subject, schema or level. */
    static boolean isNotFound(RestClientException answer) {
        return answer.getStatus() == NOT_FOUND && isRegistrys(answer);
    }

    /** A schema that does not fit, or somebody who does the same at this moment. */
    static boolean isConflict(RestClientException answer) {
        return answer.getStatus() == CONFLICT;
    }

    /** Two that register the same at once may make a registry stumble. */
    static boolean mayPass(RestClientException answer) {
        return isConflict(answer) || isRegistrys(answer) && answer.getStatus() >= 500;
    }
}
