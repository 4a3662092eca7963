package io.countersign.sandbox.weave;

import io.countersign.sandbox.allow.AllowedMember;
import io.countersign.sandbox.verify.ScriptTypes;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What stands in the place of guarded members: a static method of the same arguments, the object first. */
final class Guards {
    private static final String PACKAGE = "io/countersign/sandbox/guard/";

    private final ScriptTypes types;

    Guards(ScriptTypes types) {
        this.types = types;
    }

    /**
     * Writes the guard's call instead of the member's; false, and nothing written, if the member has none. A constructor's
     * guard makes the object itself: it takes the place of the two references to the one that was to be constructed.
     */
    boolean call(MethodVisitor out, int opcode, String owner, String name, String descriptor) {
        AllowedMember guarded = guarded(owner, name + descriptor);
        if (guarded == null) {
            return false;
        }
        boolean constructor = name.equals("<init>");
        out.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                type(guarded),
                method(guarded),
                descriptor(guarded, descriptor, constructor || opcode == Opcodes.INVOKESTATIC),
                false);
        if (constructor) {
            out.visitInsn(Opcodes.DUP_X2);
            out.visitInsn(Opcodes.POP);
            out.visitInsn(Opcodes.POP2);
        }
        return true;
    }

    /** What a method reference refers to instead. */
    Handle handle(Handle handle) {
        AllowedMember guarded = guarded(handle.getOwner(), handle.getName() + handle.getDesc());
        if (guarded == null) {
            return handle;
        }
        boolean fixed = handle.getTag() == Opcodes.H_INVOKESTATIC || handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        String descriptor = descriptor(guarded, handle.getDesc(), fixed);
        return new Handle(Opcodes.H_INVOKESTATIC, type(guarded), method(guarded), descriptor, false);
    }

    private AllowedMember guarded(String owner, String member) {
        return types.find(owner, member) instanceof ScriptTypes.Target.Listed listed
                        && listed.member().guard() != null
                ? listed.member()
                : null;
    }

    private static String type(AllowedMember member) {
        return PACKAGE + member.guard().substring(0, member.guard().indexOf('.'));
    }

    private static String method(AllowedMember member) {
        return member.guard().substring(member.guard().indexOf('.') + 1);
    }

    private static String descriptor(AllowedMember member, String descriptor, boolean fixed) {
        if (member.name().startsWith("<init>")) {
            return descriptor.substring(0, descriptor.length() - 1) + "L"
                    + member.owner().replace('.', '/') + ";";
        }
        return fixed ? descriptor : "(L" + member.owner().replace('.', '/') + ";" + descriptor.substring(1);
    }
}
