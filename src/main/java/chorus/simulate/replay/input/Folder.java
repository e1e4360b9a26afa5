package chorus.simulate.replay.input;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files in a folder, in those within it and in zip files, in {@link NaturalOrder} of their names. Hidden ones, and what a Mac
 * adds to a zip file, are none of them. What cannot be listed is a fault.
 */
public final class Folder extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Findings findings;
    private final List<Source> sources = new ArrayList<>();

    private Folder(Path root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    /**
     * The files of a folder, or the one that {@code root} is.
     *
     * @throws NothingToRead where there is no such folder or file
     */
    public static List<Source> sources(Path root, Findings findings) {
        if (!Files.isReadable(root)) {
            throw new NothingToRead(root + ": must be a folder or file that is there and may be read");
        }
        var folder = new Folder(root, findings);
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, folder);
        } catch (IOException e) {
            folder.unreadable(root, e);
        }
        folder.sources.sort(Comparator.comparing(Source::name, new NaturalOrder()));
        return List.copyOf(folder.sources);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isHidden(file)) {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                unzip(file);
            } else {
                sources.add(new Source(file, ""));
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
        // a link that leads back has been followed already
        if (!(fault instanceof FileSystemLoopException)) {
            unreadable(file, fault);
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
        return !path.equals(root) && isHidden(String.valueOf(path.getFileName()));
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    private void unzip(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> List.of(name.split("/")).stream().noneMatch(Folder::isHidden))
                    .forEach(name -> sources.add(new Source(file, name)));
        } catch (IOException e) {
            unreadable(file, e);
        }
    }

    private void unreadable(Path file, IOException cause) {
        findings.add(Fault.unreadable(file.toString(), cause));
    }
}
