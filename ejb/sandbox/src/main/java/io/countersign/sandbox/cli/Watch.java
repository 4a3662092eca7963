package io.countersign.sandbox.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.stream.Stream;

/** Calls at once, and again whenever a file below the paths changes, until the process ends. */
final class Watch {
    private static final long SETTLE_MILLIS = 200;

    private final List<String> paths;
    private final Runnable again;

    Watch(List<String> paths, Runnable again) {
        this.paths = paths;
        this.again = again;
    }

    int untilInterrupted() {
        try (WatchService service = FileSystems.getDefault().newWatchService()) {
            for (String path : paths) {
                register(Path.of(path), service);
            }
            // in place before the first look: what changes during a look is seen by the next
            again.run();
            while (true) {
                WatchKey key = service.take();
                Thread.sleep(SETTLE_MILLIS);
                key.pollEvents();
                key.reset();
                again.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ScriptCommand.WELL;
        }
    }

    private static void register(Path path, WatchService service) throws IOException {
        boolean single = !Files.isDirectory(path);
        Path folder = single ? path.toAbsolutePath().getParent() : path;
        try (Stream<Path> all = Files.walk(folder, single ? 0 : Integer.MAX_VALUE)) {
            for (Path d : all.filter(Files::isDirectory).toList()) {
                d.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        }
    }
}
