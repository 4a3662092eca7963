package io.countersign.sandbox.worker;

import java.lang.instrument.Instrumentation;
import java.lang.ref.PhantomReference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A snapshot of what the static fields of all loaded classes hold, and what the thread that runs scripts keeps for itself.
 * Classes, loaders, modules and threads are not gone into, nor what is held softly or weakly: the JVM lets go of that by
 * itself. Texts, boxes and enum constants count by their value.
 */
final class StaticsWalk {
    /** What a field holds: how many objects, and a sum over their primitive fields and the order they were found in. */
    record Held(int objects, long sum) {}

    /** A field that leads to so many leads to nearly all there is. */
    private static final int MOST = 100_000;

    private final Instrumentation jvm;
    private final Map<Class<?>, List<Field>> fieldsOf = new HashMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Module> opened = Collections.newSetFromMap(new IdentityHashMap<>());
    private int objects;
    private long sum;

    private StaticsWalk(Instrumentation jvm) {
        this.jvm = jvm;
    }

    /** By {@code class.field}; what scripts' own loaders define is left out. */
    static Map<String, Held> of(Instrumentation jvm, Thread runner) {
        StaticsWalk walk = new StaticsWalk(jvm);
        Map<String, Held> all = new TreeMap<>();
        Class<?>[] classes = jvm.getAllLoadedClasses();
        Arrays.sort(classes, Comparator.comparing(Class::getName));
        for (Class<?> type : classes) {
            if (walk.looked(type)) {
                walk.open(type);
                for (Field f : walk.declared(type)) {
                    boolean constant = Modifier.isFinal(f.getModifiers())
                            && (f.getType().isPrimitive() || f.getType() == String.class);
                    if (Modifier.isStatic(f.getModifiers()) && !constant) {
                        walk.put(all, type.getName() + "." + f.getName(), read(f, null));
                    }
                }
            }
        }
        walk.open(Thread.class);
        walk.declared(Thread.class).stream()
                .filter(f -> f.getName().startsWith("threadLocal") && !Modifier.isStatic(f.getModifiers()))
                .forEach(f -> walk.put(all, "thread of scripts." + f.getName(), read(f, runner)));
        return all;
    }

    private boolean looked(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        boolean ours = loader == null
                || loader == ClassLoader.getSystemClassLoader()
                || loader == ClassLoader.getPlatformClassLoader();
        return ours
                && !type.isArray()
                && !type.isPrimitive()
                && !type.isHidden()
                && !type.getName().startsWith("io.countersign.sandbox.worker.State")
                && !type.getName().startsWith("io.countersign.sandbox.worker.Statics");
    }

    private void put(Map<String, Held> all, String name, Object value) {
        objects = 0;
        sum = 0;
        seen.clear();
        follow(value);
        all.put(name, new Held(objects, sum));
    }

    private void follow(Object first) {
        Deque<Object> open = new ArrayDeque<>();
        push(open, first);
        while (!open.isEmpty() && objects < MOST) {
            Object at = open.remove();
            objects++;
            if (at.getClass().isArray()) {
                array(open, at);
            } else {
                fields(open, at);
            }
        }
    }

    private void array(Deque<Object> open, Object array) {
        int length = Array.getLength(array);
        sum = sum * 31 + length;
        boolean references = !array.getClass().getComponentType().isPrimitive();
        for (int i = 0; i < length; i++) {
            Object element = Array.get(array, i);
            if (references) {
                push(open, element);
            } else {
                sum = sum * 31 + element.hashCode();
            }
        }
    }

    private void fields(Deque<Object> open, Object of) {
        for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
            open(type);
            for (Field f : declared(type)) {
                if (!Modifier.isStatic(f.getModifiers())) {
                    Object value = read(f, of);
                    if (f.getType().isPrimitive()) {
                        sum = sum * 31 + value.hashCode();
                    } else {
                        push(open, value);
                    }
                }
            }
        }
    }

    private void push(Deque<Object> open, Object value) {
        if (value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character) {
            objects++;
            sum = sum * 31 + value.hashCode();
        } else if (value instanceof Enum<?> constant) {
            objects++;
            sum = sum * 31 + constant.ordinal();
        } else if (value != null
                && !(value instanceof Class<?>)
                && !(value instanceof ClassLoader)
                && !(value instanceof Thread)
                && !(value instanceof Module)
                && !(value instanceof WeakReference<?>)
                && !(value instanceof SoftReference<?>)
                && !(value instanceof PhantomReference<?>)
                && seen.add(value)) {
            open.add(value);
        }
    }

    private List<Field> declared(Class<?> type) {
        return fieldsOf.computeIfAbsent(type, t -> {
            Field[] fields;
            try {
                fields = t.getDeclaredFields();
            } catch (LinkageError e) {
                return List.of();
            }
            return Arrays.stream(fields)
                    .filter(Field::trySetAccessible)
                    .sorted(Comparator.comparing(Field::getName))
                    .toList();
        });
    }

    private static Object read(Field f, Object of) {
        try {
            return f.get(of);
        } catch (IllegalAccessException | LinkageError e) {
            return null;
        }
    }

    private void open(Class<?> type) {
        Module module = type.getModule();
        if (module.isNamed() && opened.add(module)) {
            Map<String, Set<Module>> all = new HashMap<>();
            module.getPackages().forEach(p -> all.put(p, Set.of(StaticsWalk.class.getModule())));
            jvm.redefineModule(module, Set.of(), Map.of(), all, Set.of(), Map.of());
        }
    }
}
