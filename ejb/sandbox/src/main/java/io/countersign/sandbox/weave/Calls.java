package io.countersign.sandbox.weave;

import io.countersign.sandbox.verify.ScriptTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Who calls whom in a script, so that what cannot nest need not count how deep it is nested, and what is done in a few
 * instructions need not count at all. Each answer is no wherever it is not plain from the class files.
 */
final class Calls {
    /** As long as an accessor or the constructor of a small record: a caller counts for so much more at most. */
    private static final int SHORT = 12;
    /** What nobody counts must be small on the stack as well. */
    private static final int FEW_SLOTS = 32;

    private static final String INITIALIZER = "<clinit>()V";

    /** Classes without subclasses that call nothing of a script's while they work on each other and on plain values. */
    private static final Set<String> VALUES = Set.of(
            "java/lang/String",
            "java/lang/StringBuilder",
            "java/lang/Math",
            "java/lang/Boolean",
            "java/lang/Character",
            "java/lang/Byte",
            "java/lang/Short",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double");

    private static final Set<String> ROOTS = Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum");
    private static final Set<String> OF_OBJECT = Set.of("toString", "hashCode", "equals", "finalize", "clone");

    private final ScriptTypes types;
    private final Map<String, Method> methods = new HashMap<>();
    /** By name and descriptor, whoever declares them: a call leads to any of these. */
    private final Map<String, Member> members = new HashMap<>();

    private final Map<String, List<String>> parents = new HashMap<>();
    private final Set<String> extended = new HashSet<>();
    private final Set<String> handed = new HashSet<>();
    /** What is on the stack at most once, and all that it calls as well. */
    private final Set<String> flat = new HashSet<>();

    private static final class Member {
        private final Set<String> calls = new HashSet<>();
        /** Classes that are initialised, if they are not yet, when the method runs. */
        private final Set<String> touches = new HashSet<>();

        private boolean callsUnknown;
    }

    private Calls(ScriptTypes types) {
        this.types = types;
    }

    /** Reads all classes of a script. */
    static Calls of(Collection<byte[]> classes, ScriptTypes types) {
        Calls calls = new Calls(types);
        for (byte[] c : classes) {
            new ClassReader(c).accept(calls.new Types(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        calls.findFlat();
        return calls;
    }

    /** What the method must count. */
    MethodWeaver.Nesting nesting(String owner, String member) {
        if (trivial(owner, member)) {
            return MethodWeaver.Nesting.TRIVIAL;
        }
        return flat.contains(member) ? MethodWeaver.Nesting.FLAT : MethodWeaver.Nesting.DEEP;
    }

    /** Whether the method is short and straight, calls nothing, and is called by methods of the script alone. */
    boolean trivial(String owner, String member) {
        Method method = methods.get(owner + "." + member);
        return method != null && method.plain && method.length <= SHORT && ownCallersOnly(owner, member, method.name);
    }

    /** First what calls nothing, then what calls only that, and so on; what calls itself never gets its turn. */
    private void findFlat() {
        members.values().forEach(m -> m.callsUnknown |= m.touches.stream().anyMatch(this::initialises));
        Map<String, Integer> open = new HashMap<>();
        Map<String, List<String>> callers = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        members.forEach((name, member) -> {
            if (!member.callsUnknown) {
                open.put(name, member.calls.size());
                member.calls.forEach(
                        c -> callers.computeIfAbsent(c, n -> new ArrayList<>()).add(name));
                if (member.calls.isEmpty()) {
                    ready.add(name);
                }
            }
        });
        while (!ready.isEmpty()) {
            String next = ready.remove();
            flat.add(next);
            for (String caller : callers.getOrDefault(next, List.of())) {
                if (open.merge(caller, -1, Integer::sum) == 0) {
                    ready.add(caller);
                }
            }
        }
    }

    /** Whether the first use of the class runs code of the script; its initialisers nest without any call between them. */
    private boolean initialises(String type) {
        return methods.containsKey(type + "." + INITIALIZER)
                || parents.getOrDefault(type, List.of()).stream().anyMatch(this::initialises);
    }

    /** The JDK calls what it was handed, what its own types declare, and what every object has. */
    private boolean ownCallersOnly(String owner, String member, String name) {
        return !handed.contains(member)
                && !OF_OBJECT.contains(name)
                && !name.equals("<clinit>")
                && !extended.contains(owner)
                && ownFamily(owner, new HashSet<>());
    }

    private boolean ownFamily(String type, Set<String> seen) {
        List<String> above = parents.get(type);
        return above == null
                ? ROOTS.contains(type)
                : !seen.add(type) || above.stream().allMatch(a -> ownFamily(a, seen));
    }

    private final class Types extends ClassVisitor {
        private String owner = "";

        Types() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            owner = name;
            List<String> above = new ArrayList<>(List.of(interfaces));
            above.add(parent);
            parents.put(name, above);
            extended.addAll(above);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            Member called = members.computeIfAbsent(name + descriptor, m -> new Member());
            called.callsUnknown |= (access & Opcodes.ACC_ABSTRACT) != 0 || name.equals("<clinit>");
            Method method = new Method(owner, name, called);
            methods.put(owner + "." + name + descriptor, method);
            return method;
        }
    }

    private final class Method extends EachInstruction {
        private final String type;
        private final String name;
        private final Member called;
        private final Set<Label> passed = new HashSet<>();
        private boolean plain = true;
        private int length;

        Method(String type, String name, Member called) {
            this.type = type;
            this.name = name;
            this.called = called;
        }

        @Override
        void instruction(int opcode) {
            length++;
            plain &= switch (opcode) {
                case Opcodes.NEWARRAY,
                        Opcodes.ANEWARRAY,
                        Opcodes.MULTIANEWARRAY,
                        Opcodes.ATHROW,
                        Opcodes.TABLESWITCH,
                        Opcodes.LOOKUPSWITCH,
                        Opcodes.INVOKEDYNAMIC -> false;
                default -> true;
            };
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String caught) {
            plain = false;
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            plain &= stack + locals <= FEW_SLOTS;
        }

        /** Its own class is being initialised, or is already. */
        private void touch(String other) {
            if (!other.equals(type)) {
                called.touches.add(other);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            super.visitFieldInsn(opcode, owner, field, descriptor);
            if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) {
                touch(owner);
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String made) {
            super.visitTypeInsn(opcode, made);
            if (opcode == Opcodes.NEW) {
                touch(made);
            }
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            super.visitJumpInsn(opcode, label);
            plain &= !passed.contains(label);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (opcode == Opcodes.INVOKESTATIC) {
                touch(owner);
            }
            if (ROOTS.contains(owner) && name.equals("<init>")) {
                return;
            }
            plain = false;
            // a default method may be hidden by one of an exception's, which calls back
            boolean followed = opcode != Opcodes.INVOKEINTERFACE
                    && types.find(owner, name + descriptor) instanceof ScriptTypes.Target.Own;
            if (followed) {
                called.calls.add(name + descriptor);
            } else {
                called.callsUnknown |= !VALUES.contains(owner) || !(name.equals("equals") || valuesOnly(descriptor));
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    handed.add(handle.getName() + handle.getDesc());
                }
            }
            switch (bootstrap.getOwner()) {
                case "java/lang/invoke/LambdaMetafactory" -> {}
                // put together from values; of other objects it calls toString
                case "java/lang/invoke/StringConcatFactory" -> called.callsUnknown |= !valuesOnly(descriptor);
                default -> called.callsUnknown = true;
            }
        }
    }

    private static boolean valuesOnly(String descriptor) {
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            boolean value = argument.getSort() < Type.ARRAY
                    || argument.getSort() == Type.OBJECT && VALUES.contains(argument.getInternalName())
                    || argument.getSort() == Type.ARRAY
                            && argument.getDescriptor().length() == 2;
            if (!value) {
                return false;
            }
        }
        return true;
    }
}
