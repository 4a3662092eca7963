package io.countersign.workflows;

import java.util.List;

/** What the save-time check says of a script: every finding, sorted by line. */
public record CodeCheckReport(boolean valid, List<CodeError> errors) {
    public CodeCheckReport {
        errors = List.copyOf(errors);
    }

    /** One finding; line and column count from 1, 0 when unknown. */
    public record CodeError(int line, int column, String code, String message) {}
}
