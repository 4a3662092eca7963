package io.countersign.sandbox.allow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lists name what exists, lead nowhere else, and every guard that they name is there. */
class AllowListTest {
    private static final List<String> NEVER = List.of(
            "java.lang.Thread",
            "java.lang.Runtime",
            "java.lang.ProcessBuilder",
            "java.lang.ClassLoader",
            "java.lang.reflect.Method",
            "java.io.File",
            "java.nio.file.Files",
            "java.net.Socket",
            "java.net.URL",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.io.ObjectInputStream",
            "java.lang.invoke.MethodHandles");

    @Test
    void everyLineExistsInThisJdk() throws Exception {
        Set<String> missing = new TreeSet<>();
        for (AllowedClass c : AllowList.standard().classes().values()) {
            Class<?> type = Class.forName(c.name(), false, getClass().getClassLoader());
            Set<String> real = members(type);
            c.members().keySet().stream().filter(m -> !real.contains(m)).forEach(m -> missing.add(c.name() + "." + m));
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void nothingDangerousIsListedOrReturned() {
        for (AllowedClass c : AllowList.standard().classes().values()) {
            assertTrue(!NEVER.contains(c.name()), c.name());
            for (String member : c.members().keySet()) {
                String result = member.substring(Math.max(member.indexOf(')'), member.indexOf(' ')) + 1)
                        .replaceFirst("^\\[+", "");
                if (result.startsWith("L")) {
                    String name = result.substring(1, result.length() - 1).replace('/', '.');
                    assertTrue(AllowList.standard().hasClass(name), c.name() + "." + member + " leads to " + name);
                }
            }
        }
    }

    @Test
    void everyGuardExistsWithTheMembersOwnShape() throws Exception {
        for (AllowedClass c : AllowList.standard().classes().values()) {
            for (AllowedMember m : c.members().values()) {
                if (m.guard() != null) {
                    assertNotNull(guard(m), m.toString());
                }
            }
        }
    }

    private static Method guard(AllowedMember member) throws Exception {
        int dot = member.guard().indexOf('.');
        Class<?> guards =
                Class.forName("io.countersign.sandbox.guard." + member.guard().substring(0, dot));
        String descriptor = member.name().substring(member.name().indexOf('('));
        String owner = "L" + member.owner().replace('.', '/') + ";";
        String withReceiver = "(" + owner + descriptor.substring(1);
        String maker = descriptor.replaceFirst("V$", owner);
        String expected = member.name().startsWith("<init>") ? maker : withReceiver;
        return Arrays.stream(guards.getMethods())
                .filter(m -> m.getName().equals(member.guard().substring(dot + 1)))
                .filter(m -> descriptor(m).equals(descriptor) || descriptor(m).equals(expected))
                .findFirst()
                .orElse(null);
    }

    @Test
    void whatIsNotListedIsNotFound() {
        assertNull(AllowList.standard().find("java.lang.System", "exit(I)V"));
        assertNull(AllowList.standard().find("java.util.ArrayList", "parallelStream()Ljava/util/stream/Stream;"));
        assertNull(AllowList.standard().find("java.lang.String", "getClass()Ljava/lang/Class;"));
        assertNotNull(AllowList.standard().find("java.util.ArrayList", "stream()Ljava/util/stream/Stream;"));
    }

    private static Set<String> members(Class<?> type) {
        Stream<String> methods = Arrays.stream(type.getMethods()).map(m -> m.getName() + descriptor(m));
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .map(k -> "<init>" + parameters(k.getParameterTypes()) + "V");
        Stream<String> fields = Arrays.stream(type.getFields())
                .map(f -> f.getName() + " " + f.getType().descriptorString());
        return Stream.of(methods, constructors, fields).flatMap(s -> s).collect(Collectors.toSet());
    }

    private static String descriptor(Method m) {
        return parameters(m.getParameterTypes()) + m.getReturnType().descriptorString();
    }

    private static String parameters(Class<?>[] types) {
        return Arrays.stream(types).map(Class::descriptorString).collect(Collectors.joining("", "(", ")"));
    }

    @Test
    void theIndexedListsAreTheLists() throws java.io.IOException {
        AllowList indexed = new AllowList(AllowListReader.readIndex(AllowList.indexed()));
        assertEquals(AllowList.standard().classes(), indexed.classes());
    }
}
