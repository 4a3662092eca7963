package io.countersign.sandbox.process;

import java.util.Locale;
import java.util.Optional;

/** A kind of processor whose system calls we know, and its mark in the kernel's seccomp data. */
enum Processor {
    X86_64(0xC000_003E, 1),
    AARCH64(0xC000_00B7, 2);

    private final int audit;
    private final int column;

    Processor(int audit, int column) {
        this.audit = audit;
        this.column = column;
    }

    /** {@code AUDIT_ARCH_…}. */
    int audit() {
        return audit;
    }

    /** Where the list has its numbers. */
    int column() {
        return column;
    }

    static Optional<Processor> here() {
        return switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }
}
