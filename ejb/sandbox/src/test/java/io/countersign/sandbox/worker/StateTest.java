package io.countersign.sandbox.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.Corpus;
import io.countersign.sandbox.RunSpec;
import io.countersign.sandbox.cli.CaseFile;
import io.countersign.sandbox.run.RunInput;
import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.source.ScriptCompiler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What all scripts of the corpus together leave behind in the JVM of a worker: no static field that is not known, no class
 * initialised that the warm-up had not; a class without an initialiser has nothing that could fail.
 */
class StateTest {
    private static final Path KNOWN = Path.of("src/test/resources/state");
    /** What ends only with its process, or takes all memory: nothing is left to compare. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("Mem.*|Bomb.*|Depth.*|Cpu.*|Kill.*|ResultHuge|ResultBig.*|.*AtBottom|HttpHugeBody");

    private static final Pattern INITIALISED = Pattern.compile("\\d+ Initializing '([^']+)'");

    @TempDir
    static Path folder;

    private static List<String> changed;
    private static List<String> initialised;

    @BeforeAll
    static void runAll() throws Exception {
        Path frames = folder.resolve("frames");
        Files.write(frames, frames());
        Path log = folder.resolve("init.log");
        changed = probe(frames, "statics", List.of("-javaagent:" + agent()));
        List<String> told = probe(frames, "classes", List.of("-Xlog:class+init=info:file=" + log + ":tid"));
        assertTrue(told.get(0).matches("\\d+"), told.get(0));
        initialised = afterWarmUp(Files.readAllLines(log), "[" + told.get(0) + "]");
    }

    private static List<String> probe(Path frames, String mode, List<String> options) throws Exception {
        Path result = folder.resolve(mode);
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=US",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(options);
        line.addAll(List.of(StateProbe.class.getName(), frames.toString(), result.toString(), mode));
        Process probe = new ProcessBuilder(line).inheritIO().start();
        assertEquals(0, probe.waitFor());
        return Files.readAllLines(result);
    }

    @Test
    void noStaticFieldChangesThatIsNotKnown() throws IOException {
        assertTrue(changed.get(0).matches("ran \\d{2,}"), changed.get(0));
        List<Pattern> known = patterns("statics.txt");
        List<String> unknown = changed.subList(1, changed.size()).stream()
                .filter(c -> known.stream()
                        .noneMatch(k -> k.matcher(c.substring(0, c.lastIndexOf(' ', c.lastIndexOf(' ') - 1)))
                                .matches()))
                .toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void noClassIsInitialisedThatTheWarmUpHadNot() throws IOException {
        List<Pattern> known = patterns("classes.txt");
        List<String> unknown = initialised.stream()
                .filter(c -> known.stream().noneMatch(k -> k.matcher(c).matches()))
                .toList();
        assertEquals(List.of(), unknown);
    }

    /** A regular expression a line, its reason after a blank and {@code #}. */
    private static List<Pattern> patterns(String file) throws IOException {
        return Files.readAllLines(KNOWN.resolve(file)).stream()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(l -> Pattern.compile(l.substring(0, l.indexOf(" #")).strip()))
                .toList();
    }

    private static List<String> afterWarmUp(List<String> log, String warmingThread) {
        List<String> names = new ArrayList<>();
        boolean after = false;
        for (String line : log) {
            Matcher m = INITIALISED.matcher(line);
            if (m.find()) {
                String name = m.group(1).replace('/', '.');
                if (name.endsWith("StateProbe$StateOver")) {
                    return new ArrayList<>(new TreeSet<>(names));
                }
                if (after
                        && !line.startsWith(warmingThread)
                        && !line.contains("(no method)")
                        && !name.contains("0x")
                        && !name.contains("+")) {
                    names.add(name);
                }
                after |= name.endsWith("StateProbe$StateWarm");
            }
        }
        throw new IllegalStateException("the log has no end");
    }

    private static byte[] frames() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScriptCompiler compiler = new ScriptCompiler();
        Map<String, Compilation> compiled = new TreeMap<>();
        for (Path file : cases()) {
            CaseFile one = CaseFile.read(file);
            if (LEFT_OUT.matcher(one.name()).matches()) {
                continue;
            }
            RunSpec spec = one.spec();
            Compilation c = compiled.computeIfAbsent(spec.source(), compiler::compile);
            if (c.clean()) {
                RunInput input = new RunInput(
                        spec.runId(),
                        spec.indicator(),
                        spec.alert(),
                        spec.parameters(),
                        spec.secrets(),
                        spec.integrations(),
                        spec.limits().withWallMillis(1_500));
                Messages.classes(new FrameOut(FrameType.CLASSES).text(c.mainClass()), c.classes())
                        .writeTo(out);
                Messages.run("", input).writeTo(out);
            }
        }
        return out.toByteArray();
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> all = Files.walk(Corpus.root())) {
            return all.filter(f -> f.toString().endsWith(".case.json")).sorted().toList();
        }
    }

    /** A jar with a manifest alone: the agent is found on the class path. */
    private static Path agent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", StateProbe.class.getName());
        manifest.getMainAttributes().putValue("Can-Redefine-Classes", "true");
        Path jar = folder.resolve("agent.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
