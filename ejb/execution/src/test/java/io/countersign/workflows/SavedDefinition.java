package io.countersign.workflows;

import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Refusal;
import io.countersign.security.Directory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Saving a workflow as far as its fields are judged, without a database. */
public final class SavedDefinition {

    private static final int USUAL_EXPIRY = 3600;

    private SavedDefinition() {}

    /**
     * The workflow as it reads after a save and an activation.
     *
     * @throws Refusal naming what keeps it from being saved
     */
    public static Workflow of(Map<String, Object> fields, Directory directory) {
        Map<String, Object> given = new LinkedHashMap<>(fields);
        given.putIfAbsent("name", "Block IP");
        given.put("state", "active");
        JsonFields form = new JsonFields(given);
        new NamedPeopleCheck(directory).unknown(given).forEach(error -> form.bad(error.field(), error.message()));
        Definition definition = DefinitionSchema.read(form, DefinitionSchema.fresh(USUAL_EXPIRY), USUAL_EXPIRY);
        form.refuse();
        WorkflowRow row = new WorkflowRow(UUID.randomUUID(), "amy", Instant.EPOCH);
        row.define(definition, "0".repeat(64));
        return row.workflow("class A {}");
    }
}
