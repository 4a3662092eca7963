package io.countersign.sandbox.verify;

import io.countersign.sandbox.allow.AllowList;
import io.countersign.sandbox.allow.AllowedMember;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The script's own classes: who extends whom and who declares what; internal names with slashes. */
public final class ScriptTypes {
    /** What javac writes into class files on its own account, beyond the lists. */
    private static final Set<String> COMPILER_MADE = Set.of("java.lang.IncompatibleClassChangeError.<init>()V");

    private final Map<String, DeclaredMembers> shapes = new HashMap<>();
    private final AllowList allow = AllowList.standard();

    private record DeclaredMembers(List<String> parents, Set<String> members) {}

    /** What a member reference leads to. */
    public sealed interface Target {
        /** The script's own member. */
        record Own() implements Target {}

        /** A listed member, perhaps guarded. */
        record Listed(AllowedMember member) implements Target {}

        /** What the compiler makes by itself. */
        record CompilerMade() implements Target {}

        /** Nothing allows it. */
        record Refused() implements Target {}
    }

    public ScriptTypes(Iterable<byte[]> classes) {
        for (byte[] c : classes) {
            new ClassReader(c)
                    .accept(
                            new ShapeReader(),
                            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
    }

    /** Whether the script declares the class. */
    public boolean own(String internalName) {
        return shapes.containsKey(internalName);
    }

    /** Finds a member by {@code name(descriptor)} or {@code name descriptor}. */
    public Target find(String owner, String member) {
        if (owner.startsWith("[")) {
            boolean clone = member.equals("clone()Ljava/lang/Object;");
            return clone ? new Target.CompilerMade() : listed("java/lang/Object", member);
        }
        if (!own(owner)) {
            return listed(owner, member);
        }
        Target above = inherited(owner, member, new HashSet<>());
        return above instanceof Target.Refused && !member.startsWith("<init>")
                ? listed("java/lang/Object", member)
                : above;
    }

    /** Looks at each class once: a class file may name itself as its parent, and many interfaces have many ways up. */
    private Target inherited(String owner, String member, Set<String> seen) {
        if (!seen.add(owner)) {
            return new Target.Refused();
        }
        DeclaredMembers shape = shapes.get(owner);
        if (shape == null) {
            return listed(owner, member);
        }
        if (shape.members.contains(member)) {
            return new Target.Own();
        }
        if (member.startsWith("<init>")) {
            return new Target.Refused();
        }
        for (String parent : shape.parents) {
            Target found = inherited(parent, member, seen);
            if (!(found instanceof Target.Refused)) {
                return found;
            }
        }
        return new Target.Refused();
    }

    private Target listed(String owner, String member) {
        String name = owner.replace('/', '.');
        AllowedMember found = allow.find(name, member);
        if (found != null) {
            return new Target.Listed(found);
        }
        return COMPILER_MADE.contains(name + "." + member) ? new Target.CompilerMade() : new Target.Refused();
    }

    private final class ShapeReader extends ClassVisitor {
        private Set<String> members = new HashSet<>();

        ShapeReader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            List<String> parents = new ArrayList<>(List.of(parent));
            parents.addAll(Arrays.asList(interfaces));
            shapes.put(name, new DeclaredMembers(parents, members));
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            members.add(name + " " + descriptor);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            members.add(name + descriptor);
            return null;
        }
    }
}
