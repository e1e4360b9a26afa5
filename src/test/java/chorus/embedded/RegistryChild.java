package chorus.embedded;

import java.nio.file.Path;

/** A process with nothing but a starting registry as its child. */
final class RegistryChild {
    private RegistryChild() {}

    public static void main(String[] arguments) throws Exception {
        try (var registry = Registry.launch(Path.of(arguments[0], "registry"), 0, 0)) {
            System.out.println("ready");
            System.in.read();
        }
    }
}
