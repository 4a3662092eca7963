package io.countersign.architecture;

import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import io.countersign.kernel.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every setting that a class of this application declares: those of the concerns, and those of the integrations. */
final class DeclaredSettings {

    private static final List<String> MODULES = List.of(
            "ejb/kernel",
            "ejb/sandbox",
            "ejb/script-api",
            "ejb/integrations",
            "ejb/approvals-api",
            "ejb/approvals",
            "ejb/workflows",
            "ejb/execution",
            "ejb/notify",
            "ejb/audit",
            "ejb/health",
            "ejb/schema",
            "security",
            "web",
            "ui");

    private DeclaredSettings() {}

    /** By name. One that two concerns declare is one object, or this fails: its default has one home. */
    static Map<String, Setting<?>> all(Path root) {
        Map<String, Setting<?>> found = new TreeMap<>();
        for (Class<?> type : classes(root)) {
            for (Setting<?> setting : settings(type)) {
                Setting<?> before = found.put(setting.name(), setting);
                if (before != null && before != setting) {
                    throw new AssertionError(setting.name() + " is declared twice, the second time in " + type);
                }
            }
        }
        return found;
    }

    private static List<Setting<?>> settings(Class<?> type) {
        try {
            if (Settings.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                Constructor<?> constructor = type.getDeclaredConstructor(SettingSource.class);
                constructor.setAccessible(true);
                return ((Settings) constructor.newInstance(SettingSource.of(Map.of()))).all();
            }
            if (!type.isInterface()
                    && Stream.of(type.getInterfaces())
                            .anyMatch(one -> one.getName().endsWith(".Integration"))) {
                @SuppressWarnings("unchecked")
                List<Setting<?>> all = (List<Setting<?>>)
                        type.getMethod("settings").invoke(type.getConstructor().newInstance());
                return all;
            }
            return List.of();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " does not tell its settings", e);
        }
    }

    private static List<Class<?>> classes(Path root) {
        List<URL> path = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try {
            for (String module : MODULES) {
                Path folder = root.resolve(module).resolve("target/classes");
                if (!Files.isDirectory(folder)) {
                    continue;
                }
                path.add(folder.toUri().toURL());
                try (Stream<Path> files = Files.walk(folder)) {
                    files.map(file -> folder.relativize(file).toString())
                            .filter(file -> file.matches(".*(Settings|Integration)\\.class"))
                            .map(file -> file.replace('/', '.').replaceFirst("\\.class$", ""))
                            .forEach(names::add);
                }
            }
            URLClassLoader loader =
                    new URLClassLoader(path.toArray(URL[]::new), DeclaredSettings.class.getClassLoader());
            List<Class<?>> found = new ArrayList<>();
            for (String name : names) {
                found.add(Class.forName(name, false, loader));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
