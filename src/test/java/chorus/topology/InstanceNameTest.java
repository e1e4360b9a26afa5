package chorus.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceNameTest {
    @TempDir
    Path directory;

    @Test
    void theSameStoresAreTheSameMemberByWhateverPath() throws Exception {
        var stores = directory.resolve("stores");
        var name = InstanceName.of(stores);
        Files.createFile(stores.resolve("something"));
        assertThat(InstanceName.of(stores)).isEqualTo(name);
        var link = Files.createSymbolicLink(directory.resolve("link"), stores);
        assertThat(InstanceName.of(link)).isEqualTo(name);
    }

    @Test
    void otherStoresAreAnotherMember() {
        assertThat(InstanceName.of(directory.resolve("a"))).isNotEqualTo(InstanceName.of(directory.resolve("b")));
    }
}
