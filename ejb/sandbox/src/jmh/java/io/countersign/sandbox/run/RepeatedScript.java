package io.countersign.sandbox.run;

import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.guard.Budget;
import io.countersign.sandbox.guard.ScriptThread;
import io.countersign.script.Workflow;
import java.util.Map;
import java.util.Set;

/**
 * A script that stays loaded and is started again and again under a new budget each time, as a long run would: the
 * compiler gets its chance, and so does plain Java beside it. The present thread must be a {@link ScriptThread}.
 */
public final class RepeatedScript {
    private final ClassLoader loader;
    private final Workflow workflow;
    private final RunInput input;

    private RepeatedScript(ClassLoader loader, String mainClass, Map<String, Object> parameters) {
        this.loader = loader;
        this.input = new RunInput(
                "benchmark",
                IndicatorData.of("ip", "203.0.113.9"),
                null,
                parameters,
                Map.of(),
                Set.of(),
                Limits.DEFAULT.within(Limits.MAXIMUM).withWallMillis(600_000));
        begin();
        try {
            var constructor = loader.loadClass(mainClass).getDeclaredConstructor();
            constructor.setAccessible(true);
            this.workflow = (Workflow) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Woven classes in the loader that runs have: every checkpoint and guard counts. */
    public static RepeatedScript woven(LoadedScript script, Map<String, Object> parameters) {
        return new RepeatedScript(new ScriptLoader(script), script.mainClass(), parameters);
    }

    /** Classes as the compiler made them, in a loader that does nothing more. */
    public static RepeatedScript plain(LoadedScript script, Map<String, Object> parameters) {
        return new RepeatedScript(new PlainLoader(script.classes()), script.mainClass(), parameters);
    }

    /** One run. */
    public String run() throws Exception {
        Budget budget = begin();
        String message = workflow.run(
                        new ScriptContext(input, new Link(new NoHost(), budget, io.countersign.sandbox.RunTime.REAL)))
                .message();
        budget.look();
        return message;
    }

    private Budget begin() {
        Budget budget =
                new Budget(input.limits(), loader, loader instanceof ScriptLoader script ? script.weights() : Map.of());
        ScriptThread.use(budget);
        if (loader instanceof ScriptLoader script) {
            script.begin(budget);
        }
        return budget;
    }

    private static final class PlainLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        PlainLoader(Map<String, byte[]> classes) {
            super("plain", RepeatedScript.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] own = classes.get(name);
            if (own == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, own, 0, own.length);
        }
    }

    private static final class NoHost implements HostLink {
        @Override
        public HttpReply http(OutgoingRequest ask) {
            throw new IllegalStateException("kernels send nothing");
        }

        @Override
        public void hide(String value) {}

        @Override
        public void log(long epochMillis, String level, String message, Map<String, Object> fields) {
            throw new IllegalStateException("kernels log nothing");
        }

        @Override
        public IntegrationReply integration(String name, String operation, Map<String, Object> args) {
            throw new IllegalStateException("kernels ask for nothing");
        }
    }
}
