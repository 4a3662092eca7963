package io.countersign.sandbox.verify;

import io.countersign.sandbox.Finding;
import io.countersign.sandbox.allow.AllowList;
import io.countersign.sandbox.guard.FrameWeight;
import io.countersign.sandbox.source.AllowListHints;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** One method's code: every class, field, method, handle, constant and handler that it names. */
final class CodeVerifier extends MethodVisitor {
    private static final Set<String> BOOTSTRAPS = Set.of(
            "java/lang/invoke/LambdaMetafactory.metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
            "java/lang/invoke/StringConcatFactory.makeConcatWithConstants(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
            "java/lang/runtime/ObjectMethods.bootstrap(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/TypeDescriptor;Ljava/lang/Class;Ljava/lang/String;[Ljava/lang/invoke/MethodHandle;)Ljava/lang/Object;");
    /** Of the 255 that a method may take; a method handle and its call site need some of them themselves. */
    private static final int MOST_DYNAMIC_SLOTS = 250;

    /** Types without members of use, to which the compiler casts when it infers a common type. */
    static final Set<String> CASTABLE = Set.of(
            "java/io/Serializable",
            "java/lang/constant/Constable",
            "java/lang/constant/ConstantDesc",
            "java/lang/IncompatibleClassChangeError");

    private final ScriptTypes types;
    private final List<Finding> findings;
    private final String method;
    private int firstLine;
    private int line = 1;

    CodeVerifier(String method, ScriptTypes types, List<Finding> findings) {
        super(Opcodes.ASM9);
        this.method = method;
        this.types = types;
        this.findings = findings;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
        firstLine = firstLine == 0 ? number : Math.min(firstLine, number);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
        if (stack + locals > FrameWeight.MOST_SLOTS) {
            findings.add(new Finding(
                    Math.max(1, firstLine),
                    1,
                    "FRAME_TOO_LARGE",
                    "method " + method + " needs " + (stack + locals)
                            + " slots for its variables and operands, more than " + FrameWeight.MOST_SLOTS
                            + "; split it"));
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
            refuse("SYNCHRONIZED", "a script has one thread; leave synchronized out");
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        boolean cast = opcode == Opcodes.CHECKCAST || opcode == Opcodes.INSTANCEOF;
        checkType(Type.getObjectType(type), cast || opcode == Opcodes.NEW);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        checkType(Type.getType(descriptor), false);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        ScriptTypes.Target target = types.find(owner, name + " " + descriptor);
        boolean write = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        if (target instanceof ScriptTypes.Target.Refused || write && !(target instanceof ScriptTypes.Target.Own)) {
            refuseMember(owner, name);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        checkMethod(owner, name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        String signature = bootstrap.getOwner() + "." + bootstrap.getName() + bootstrap.getDesc();
        if (!BOOTSTRAPS.contains(signature) || bootstrap.getTag() != Opcodes.H_INVOKESTATIC) {
            refuse("DYNAMIC_NOT_ALLOWED", "this dynamic call is not allowed");
            return;
        }
        if (signature.startsWith("java/lang/invoke/LambdaMetafactory")) {
            checkType(Type.getReturnType(descriptor), false);
        }
        checkSlots(descriptor, 0);
        for (Object argument : arguments) {
            checkConstant(argument, true);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        checkConstant(value, false);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        if (type == null
                || type.equals("java/lang/Throwable")
                || type.equals("java/lang/NoSuchFieldError")
                || types.own(type)) {
            return;
        }
        boolean error = type.endsWith("Error") && !type.equals("java/lang/AssertionError");
        if (error || !AllowList.standard().hasClass(type.replace('/', '.'))) {
            refuse("CATCH_ERROR", "catching " + type.replace('/', '.') + " is not allowed");
        }
    }

    private void checkConstant(Object value, boolean ofBootstrap) {
        if (value instanceof Handle handle && ofBootstrap) {
            checkHandle(handle);
        } else if (value instanceof Type type && type.getSort() != Type.METHOD) {
            checkType(type, false);
        } else if (value instanceof Type && ofBootstrap) {
            return;
        } else if (value instanceof Handle || value instanceof ConstantDynamic || value instanceof Type) {
            refuse("CONSTANT_NOT_ALLOWED", "this constant is not allowed");
        }
    }

    /** A call that takes no more by itself may be one too many with what linking it adds. */
    private void checkSlots(String descriptor, int receiver) {
        if ((Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1 + receiver > MOST_DYNAMIC_SLOTS) {
            refuse(
                    "TOO_MANY_VALUES",
                    "a lambda, method reference or concatenation takes more than " + MOST_DYNAMIC_SLOTS
                            + " values (long and double count twice); put them into an array, a list or a record");
        }
    }

    private void checkHandle(Handle handle) {
        if (handle.getDesc().startsWith("(")) {
            checkSlots(handle.getDesc(), handle.getTag() == Opcodes.H_INVOKESTATIC ? 0 : 1);
        }
        switch (handle.getTag()) {
            case Opcodes.H_GETFIELD ->
                visitFieldInsn(Opcodes.GETFIELD, handle.getOwner(), handle.getName(), handle.getDesc());
            case Opcodes.H_INVOKEVIRTUAL,
                    Opcodes.H_INVOKESTATIC,
                    Opcodes.H_INVOKEINTERFACE,
                    Opcodes.H_INVOKESPECIAL,
                    Opcodes.H_NEWINVOKESPECIAL -> checkMethod(handle.getOwner(), handle.getName(), handle.getDesc());
            default -> refuse("HANDLE_NOT_ALLOWED", "this method handle is not allowed");
        }
    }

    private void checkMethod(String owner, String name, String descriptor) {
        if (types.find(owner, name + descriptor) instanceof ScriptTypes.Target.Refused) {
            refuseMember(owner, name);
        }
    }

    private void checkType(Type type, boolean castable) {
        Type t = type;
        while (t.getSort() == Type.ARRAY) {
            t = t.getElementType();
        }
        if (t.getSort() != Type.OBJECT
                || types.own(t.getInternalName())
                || AllowList.standard().hasClass(t.getClassName())) {
            return;
        }
        // an array or a cast of a marker type comes from inference and gives nothing to call
        if (!CASTABLE.contains(t.getInternalName())
                || !castable
                        && type.getSort() != Type.ARRAY
                        && !t.getInternalName().startsWith("java/io/Serializable")) {
            refuse("TYPE_NOT_ALLOWED", t.getClassName() + " is not allowed" + AllowListHints.instead(t.getClassName()));
        }
    }

    private void refuseMember(String owner, String name) {
        String full = owner.replace('/', '.') + (name.equals("<init>") ? "" : "." + name);
        refuse(
                "MEMBER_NOT_ALLOWED",
                (name.equals("<init>") ? "new " : "") + full + " is not allowed" + AllowListHints.instead(full));
    }

    private void refuse(String code, String message) {
        findings.add(new Finding(line, 1, code, message));
    }
}
