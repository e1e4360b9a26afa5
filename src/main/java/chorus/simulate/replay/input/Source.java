package chorus.simulate.replay.input;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A file that may be read, by itself or out of a zip file, unpacked where it is packed by gzip.
 *
 * @param file the file on the disk
 * @param entry the entry's name in a zip file; empty for a file by itself
 */
public record Source(Path file, String entry) {
    private static final String GZ = ".gz";
    private static final int BUFFER = 1 << 16;

    /** The file, and after {@code !/} its entry: what it is called in faults. */
    public String name() {
        return entry.isEmpty() ? file.toString() : file + "!/" + entry;
    }

    /** The last part of the name in lower case, without {@code .gz}. */
    public String plainName() {
        var name = name();
        var last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return last.endsWith(GZ) ? last.substring(0, last.length() - GZ.length()) : last;
    }

    /** The file's contents. */
    InputStream open() throws IOException {
        var packed = entry.isEmpty() ? Files.newInputStream(file) : unzipped();
        try {
            return name().toLowerCase(Locale.ROOT).endsWith(GZ) ? new GZIPInputStream(packed, BUFFER) : packed;
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }

    private InputStream unzipped() throws IOException {
        var zip = new ZipFile(file.toFile());
        try {
            var found = zip.getEntry(entry);
            if (found == null) {
                throw new ZipException("holds no " + entry + " any more");
            }
            return new BufferedInputStream(closing(zip.getInputStream(found), zip), BUFFER);
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private static InputStream closing(InputStream contents, ZipFile zip) {
        return new FilterInputStream(contents) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }
}
