package io.countersign.sandbox.cli;

import io.countersign.sandbox.json.SandboxJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which files a watching command looks at: a change of any other is none of its business. */
final class WatchedFiles {
    private static final String SCRIPT = ".java";

    private WatchedFiles() {}

    /** The named files and no others. */
    static Predicate<Path> scripts(List<String> files) {
        Set<Path> named = new HashSet<>();
        files.forEach(f -> named.add(absolute(Path.of(f))));
        return changed -> named.contains(absolute(changed));
    }

    /** Cases and scripts below the named folders, the named cases, and the scripts that these name. */
    static Predicate<Path> cases(List<String> paths) {
        return changed -> {
            Path file = absolute(changed);
            return paths.stream().map(Path::of).map(WatchedFiles::absolute).anyMatch(p -> concerns(p, file));
        };
    }

    private static boolean concerns(Path named, Path changed) {
        if (Files.isDirectory(named)) {
            return changed.startsWith(named)
                    && (CaseFile.isCase(changed) || changed.toString().endsWith(SCRIPT));
        }
        return changed.equals(named)
                || TestCommand.cases(named).stream()
                        .map(WatchedFiles::absolute)
                        .anyMatch(c -> changed.equals(c) || changed.equals(scriptOf(c)));
    }

    /** Read anew each time: the case may name another script by now. */
    private static Path scriptOf(Path file) {
        try {
            Object script = SandboxJson.read(TextFile.read(file)) instanceof Map<?, ?> one ? one.get("script") : null;
            return script instanceof String name ? file.resolveSibling(name).normalize() : file;
        } catch (IllegalArgumentException e) {
            return file;
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
