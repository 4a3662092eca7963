package io.countersign.workflows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows held in maps. */
class MapStore extends WorkflowRepository {

    final Map<UUID, WorkflowRow> rows = new LinkedHashMap<>();
    final Map<VersionRow.Key, VersionRow> versions = new LinkedHashMap<>();
    final List<EditRow> edits = new ArrayList<>();

    @Override
    void add(WorkflowRow row) {
        rows.put(row.uuid, row);
    }

    @Override
    void add(VersionRow row) {
        versions.put(row.key, row);
    }

    @Override
    void add(EditRow row) {
        edits.add(row);
    }

    @Override
    void flush() {
        rows.values().forEach(row -> row.revision++);
    }

    @Override
    Optional<WorkflowRow> find(UUID uuid) {
        return Optional.ofNullable(rows.get(uuid));
    }

    @Override
    Optional<WorkflowRow> lock(UUID uuid) {
        return find(uuid);
    }

    @Override
    Optional<WorkflowRow> lockNow(UUID uuid) {
        return find(uuid);
    }

    @Override
    List<WorkflowRow> granted(String secret) {
        return rows.values().stream()
                .filter(row -> row.definition().texts("allowed_secrets").contains(secret))
                .toList();
    }

    @Override
    Optional<VersionRow> version(UUID uuid, int version) {
        return Optional.ofNullable(versions.get(new VersionRow.Key(uuid, version)));
    }

    @Override
    List<VersionRow> versions(UUID uuid) {
        return versions.values().stream()
                .filter(row -> row.key.workflowUuid().equals(uuid))
                .sorted(Comparator.comparing(row -> -row.key.version()))
                .toList();
    }

    @Override
    List<String> editors(UUID uuid) {
        return edits.stream()
                .filter(edit -> edit.workflowUuid.equals(uuid))
                .map(edit -> edit.person)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    void forgetEditors(UUID uuid) {
        edits.removeIf(edit -> edit.workflowUuid.equals(uuid));
    }
}
