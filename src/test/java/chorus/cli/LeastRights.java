package chorus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights that docs/clusters.md says a part needs. */
public record LeastRights(List<String[]> rows) {
    public static LeastRights documented() throws IOException {
        return new LeastRights(Files.readAllLines(Path.of("docs/clusters.md")).stream()
                .filter(line -> line.matches("\\| `\\w+` \\| [A-Z_, ]+ \\| [A-Z_]+ \\| .*"))
                .map(line -> line.split(" *\\| *", -1))
                .toList());
    }

    /** The same for topics of another prefix than chorus-. */
    LeastRights under(String prefix) {
        return new LeastRights(rows.stream()
                .map(row -> new String[] {row[0], row[1], row[2], row[3], row[4].replace("chorus-", prefix)})
                .toList());
    }

    List<String> parts() {
        return rows.stream().map(row -> row[1].replace("`", "")).distinct().toList();
    }

    /** Those of a part, for a user. */
    public List<AclBinding> of(String part, String user) {
        return rows.stream()
                .filter(row -> row[1].equals("`" + part + "`"))
                .flatMap(row -> Stream.of(row[2].split(", *", -1))
                        .map(operation -> right(user, operation, ResourceType.fromString(row[3]), row[4])))
                .toList();
    }

    public static AclBinding right(String user, String operation, ResourceType type, String name) {
        var pattern = name.endsWith("*")
                ? new ResourcePattern(type, name.substring(0, name.length() - 1), PatternType.PREFIXED)
                : new ResourcePattern(type, name, PatternType.LITERAL);
        return new AclBinding(
                pattern,
                new AccessControlEntry(
                        "User:" + user, "*", AclOperation.fromString(operation), AclPermissionType.ALLOW));
    }
}
