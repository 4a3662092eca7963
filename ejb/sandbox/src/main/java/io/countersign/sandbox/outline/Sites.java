package io.countersign.sandbox.outline;

import io.countersign.sandbox.IntegrationClients;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Finds every place in class files that reaches outside; no spelling of the source hides one. */
final class Sites extends ClassVisitor {
    private static final Map<String, Site.Reach> OWNERS = Map.of(
            "io/countersign/script/Http", Site.Reach.HTTP,
            "io/countersign/script/Secrets", Site.Reach.SECRETS);
    /** Names of integrations by the internal name of their client. */
    private static final Map<String, String> INTEGRATIONS = IntegrationClients.byName().entrySet().stream()
            .collect(Collectors.toMap(
                    entry -> Type.getInternalName(entry.getValue().type()), Map.Entry::getKey));

    private final Set<Site> found;

    private Sites(Set<Site> found) {
        super(Opcodes.ASM9);
        this.found = found;
    }

    static Set<Site> of(Map<String, byte[]> classes) {
        Set<Site> found = new LinkedHashSet<>();
        new TreeMap<>(classes).values().forEach(c -> new ClassReader(c)
                .accept(new Sites(found), ClassReader.SKIP_FRAMES));
        return found;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        return new Code();
    }

    private final class Code extends MethodVisitor {
        private int line = 1;

        Code() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            reached(owner, name);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    reached(handle.getOwner(), handle.getName());
                }
            }
        }

        private void reached(String owner, String name) {
            // what is hidden was fetched; it is no secret that was granted
            Site.Reach reach = name.equals("hide") ? null : OWNERS.get(owner);
            if (reach != null) {
                found.add(new Site(reach, name, line));
            }
            String integration = INTEGRATIONS.get(owner);
            if (integration != null) {
                found.add(new Site(Site.Reach.INTEGRATION, integration + "." + name, line));
            }
        }
    }
}
