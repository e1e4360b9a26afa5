package chorus.cli.end;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a process has run out of, and what to raise: memory, room on a device, open files, threads. */
public final class Shortage {
    private static final long MEGABYTE = 1 << 20;
    /** A device with less is full: brokers write their files by the megabyte. */
    private static final long LEAST_ROOM = 2 * MEGABYTE;

    private static final long FEW_FILES = 8;
    /** What a small run takes, its registry not counted; with fewer, libraries fail in ways that say nothing. */
    private static final long LEAST_FILES = 512;

    private static final List<Path> PLACES = new CopyOnWriteArrayList<>();

    private Shortage() {}

    /** Where this process writes, from now on too. */
    public static void writesTo(Path place) {
        PLACES.add(place);
    }

    /** The system allows less than any run takes. */
    public static final class Lacking extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Lacking(String message) {
            super(message);
        }
    }

    /** Refuses to begin where it is known that it would end for want of open files. */
    public static void requireFiles() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                && system.getMaxFileDescriptorCount() < LEAST_FILES) {
            throw new Lacking(filesNow());
        }
    }

    /** What has run out, in one line, where a fault or the machine's state says it. */
    public static Optional<String> behind(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            var said = said(cause);
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    /** The same; faults that do not say why they came up are explained by what is short now. */
    static Optional<String> behindOrNow(Throwable fault) {
        return behind(fault).or(Shortage::room).or(Shortage::files);
    }

    private static Optional<String> said(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        if (cause instanceof OutOfMemoryError) {
            return Optional.of(memory(message));
        }
        if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
            return room().or(() -> Optional.of(
                    "no space is left on a device: " + message + "; make room, and the same command goes on"));
        }
        return message.contains("Too many open files") ? Optional.of(filesNow()) : Optional.empty();
    }

    static String memory(String message) {
        var heap = Runtime.getRuntime().maxMemory() / MEGABYTE;
        var what = message.toLowerCase(Locale.ROOT);
        if (what.contains("thread")) {
            return "no more threads can be started (" + message + "): raise the limit of processes (ulimit -u)";
        }
        if (what.contains("metaspace")) {
            return "the space for classes is too small (" + message
                    + "): give it more, e.g. CHORUS_JAVA_OPTS=-XX:MaxMetaspaceSize=256m";
        }
        if (what.contains("direct")) {
            return "the memory for buffers is too small (" + message
                    + "): give it more, e.g. CHORUS_JAVA_OPTS=-XX:MaxDirectMemorySize=" + 2 * heap + "m";
        }
        return "the heap of " + heap + " MB is too small (" + message + "): give it more, e.g. CHORUS_JAVA_OPTS=-Xmx"
                + 2 * heap + "m";
    }

    private static Optional<String> room() {
        for (var place : PLACES) {
            var room = room(place);
            if (room.isPresent()) {
                return room;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> room(Path place) {
        try {
            var store = Files.getFileStore(place);
            return store.getUsableSpace() >= LEAST_ROOM
                    ? Optional.empty()
                    : Optional.of(
                            "no space is left on the device of " + place + " (" + store.getUsableSpace() / MEGABYTE
                                    + " of " + store.getTotalSpace() / MEGABYTE
                                    + " MB): make room, and the same command goes on");
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<String> files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                        && system.getOpenFileDescriptorCount() > system.getMaxFileDescriptorCount() - FEW_FILES
                ? Optional.of(filesNow())
                : Optional.empty();
    }

    private static String filesNow() {
        var most = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? Long.toString(system.getMaxFileDescriptorCount())
                : "as many as this process";
        return "too many open files: the system allows " + most + "; raise that (ulimit -n 4096)";
    }
}
