package io.countersign.sandbox.run;

import io.countersign.sandbox.allow.AllowList;
import io.countersign.sandbox.bundled.BundledFiles;
import io.countersign.sandbox.guard.Budget;
import io.countersign.sandbox.guard.Checkpoint;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;

/** Loads one script for one run, with a checkpoint class of its own; finds nothing but listed classes beside it. */
public final class ScriptLoader extends ClassLoader {
    private static final String CHECKPOINT = Checkpoint.class.getName();
    private static final byte[] CHECKPOINT_BYTES = BundledFiles.read(Checkpoint.class, "Checkpoint.class");
    private static final String GUARDS = Checkpoint.class.getPackageName() + ".";
    /** What compiled code needs of the JDK beside the lists: the machinery of lambdas, records, enums, annotations and casts. */
    private static final Set<String> MACHINERY = Set.of(
            "java.io.Serializable",
            "java.lang.Class",
            "java.lang.IncompatibleClassChangeError",
            "java.lang.NoSuchFieldError",
            "java.lang.Throwable",
            "java.lang.annotation.Annotation",
            "java.lang.constant.Constable",
            "java.lang.constant.ConstantDesc",
            "java.lang.invoke.CallSite",
            "java.lang.invoke.LambdaMetafactory",
            "java.lang.invoke.MethodHandle",
            "java.lang.invoke.MethodHandles",
            "java.lang.invoke.MethodHandles$Lookup",
            "java.lang.invoke.MethodType",
            "java.lang.invoke.StringConcatFactory",
            "java.lang.invoke.TypeDescriptor",
            "java.lang.runtime.ObjectMethods");

    static {
        registerAsParallelCapable();
    }

    private final LoadedScript script;
    private Class<?> checkpoint;

    public ScriptLoader(LoadedScript script) {
        super("script", ScriptLoader.class.getClassLoader());
        this.script = script;
    }

    /** Makes the script's classes count against the budget. */
    void begin(Budget budget) {
        try {
            if (checkpoint == null) {
                checkpoint = loadClass(CHECKPOINT);
            }
            MethodHandle begin = MethodHandles.publicLookup()
                    .findStatic(checkpoint, "begin", MethodType.methodType(void.class, Budget.class));
            begin.invokeExact(budget);
        } catch (Throwable e) {
            throw new IllegalStateException("the checkpoint class does not load", e);
        }
    }

    Class<?> mainClass() throws ClassNotFoundException {
        return loadClass(script.mainClass());
    }

    Map<String, Integer> weights() {
        return script.weights();
    }

    boolean declares(String className) {
        return script.classes().containsKey(className);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            byte[] own = name.equals(CHECKPOINT)
                    ? CHECKPOINT_BYTES
                    : script.classes().get(name);
            if (own != null) {
                return defineClass(name, own, 0, own.length);
            }
        }
        if (MACHINERY.contains(name)
                || name.startsWith(GUARDS)
                || AllowList.standard().mentions(name)) {
            return getParent().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
