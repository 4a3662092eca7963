package io.countersign.sandbox.worker;

import com.github.javaparser.JavaParser;
import io.countersign.script.Workflow;
import jakarta.json.Json;
import jakarta.json.spi.JsonProvider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * The class path of a worker: where this JVM has its own classes from. Inside an application server the places may be the
 * server's virtual files; then the classes are copied out into a folder.
 */
final class WorkerClassPath {
    private WorkerClassPath() {}

    static String find(Path scratch) throws IOException {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> c : List.of(
                WorkerMain.class,
                Workflow.class,
                Json.class,
                JsonProvider.provider().getClass(),
                ClassReader.class,
                JavaParser.class)) {
            places.add(place(c, scratch));
        }
        return String.join(File.pathSeparator, places);
    }

    private static String place(Class<?> c, Path scratch) throws IOException {
        URL location = c.getProtectionDomain().getCodeSource().getLocation();
        String text = location.toString();
        if (text.startsWith("jar:file:") && text.indexOf("!/") > 0) {
            text = text.substring(4, text.indexOf("!/"));
        }
        if (text.startsWith("file:")) {
            Path path = Path.of(URI.create(text.replace(" ", "%20")));
            if (Files.exists(path)) {
                return path.toString();
            }
        }
        return copyOut(c, location, scratch).toString();
    }

    /** Copies a virtual folder file by file, through the methods that the server's virtual files have. */
    private static Path copyOut(Class<?> c, URL location, Path scratch) throws IOException {
        Path folder = Files.createDirectories(
                scratch.resolve("countersign-classes-" + ProcessHandle.current().pid())
                        .resolve(c.getSimpleName()));
        try {
            Object root = location.openConnection().getContent();
            Object files = root.getClass().getMethod("getChildrenRecursively").invoke(root);
            for (Object file : (Iterable<?>) files) {
                copy(file, root, folder);
            }
        } catch (ReflectiveOperationException | ClassCastException | NullPointerException e) {
            throw new IOException(
                    "the classes at " + location
                            + " cannot be copied out for sandbox workers; set the system property countersign.sandbox.classpath to jars of them",
                    e);
        }
        return folder;
    }

    private static void copy(Object file, Object root, Path folder) throws IOException, ReflectiveOperationException {
        if (!(boolean) file.getClass().getMethod("isFile").invoke(file)) {
            return;
        }
        String name = (String) file.getClass()
                .getMethod("getPathNameRelativeTo", root.getClass())
                .invoke(file, root);
        Path target = folder.resolve(name.replace("/", FileSystems.getDefault().getSeparator()))
                .normalize();
        if (target.startsWith(folder) && !Files.exists(target)) {
            Files.createDirectories(target.getParent());
            try (InputStream in =
                    (InputStream) file.getClass().getMethod("openStream").invoke(file)) {
                Files.copy(in, target);
            }
        }
    }
}
