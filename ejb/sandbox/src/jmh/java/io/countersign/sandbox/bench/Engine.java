package io.countersign.sandbox.bench;

import io.countersign.sandbox.run.LoadedScript;
import io.countersign.sandbox.run.RepeatedScript;
import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.source.ScriptCompiler;
import io.countersign.sandbox.verify.ClassVerifier;
import io.countersign.sandbox.weave.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Who runs a kernel. */
enum Engine {
    /** The kernel's class files, exactly as our compiler step made them, and nothing else. */
    PLAIN {
        @Override
        Kernel load(String kernel) {
            Compilation compiled = compiled(kernel);
            return RepeatedScript.plain(
                    new LoadedScript(compiled.mainClass(), compiled.classes(), Map.of()), Inputs.of(kernel))::run;
        }
    },
    /** The same class files through the rest of the pipeline: verified, woven, in a script loader, under a budget. */
    COUNTERSIGN {
        @Override
        Kernel load(String kernel) {
            Compilation compiled = compiled(kernel);
            if (!ClassVerifier.verify(compiled.classes()).isEmpty()) {
                throw new IllegalStateException(kernel + " is refused");
            }
            return RepeatedScript.woven(
                    new LoadedScript(compiled.mainClass(), Weaver.weave(compiled.classes())), Inputs.of(kernel))::run;
        }
    },
    GROOVY {
        @Override
        Kernel load(String kernel) {
            return GroovyKernels.free(source(kernel), Inputs.of(kernel));
        }
    },
    GROOVY_SANDBOX {
        @Override
        Kernel load(String kernel) {
            return GroovyKernels.sandboxed(source(kernel), Inputs.of(kernel));
        }
    },
    RHINO {
        @Override
        Kernel load(String kernel) {
            return RhinoKernels.observed(source(kernel), Inputs.of(kernel));
        }
    },
    GRAALJS {
        @Override
        Kernel load(String kernel) {
            return GraalKernels.load(source(kernel), Inputs.of(kernel));
        }
    },
    JEXL {
        @Override
        Kernel load(String kernel) {
            return JexlKernels.restricted(source(kernel), Inputs.of(kernel));
        }
    };

    abstract Kernel load(String kernel);

    private static Compilation compiled(String kernel) {
        Compilation compiled = new ScriptCompiler().compile(PLAIN.source(kernel));
        if (!compiled.clean()) {
            throw new IllegalStateException(kernel + ": " + compiled.findings());
        }
        return compiled;
    }

    String source(String kernel) {
        String path = "/kernels/"
                + switch (this) {
                    case PLAIN, COUNTERSIGN -> "java/" + kernel + ".java";
                    case GROOVY, GROOVY_SANDBOX -> "groovy/" + kernel + ".groovy";
                    case RHINO, GRAALJS -> "js/" + kernel + ".js";
                    case JEXL -> "jexl/" + kernel + ".jexl";
                };
        try (InputStream in = Engine.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no kernel " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A kernel of this engine that answers what plain Java answers. */
    Kernel checked(String kernel) throws Exception {
        String expected = PLAIN.load(kernel).run();
        Kernel loaded = load(kernel);
        for (int i = 0; i < 2; i++) {
            String answer = loaded.run();
            if (!answer.equals(expected)) {
                throw new IllegalStateException(this + " answers " + answer + " where plain Java answers " + expected);
            }
        }
        return loaded;
    }
}
