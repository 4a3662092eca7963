package io.countersign.sandbox.bundled;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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
