package chorus.run;

import chorus.chaos.Folders;
import chorus.embedded.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** One broker and one registry for all classes of tests of this virtual machine that ask: the first has them started, they end with the last. */
final class SharedPlatform extends TypeBasedParameterResolver<Platform> {
    private record Started(Platform platform, Path directory) implements AutoCloseable {
        static Started inAFolder() {
            try {
                var directory = Files.createTempDirectory("chorus-platform");
                return new Started(Platform.open(directory), directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                platform.close();
            } finally {
                Folders.delete(directory);
            }
        }
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SharedPlatform.class))
                .getOrComputeIfAbsent(Started.class, _ -> Started.inAFolder(), Started.class)
                .platform();
    }
}
