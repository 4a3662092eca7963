package io.countersign.sandbox.worker;

import io.countersign.sandbox.guard.StackOverflowCounter;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies of the classes on a class path into few and small jars, sorted by who needs them. */
final class ClassPathCopy {
    static final String RUN = "run.jar";
    static final String COMPILE = "compile.jar";

    private static final String ASM_PACKAGE = "net/bytebuddy/jar/asm/";
    private static final String PARSER_PACKAGE = "com/github/javaparser/";
    private static final String BYTE_BUDDY = "net/bytebuddy/";

    private ClassPathCopy() {}

    /** The jars and folders of a class path; a star stands for all jars of its folder, as it does for the JVM. */
    static List<Path> places(String classPath) throws IOException {
        List<Path> places = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            if (entry.endsWith("*")) {
                Path folder = Path.of(entry.substring(0, entry.length() - 1));
                try (Stream<Path> jars = Files.list(folder)) {
                    jars.filter(p -> p.toString().endsWith(".jar")).sorted().forEach(places::add);
                }
            } else if (!entry.isEmpty() && Files.exists(Path.of(entry))) {
                places.add(Path.of(entry));
            }
        }
        return places;
    }

    /** Every file at these places, in a lasting order. */
    static List<Path> files(List<Path> places) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> all = Files.walk(place)) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /** Writes the two jars: what a run worker needs, and what a compiling one needs. */
    static void write(List<Path> places, Path into) throws IOException {
        Predicate<String> needed = n -> !n.startsWith(BYTE_BUDDY) || n.startsWith(ASM_PACKAGE);
        write(places, into.resolve(RUN), needed.and(n -> !n.startsWith(PARSER_PACKAGE)));
        write(places, into.resolve(COMPILE), needed);
    }

    private static void write(List<Path> places, Path jar, Predicate<String> wanted) throws IOException {
        Set<String> seen = new HashSet<>();
        try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
            out.setMethod(ZipOutputStream.STORED);
            put(JarFile.MANIFEST_NAME, manifest(), out);
            for (Path place : places) {
                if (Files.isDirectory(place)) {
                    copyFolder(place, out, wanted, seen);
                } else {
                    copyJar(place, out, wanted, seen);
                }
            }
        }
    }

    /** A package that is opened here, and not on the command line, lets the JVM keep its archived graph of modules. */
    private static byte[] manifest() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, WorkerMain.class.getName());
        main.putValue("Add-Opens", String.join(" ", StackOverflowCounter.OPENED));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static void copyFolder(Path folder, ZipOutputStream out, Predicate<String> wanted, Set<String> seen)
            throws IOException {
        for (Path file : files(List.of(folder))) {
            String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
            if (kept(name) && wanted.test(name) && seen.add(name)) {
                put(name, Files.readAllBytes(file), out);
            }
        }
    }

    private static void copyJar(Path jar, ZipOutputStream out, Predicate<String> wanted, Set<String> seen)
            throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                String name = entry.getName();
                if (!entry.isDirectory() && kept(name) && wanted.test(name) && seen.add(name)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        put(name, in.readAllBytes(), out);
                    }
                }
            }
        }
    }

    /** Of the metadata only services: nothing here is signed, versioned or a module. */
    private static boolean kept(String name) {
        return name.startsWith("META-INF/") ? name.startsWith("META-INF/services/") : !name.equals("module-info.class");
    }

    private static void put(String name, byte[] found, ZipOutputStream out) throws IOException {
        byte[] bytes = name.startsWith(ASM_PACKAGE) && name.endsWith(".class") ? StackMaps.added(found) : found;
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        entry.setSize(bytes.length);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
