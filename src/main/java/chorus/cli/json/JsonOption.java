package chorus.cli.json;

import chorus.cli.frame.Console;
import chorus.report.Terminal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option by which a command is asked for its result as JSON. */
public final class JsonOption {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(
            names = "--json",
            description =
                    "print the result as one JSON object, whose keys docs/json.md tells; everything else goes to stderr")
    private boolean asked;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    public boolean asked() {
        return asked;
    }

    /** Where the command talks to a person: beside the JSON, lines of results are notes. */
    public Terminal terminal() {
        return asked ? Console.beside() : Console.terminal();
    }

    /**
     * Prints the object.
     *
     * @param schema what it is and which version of it, e.g. {@code chorus-verify/1}
     * @param content its other keys, in their order, with maps, lists, texts, numbers and truths
     */
    public void print(String schema, Map<String, ?> content) {
        var root = new LinkedHashMap<String, Object>();
        root.put("schema", schema);
        root.putAll(content);
        try {
            print(JSON.writeValueAsString(root));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints a text that is an object. */
    public void print(String object) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(object.stripTrailing());
        out.flush();
    }
}
