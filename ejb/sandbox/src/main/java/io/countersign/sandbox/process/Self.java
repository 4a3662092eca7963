package io.countersign.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A process as its own /proc tells it; both sides of a boundary read the same, so that they can be compared. */
final class Self {
    private static final Path PROC = Path.of("/proc/self");

    private Self() {}

    /** Status fields, limits as {@code limit.Max open files}, namespaces as {@code ns.net}; empty where there is no /proc. */
    static Map<String, String> read() {
        Map<String, String> told = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(PROC.resolve("status"))) {
                int colon = line.indexOf(':');
                told.put(
                        line.substring(0, colon),
                        line.substring(colon + 1).trim().replace('\t', ' '));
            }
            for (String line : Files.readAllLines(PROC.resolve("limits"))) {
                String[] columns = line.split(" {2,}");
                if (columns.length >= 3) {
                    told.put("limit." + columns[0], columns[2]);
                }
            }
        } catch (IOException e) {
            return told;
        }
        for (String kind : new String[] {"user", "net", "mnt", "pid", "ipc", "uts", "cgroup"}) {
            try {
                told.put(
                        "ns." + kind,
                        Files.readSymbolicLink(PROC.resolve("ns").resolve(kind)).toString());
            } catch (IOException e) {
                told.put("ns." + kind, "");
            }
        }
        return told;
    }

    static boolean isRoot() {
        return read().getOrDefault("Uid", "").matches("\\d+ 0 .*");
    }
}
