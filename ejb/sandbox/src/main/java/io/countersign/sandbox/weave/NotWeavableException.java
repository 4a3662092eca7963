package io.countersign.sandbox.weave;

/** A class or method cannot be woven: it grows beyond what a class file can hold, or a rule of weaving does not hold for it. */
public final class NotWeavableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String className;
    private final String member;
    private final boolean tooLarge;

    NotWeavableException(String className, String member, boolean tooLarge, String message) {
        super(message);
        this.className = className.replace('/', '.');
        this.member = member;
        this.tooLarge = tooLarge;
    }

    /** Binary name of the class. */
    public String className() {
        return className;
    }

    /** Name and descriptor of the method; empty if it is the whole class. */
    public String member() {
        return member;
    }

    /** Whether it is only too large. */
    public boolean tooLarge() {
        return tooLarge;
    }
}
