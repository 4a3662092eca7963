package io.countersign.workflows;

import io.countersign.approvals.ApprovalFields;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The requested limits of a secret; the fields are those of {@link SecretBinding}. */
record SecretDraft(List<String> organizations, List<UUID> workflows, List<String> hosts, boolean handle) {

    private static final String ORGANIZATIONS = "organizations";
    private static final String WORKFLOWS = "workflows";
    private static final String HOSTS = "hosts";
    private static final String HANDLE = "handle";

    /** No limit at all: what holds for a secret without a binding. */
    static final SecretDraft UNLIMITED = new SecretDraft(List.of(), List.of(), List.of(), false);

    private static final int MOST_ORGANIZATIONS = 100;
    private static final int MOST_WORKFLOWS = 500;
    private static final int MOST_HOSTS = 200;

    static SecretDraft of(SecretBinding binding) {
        return new SecretDraft(binding.organizations(), binding.workflows(), binding.hosts(), binding.handle());
    }

    /** This, but for what the form holds; null goes back to no limit. Complaints stay in the form. */
    SecretDraft changedBy(JsonFields form) {
        SecretDraft draft = new SecretDraft(
                list(form, ORGANIZATIONS, ApprovalFields.NAME, MOST_ORGANIZATIONS, organizations),
                list(form, WORKFLOWS, FieldType.uuid(), MOST_WORKFLOWS, workflows),
                list(form, HOSTS, DefinitionSchema.HOST, MOST_HOSTS, hosts),
                form.has(HANDLE) ? form.read(HANDLE, FieldType.flag(), false) : handle);
        if (draft.handle && draft.hosts.isEmpty()) {
            form.wrong(HOSTS, "a handle needs hosts: it is turned into the value in requests to them alone");
        }
        return draft;
    }

    private static <E> List<E> list(JsonFields form, String field, FieldType<E> element, int max, List<E> otherwise) {
        return form.has(field) ? form.read(field, FieldType.listOf(element, max), List.of()) : otherwise;
    }

    /** Whether it lets anybody have the secret, or lets it go anywhere, where the other one does not. */
    boolean isWiderThan(SecretDraft other) {
        return widens(other.organizations, organizations)
                || widens(other.workflows, workflows)
                || widens(other.hosts, hosts)
                || other.handle && !handle;
    }

    /** An empty list limits nothing. */
    private static boolean widens(List<?> before, List<?> after) {
        return !before.isEmpty() && (after.isEmpty() || !before.containsAll(after));
    }

    /** As it is stored with a change and shown, JSON-shaped. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(ORGANIZATIONS, organizations);
        map.put(WORKFLOWS, workflows.stream().map(UUID::toString).toList());
        map.put(HOSTS, hosts);
        map.put(HANDLE, handle);
        return map;
    }

    static SecretDraft of(Map<String, Object> map) {
        JsonFields form = new JsonFields(map);
        SecretDraft draft = UNLIMITED.changedBy(form);
        form.refuse();
        return draft;
    }
}
