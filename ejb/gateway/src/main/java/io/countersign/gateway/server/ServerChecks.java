package io.countersign.gateway.server;

import io.countersign.execution.CredentialedCalls;
import io.countersign.execution.ServerHttpCalls;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.OrganizationScope;
import io.countersign.security.UserNames;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a server's definition must be like beyond its fields: its address, its credentials, and people who exist. */
@Dependent
public class ServerChecks {

    private final ServerHttpCalls addresses;
    private final CredentialedCalls credentials;
    private final Directory directory;

    @Inject
    public ServerChecks(ServerHttpCalls addresses, CredentialedCalls credentials, Directory directory) {
        this.addresses = addresses;
        this.credentials = credentials;
        this.directory = directory;
    }

    /** The draft as it belongs to somebody; refused with every field that is wrong (422). */
    public ServerDraft checked(ServerDraft draft, Actor by) {
        OrganizationScope purview = OrganizationScope.of(by);
        ServerDraft owned = draft.ownedBy(purview.owner(draft.organizationId()));
        List<FieldError> errors = new ArrayList<>();
        if (!purview.mayGiveTo(owned.organizationId())) {
            errors.add(new FieldError("organization_id", "must be your own organization"));
        }
        address(owned.url(), errors);
        errors.addAll(credentials.flaws("credentials", owned.credentials(), owned.url(), owned.organizationId()));
        for (Map.Entry<String, ToolTerms> terms : owned.allTerms().entrySet()) {
            people(terms.getKey(), terms.getValue(), errors);
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return owned;
    }

    private void address(String url, List<FieldError> errors) {
        try {
            addresses.check("url", url);
        } catch (Refusal refused) {
            errors.add(new FieldError("url", refused.getMessage()));
        }
    }

    private void people(String at, ToolTerms terms, List<FieldError> errors) {
        for (String role : terms.rule().requiredRoles()) {
            if (role.isBlank() || !directory.isRole(role)) {
                errors.add(new FieldError(at + "required_roles", "there is no role \"" + role + "\""));
            }
        }
        for (String name : terms.rule().approvers()) {
            if (!UserNames.isValid(UserNames.normal(name))) {
                errors.add(new FieldError(at + "approvers", "holds something that is no user name"));
            }
        }
    }
}
