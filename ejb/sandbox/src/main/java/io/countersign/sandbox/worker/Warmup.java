package io.countersign.sandbox.worker;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.allow.AllowList;
import io.countersign.sandbox.bundled.BundledFiles;
import io.countersign.sandbox.json.SandboxJson;
import io.countersign.sandbox.run.HostLink;
import io.countersign.sandbox.run.LoadedScript;
import io.countersign.sandbox.run.RunInput;
import io.countersign.sandbox.run.RunResult;
import io.countersign.sandbox.run.ScriptLoader;
import io.countersign.sandbox.run.ScriptRunner;
import io.countersign.sandbox.source.ScriptCompiler;
import io.countersign.sandbox.verify.ClassVerifier;
import io.countersign.sandbox.weave.Weaver;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;

/** Loads what the first request would otherwise wait for. */
final class Warmup {
    private static final String SOURCE =
            "import io.countersign.script.*; import java.util.*; public class W implements Workflow { record R(String a, int b) {} enum E { X }"
                    + " public WorkflowResult run(WorkflowContext ctx) { List<String> l = new ArrayList<>(); for (int i = 0; i < 3; i++) l.add(\"a\" + i);"
                    + " var m = ctx.http().get(\"https://a.example\").header(\"a\", \"b\").send(); return WorkflowResult.ok(l.stream().map(String::trim).toList() + new R(ctx.runId(), 1).a(), Map.of(\"s\", m.status())); } }";

    private static final String NAME = "Warm";

    /** Where {@link #classFile} is kept, beside this class: a start need not rename anything. */
    static final String CLASS_FILE = NAME + ".class";

    private Warmup() {}

    static void warm(boolean compiles) throws IOException {
        AllowList.standard().hasClass("java.lang.String");
        if (compiles) {
            new ScriptCompiler().compile(SOURCE);
        } else {
            WarmClasses.initialise();
            run();
        }
    }

    /** What scripts need that use these, if it is not there yet. */
    static void warm(Set<WarmArea> areas) {
        for (WarmArea area : areas) {
            WarmClasses.initialise(area);
            if (area == WarmArea.JSON) {
                SandboxJson.write(SandboxJson.read("{\"a\":[1,2.5,true]}"));
            }
        }
    }

    /** A script's whole way from its class file to its result; a worker in which it does not succeed is of no use. */
    static RunResult run() throws IOException {
        String name = NAME;
        Map<String, byte[]> classes = Map.of(
                name,
                BundledFiles.unpacked(Warmup.class, CLASS_FILE)
                        ? BundledFiles.read(Warmup.class, CLASS_FILE)
                        : classFile());
        var findings = ClassVerifier.verify(classes);
        if (!findings.isEmpty()) {
            throw new IllegalStateException("the verifier refuses " + name + ": " + findings);
        }
        LoadedScript script = new LoadedScript(name, Weaver.weave(classes));
        IndicatorData indicator = new IndicatorData("ip", "192.0.2.1", null, Map.of());
        RunInput input = new RunInput("warm-up", indicator, null, Map.of(), Map.of(), Set.of(), Limits.DEFAULT);
        RunResult result = new ScriptRunner(new ScriptLoader(script), input, new Nobody()).run(budget -> {});
        if (result.kind() != RunResult.Kind.OK) {
            throw new IllegalStateException("the warm-up ended as " + result.kind() + ": " + result.message());
        }
        return result;
    }

    /** The class file of {@link WarmScript} under another name: no script may be of our own package. */
    static byte[] classFile() throws IOException {
        byte[] bytes = BundledFiles.read(WarmScript.class, WarmScript.class.getSimpleName() + ".class");
        ClassWriter out = new ClassWriter(0);
        Remapper names = new SimpleRemapper(Opcodes.ASM9, Type.getInternalName(WarmScript.class), NAME);
        new ClassReader(bytes).accept(new ClassRemapper(out, names), 0);
        return out.toByteArray();
    }

    /** There is no host yet. */
    private static final class Nobody implements HostLink {
        @Override
        public HttpReply http(OutgoingRequest ask) throws HttpFailure {
            throw new IllegalStateException();
        }

        @Override
        public void hide(String value) {}

        @Override
        public void log(long epochMillis, String level, String message, Map<String, Object> fields) {}

        @Override
        public IntegrationReply integration(String name, String operation, Map<String, Object> args) {
            throw new IllegalStateException();
        }
    }
}
