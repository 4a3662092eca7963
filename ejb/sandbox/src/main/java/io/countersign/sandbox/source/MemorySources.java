package io.countersign.sandbox.source;

import io.countersign.sandbox.allow.AllowList;
import io.countersign.script.Workflow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/**
 * The compiler's world: the JDK, the script API and jakarta.json, read through this class's loader so that it works from any
 * kind of class path; class files go to memory.
 */
final class MemorySources extends ForwardingJavaFileManager<JavaFileManager> {
    private static final Set<String> LIBRARIES = Set.of("io.countersign.script", "jakarta.json", "jakarta.json.stream");
    private static final List<String> UNLISTED = List.of(
            "jakarta.json.JsonWriter",
            "jakarta.json.JsonWriterFactory",
            "jakarta.json.JsonConfig",
            "jakarta.json.stream.JsonGenerator",
            "jakarta.json.stream.JsonGeneratorFactory",
            "jakarta.json.stream.JsonParserFactory",
            "jakarta.json.stream.JsonCollectors");

    private final Map<String, List<JavaFileObject>> libraries = new HashMap<>();
    private Map<String, ByteArrayOutputStream> written = new TreeMap<>();

    MemorySources(JavaFileManager system) {
        super(system);
        AllowList.standard().names().forEach(this::addLibraryClass);
        UNLISTED.forEach(this::addLibraryClass);
    }

    private void addLibraryClass(String name) {
        String pack = name.substring(0, name.lastIndexOf('.'));
        String path = "/" + name.replace('.', '/') + ".class";
        if (LIBRARIES.contains(pack) && Workflow.class.getResource(path) != null) {
            libraries.computeIfAbsent(pack, p -> new ArrayList<>()).add(new LibraryClass(name, path));
        }
    }

    /** The class files since the last call. */
    Map<String, byte[]> takeWritten() {
        Map<String, byte[]> taken = new TreeMap<>();
        written.forEach((name, bytes) -> taken.put(name, bytes.toByteArray()));
        written = new TreeMap<>();
        return taken;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String pack, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location == StandardLocation.CLASS_PATH) {
            return kinds.contains(JavaFileObject.Kind.CLASS) ? libraries.getOrDefault(pack, List.of()) : List.of();
        }
        return location instanceof StandardLocation l
                        && (l == StandardLocation.SOURCE_PATH || l == StandardLocation.CLASS_OUTPUT)
                ? List.of()
                : super.list(location, pack, kinds, recurse);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof LibraryClass c ? c.binaryName : super.inferBinaryName(location, file);
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.CLASS_PATH
                || location == StandardLocation.CLASS_OUTPUT
                || (location != StandardLocation.SOURCE_PATH
                        && location != StandardLocation.ANNOTATION_PROCESSOR_PATH
                        && super.hasLocation(location));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        return new SimpleJavaFileObject(
                URI.create("mem:///" + name.replace('.', '/').replace('$', '_') + ".class"), kind) {
            @Override
            public OutputStream openOutputStream() {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                written.put(name, out);
                return out;
            }
        };
    }

    /** The text to compile. */
    static JavaFileObject source(String text, String fileName) {
        // some editors put a byte order mark first, which the compiler would not read
        String read = text.startsWith("\ufeff") ? ' ' + text.substring(1) : text;
        return new SimpleJavaFileObject(URI.create("mem:///" + fileName + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return read;
            }

            @Override
            public boolean isNameCompatible(String simpleName, Kind kind) {
                return true;
            }
        };
    }

    private static final class LibraryClass extends SimpleJavaFileObject {
        private final String binaryName;
        private final String path;
        private byte[] bytes;

        LibraryClass(String binaryName, String path) {
            super(URI.create("lib://" + path.replace('$', '_')), Kind.CLASS);
            this.binaryName = binaryName;
            this.path = path;
        }

        @Override
        public synchronized InputStream openInputStream() throws IOException {
            if (bytes == null) {
                try (InputStream in = Workflow.class.getResourceAsStream(path)) {
                    bytes = in.readAllBytes();
                }
            }
            return new ByteArrayInputStream(bytes);
        }
    }
}
