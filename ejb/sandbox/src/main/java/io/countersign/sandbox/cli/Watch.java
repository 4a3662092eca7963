package io.countersign.sandbox.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Calls at once, and again whenever one of the watched files changes, until the process ends. */
final class Watch {
    private static final long SETTLE_MILLIS = 200;

    private final List<String> paths;
    private final Predicate<Path> watched;
    private final PrintStream say;
    private final Runnable again;

    /** {@code say} is told before each further run what has changed. */
    Watch(List<String> paths, Predicate<Path> watched, PrintStream say, Runnable again) {
        this.paths = paths;
        this.watched = watched;
        this.say = say;
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
                TreeSet<String> changed = new TreeSet<>();
                changes(service.take(), service, changed);
                Thread.sleep(SETTLE_MILLIS);
                for (WatchKey key = service.poll(); key != null; key = service.poll()) {
                    changes(key, service, changed);
                }
                if (!changed.isEmpty()) {
                    say.println();
                    say.println("== " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " "
                            + TerminalText.of(String.join(", ", changed)) + " changed");
                    say.flush();
                    again.run();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ScriptCommand.WELL;
        }
    }

    private void changes(WatchKey key, WatchService service, TreeSet<String> changed) throws IOException {
        Path folder = (Path) key.watchable();
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                changed.add("much");
            } else {
                Path file = folder.resolve((Path) event.context());
                if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(file)) {
                    register(file, service);
                }
                if (watched.test(file)) {
                    changed.add(file.getFileName().toString());
                }
            }
        }
        key.reset();
    }

    private static void register(Path path, WatchService service) throws IOException {
        boolean single = !Files.isDirectory(path);
        Path folder = single ? path.toAbsolutePath().getParent() : path;
        if (!Files.isDirectory(folder)) {
            return; // said so by the first look
        }
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
