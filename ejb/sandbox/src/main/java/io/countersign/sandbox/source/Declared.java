package io.countersign.sandbox.source;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Where a part of a class file stands in the source, and what its author calls it.
 *
 * @param line the first that has code, 1 if none is known
 * @param words a class, a method, a lambda or an initializer, as the subject of a sentence
 */
record Declared(int line, String words) {

    /** Of a method by name and descriptor, of the whole class if that is empty. */
    static Declared of(byte[] classFile, String member) {
        ClassReader reader = new ClassReader(classFile);
        int[] first = {Integer.MAX_VALUE};
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] thrown) {
                        return !member.isEmpty() && !member.equals(name + descriptor) ? null : new Lines(first);
                    }
                },
                ClassReader.SKIP_FRAMES);
        int line = first[0] == Integer.MAX_VALUE ? 1 : first[0];
        String type = simple(reader.getClassName());
        return new Declared(line, member.isEmpty() ? "class " + type : words(type, member));
    }

    private static String simple(String internalName) {
        return internalName.substring(Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1);
    }

    private static String words(String type, String member) {
        String name = member.substring(0, member.indexOf('('));
        String[] parts = name.split("\\$", -1);
        if (parts.length >= 3 && parts[0].equals("lambda")) {
            String in = name.substring("lambda$".length(), name.lastIndexOf('$'));
            return "a lambda in "
                    + switch (in) {
                        case "new" -> initializer(type);
                        case "static" -> staticInitializer(type);
                        default -> "method " + in;
                    };
        }
        return switch (name) {
            case "<init>" -> initializer(type);
            case "<clinit>" -> staticInitializer(type);
            default -> "method " + name;
        };
    }

    private static String initializer(String type) {
        return "the constructor of " + type + ", with its fields' initial values,";
    }

    private static String staticInitializer(String type) {
        return "the static initializer of " + type + ", with its constants,";
    }

    private static final class Lines extends MethodVisitor {
        private final int[] first;

        Lines(int[] first) {
            super(Opcodes.ASM9);
            this.first = first;
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            first[0] = Math.min(first[0], line);
        }
    }
}
