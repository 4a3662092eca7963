package io.countersign.sandbox.bench;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import java.util.Map;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.kohsuke.groovy.sandbox.GroovyInterceptor;
import org.kohsuke.groovy.sandbox.SandboxTransformer;

/** Groovy as it is, and Groovy whose every call goes through an interceptor (which here allows all: its cheapest form). */
final class GroovyKernels {
    private GroovyKernels() {}

    static Kernel free(String source, Map<String, Object> data) {
        return script(source, data, new CompilerConfiguration());
    }

    static Kernel sandboxed(String source, Map<String, Object> data) {
        CompilerConfiguration config = new CompilerConfiguration();
        config.addCompilationCustomizers(new SandboxTransformer());
        new GroovyInterceptor() {}.register();
        return script(source, data, config);
    }

    private static Kernel script(String source, Map<String, Object> data, CompilerConfiguration config) {
        Script script = new GroovyShell(GroovyKernels.class.getClassLoader(), new Binding(), config).parse(source);
        script.setBinding(new Binding(Map.of("data", data)));
        return () -> script.run().toString();
    }
}
