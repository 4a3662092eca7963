package io.countersign.sandbox.worker;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Brings class files of an old format to one with stack maps. Of the old format a JVM archives neither the classes nor their
 * subclasses, and verifies them at each start in the slow way of before.
 */
final class StackMaps {
    private StackMaps() {}

    static byte[] added(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new Writer();
        reader.accept(new NewFormat(writer), ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private static final class NewFormat extends ClassVisitor {
        NewFormat(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
        }
    }

    /** Asks for the classes where these class files are from. */
    private static final class Writer extends ClassWriter {
        Writer() {
            super(COMPUTE_FRAMES);
        }

        @Override
        protected ClassLoader getClassLoader() {
            return ClassReader.class.getClassLoader();
        }
    }
}
