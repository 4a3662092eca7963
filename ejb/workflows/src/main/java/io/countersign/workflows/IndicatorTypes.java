package io.countersign.workflows;

import io.countersign.approvals.IndicatorValue;
import java.util.List;

/** The kinds of indicator that a workflow can act on. */
public final class IndicatorTypes {
    /** All of them, by wire name. */
    public static final List<String> ALL = IndicatorValue.TYPES;

    private IndicatorTypes() {}
}
