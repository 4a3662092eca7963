package io.countersign.sandbox.bundled;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that lie beside classes: read from the class path, or from a folder where somebody has unpacked them. A worker that
 * reads them there need not open a jar, which is a tenth of its start.
 */
public final class BundledFiles {
    /** The system property that names the folder. */
    public static final String FOLDER = "countersign.sandbox.unpacked";

    private static final String UNPACKED = System.getProperty(FOLDER);

    private BundledFiles() {}

    /** The whole file beside the class. */
    public static byte[] read(Class<?> beside, String name) {
        try (InputStream in = open(beside, name)) {
            if (in == null) {
                throw new IllegalStateException(path(beside, name) + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file beside the class, without those that begin with a number sign. Of plain loops: it is part of each start. */
    public static List<String> lines(Class<?> beside, String name) {
        byte[] all = read(beside, name);
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == '\n') {
                if (at > from && all[from] != '#') {
                    lines.add(new String(all, from, at - from, StandardCharsets.ISO_8859_1));
                }
                from = at + 1;
            }
        }
        return lines;
    }

    /** Whether the files are unpacked, and this one with them. */
    public static boolean unpacked(Class<?> beside, String name) {
        return UNPACKED != null && new File(UNPACKED, path(beside, name)).isFile();
    }

    private static InputStream open(Class<?> beside, String name) throws IOException {
        return UNPACKED == null
                ? beside.getResourceAsStream(name)
                : new FileInputStream(UNPACKED + File.separator + path(beside, name));
    }

    /** Where it is unpacked, below the folder. */
    public static String path(Class<?> beside, String name) {
        return beside.getPackageName().replace('.', '/') + "/" + name;
    }
}
