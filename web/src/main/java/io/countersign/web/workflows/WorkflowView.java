package io.countersign.web.workflows;

import io.countersign.web.JsonMapping;
import io.countersign.workflows.Version;
import io.countersign.workflows.Workflow;
import java.util.Map;

/** How workflows and versions look in lists: the same fields, but no source. */
final class WorkflowView {

    private WorkflowView() {}

    static Map<String, Object> listed(Workflow workflow) {
        return without(workflow, "code");
    }

    static Map<String, Object> listed(Version version) {
        return without(version, "code");
    }

    private static Map<String, Object> without(Object value, String field) {
        @SuppressWarnings("unchecked")
        Map<String, Object> tree = (Map<String, Object>) JsonMapping.tree(value);
        tree.remove(field);
        return tree;
    }
}
