package io.countersign.sandbox.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders of one server's workers: all in one of its own, which it holds by a lock for as long as it lives. The lock ends
 * with its process, however that ends, so whoever starts next knows what was left behind, also by a process of another
 * container whose number means nothing here.
 */
public final class WorkerFolders implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WorkerFolders.class.getName());
    private static final String PREFIX = "countersign-workers-";
    private static final String LOCK = "lock";
    private static final int MOST_TRIES = 10;

    private final Path folder;
    private final FileChannel held;

    private WorkerFolders(Path folder, FileChannel held) {
        this.folder = folder;
        this.held = held;
    }

    /** Removes what dead servers have left in there, and makes a folder of its own. */
    static WorkerFolders open(Path scratch) throws IOException {
        for (int i = 0; i < MOST_TRIES; i++) {
            Path folder = Files.createTempDirectory(scratch, PREFIX);
            Path lock = folder.resolve(LOCK);
            Files.createFile(lock);
            FileChannel held = hold(lock);
            // another start may have taken it for one left behind just now
            if (held != null && Files.exists(lock)) {
                sweep(scratch, folder);
                return new WorkerFolders(folder, held);
            }
        }
        throw new IOException("no folder of its own in " + scratch);
    }

    /** An empty folder for one worker. */
    Path next() throws IOException {
        return Files.createTempDirectory(folder, "worker-");
    }

    private static @Nullable FileChannel hold(Path lock) throws IOException {
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            FileLock got = channel.tryLock();
            if (got != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // this very process holds it
        }
        channel.close();
        return null;
    }

    private static void sweep(Path scratch, Path own) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(scratch, PREFIX + "*")) {
            for (Path other : all) {
                if (!other.equals(own)) {
                    removeIfLeft(other, own);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "Folders that dead workers left stay in {0}", scratch);
        }
    }

    /** Only what is a folder of the same user, with a lock that is a file and that nobody holds. */
    private static void removeIfLeft(Path other, Path own) {
        Path lock = other.resolve(LOCK);
        try {
            boolean ours = Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))
                    && Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS);
            FileChannel held = ours ? hold(lock) : null;
            if (held != null) {
                try (held) {
                    remove(other);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} stays: {1}", other, e.getMessage());
        }
    }

    /** A folder with all that is in it; what cannot be removed is left to the next start. */
    static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted((a, b) -> b.compareTo(a)).forEach(p -> p.toFile().delete());
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} stays: {1}", folder, e.getMessage());
        }
    }

    /** Removes its folder. */
    @Override
    public void close() {
        remove(folder);
        try {
            held.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} stays locked: {1}", folder, e.getMessage());
        }
    }
}
