package io.countersign.sandbox.worker;

import io.countersign.sandbox.allow.AllowList;
import io.countersign.sandbox.bundled.BundledFiles;
import io.countersign.sandbox.guard.Checkpoint;
import io.countersign.sandbox.guard.LocaleGuards;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What makes a worker's start cheap, kept in a folder that is named for the JDK and the content of the class path: the
 * classes that workers use in jars of their own, the files that they read unpacked, and for each kind of worker the class
 * data archive that a JVM made of it. The jars are made at once, the archives by the first worker of the kind, which is
 * started for nothing else; until they are there workers start without them.
 */
final class WorkerArchives {
    private static final System.Logger LOG = System.getLogger(WorkerArchives.class.getName());
    private static final int LAYOUT = 5;
    /** From this JDK on an archive also holds linked classes and profiles (JEP 483, 514, 515). */
    private static final int FIRST_WITH_AOT_CACHE = 25;

    private static final long MAKING_SECONDS = 120;
    private static final Duration KEPT_UNUSED = Duration.ofDays(30);

    private final Path folder;
    private final boolean aotCache;

    private WorkerArchives(Path folder, boolean aotCache) {
        this.folder = folder;
        this.aotCache = aotCache;
    }

    /**
     * Finds or makes the folder for this JDK and class path.
     *
     * @param home where all such folders are
     */
    static WorkerArchives open(Path home, Path javaHome, String classPath) throws IOException {
        List<Path> places = ClassPathCopy.places(classPath);
        Path folder = home.resolve(key(javaHome, places));
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(home);
            Path made = Files.createTempDirectory(home, "new-");
            // workers may be of another user than the server
            made.toFile().setReadable(true, false);
            made.toFile().setExecutable(true, false);
            unpack(places, made);
            move(made, folder);
        }
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        forgetUnused(home);
        return new WorkerArchives(folder, feature(javaHome) >= FIRST_WITH_AOT_CACHE);
    }

    private static void unpack(List<Path> places, Path into) throws IOException {
        ClassPathCopy.write(places, into);
        unpack(AllowList.class, AllowList.INDEX, AllowList.indexed(), into);
        unpack(WarmClasses.class, WarmClasses.INDEX, WarmClasses.indexed(), into);
        unpack(LocaleGuards.class, LocaleGuards.LIST, BundledFiles.read(LocaleGuards.class, LocaleGuards.LIST), into);
        unpack(Warmup.class, Warmup.CLASS_FILE, Warmup.classFile(), into);
        String checkpoint = Checkpoint.class.getSimpleName() + ".class";
        unpack(Checkpoint.class, checkpoint, BundledFiles.read(Checkpoint.class, checkpoint), into);
    }

    private static void unpack(Class<?> beside, String name, byte[] bytes, Path into) throws IOException {
        Path target = into.resolve("unpacked").resolve(BundledFiles.path(beside, name));
        Files.createDirectories(target.getParent());
        Files.write(target, bytes);
    }

    /** Somebody else may have been faster: theirs is as good. */
    private static void move(Path made, Path folder) throws IOException {
        try {
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(made);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static String key(Path javaHome, List<Path> places) throws IOException {
        MessageDigest digest = sha256();
        digest.update((LAYOUT + javaHome.toString()).getBytes(StandardCharsets.UTF_8));
        Path release = javaHome.resolve("release");
        if (Files.isReadable(release)) {
            digest.update(Files.readAllBytes(release));
        }
        for (Path file : ClassPathCopy.files(places)) {
            String line = file.getFileName() + " " + Files.size(file) + " " + checksum(file) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    /** Told quickly, also by a JVM that has just begun; nobody gains anything by two files of one checksum. */
    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] buffer = new byte[65_536];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                checksum.update(buffer, 0, n);
            }
        }
        return checksum.getValue();
    }

    /** The feature release of that JDK, zero where it does not tell. */
    private static int feature(Path javaHome) {
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(javaHome.resolve("release"))) {
            release.load(in);
            String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
            return Runtime.Version.parse(version).feature();
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "The version of the JDK in " + javaHome + " cannot be read", e);
            return 0;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where everything is that a worker reads. */
    Path folder() {
        return folder;
    }

    /** The options and the program that make a JVM a worker with what is here. */
    List<String> program(boolean compiles) {
        List<String> line = new ArrayList<>();
        Path archive = archive(compiles);
        if (Files.isRegularFile(archive)) {
            line.add((aotCache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
        }
        line.addAll(jar(compiles));
        return line;
    }

    private List<String> jar(boolean compiles) {
        return List.of(
                "-D" + BundledFiles.FOLDER + "=" + folder.resolve("unpacked"),
                "-jar",
                folder.resolve(compiles ? ClassPathCopy.COMPILE : ClassPathCopy.RUN)
                        .toString());
    }

    private Path archive(boolean compiles) {
        return folder.resolve((compiles ? "compile" : "run") + (aotCache ? ".aot" : ".jsa"));
    }

    /**
     * Lets a worker start and end, and keeps what it has loaded, of all areas. Does nothing where that has been done.
     *
     * @param java the program and the options that a worker of this kind has, but for its class path
     */
    void make(boolean compiles, List<String> java) throws IOException, InterruptedException {
        Path archive = archive(compiles);
        if (Files.exists(archive)) {
            return;
        }
        Path made = folder.resolve("new-" + ProcessHandle.current().pid() + "-" + archive.getFileName());
        List<String> line = new ArrayList<>(java);
        line.add((aotCache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + made);
        line.addAll(jar(compiles));
        line.add(compiles ? WorkerCommand.kind(true) : WorkerMain.EVERY_AREA);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (process.waitFor(MAKING_SECONDS, TimeUnit.SECONDS) && Files.isRegularFile(made)) {
                Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
            } else {
                LOG.log(System.Logger.Level.INFO, "No class data archive was made; sandbox workers start more slowly.");
            }
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(made);
        }
    }

    private static void forgetUnused(Path home) throws IOException {
        Instant limit = Instant.now().minus(KEPT_UNUSED);
        List<Path> old;
        try (Stream<Path> all = Files.list(home)) {
            old = all.filter(Files::isDirectory)
                    .filter(f -> f.toFile().lastModified() < limit.toEpochMilli())
                    .toList();
        }
        old.forEach(WorkerArchives::remove);
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted((a, b) -> b.compareTo(a)).forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "cannot remove " + folder, e);
        }
    }
}
