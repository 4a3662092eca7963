package io.countersign.web.keys;

import static io.countersign.kernel.FieldType.listOf;
import static io.countersign.kernel.FieldType.oneOf;
import static io.countersign.kernel.FieldType.text;
import static io.countersign.kernel.FieldType.time;
import static io.countersign.kernel.FieldType.uuid;

import io.countersign.approvals.AdminKeys;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.ApiKey;
import io.countersign.security.ApiKeyPatch;
import io.countersign.security.ApiKeys;
import io.countersign.security.CreatedKey;
import io.countersign.security.CurrentUser;
import io.countersign.security.NewApiKey;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Api;
import io.countersign.web.Body;
import io.countersign.web.Etag;
import io.countersign.web.IdempotencyGuard;
import io.countersign.web.Ids;
import io.countersign.web.PendingAnswer;
import io.countersign.web.Query;
import io.countersign.web.RequiresScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** API keys: admins' for their people, and everybody's own; the key itself is shown once. */
@Path("api-keys")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class ApiKeyResource {

    /** Scopes or roles; which there are, and how many, is the domain's to say. */
    private static final FieldType<List<String>> WORDS = listOf(text(), 1000);

    @Inject
    ApiKeys keys;

    @Inject
    AdminKeys adminKeys;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyGuard once;

    /** All keys, newest first, revoked ones too. */
    @GET
    @RequiresScope(value = Scopes.ADMIN, orSignedIn = true)
    public Response list(@Context UriInfo uri) {
        Query query = Query.of(uri);
        PageRequest page = query.page();
        query.done();
        return Response.ok(Answer.many(keys.list(page, currentUser.actor()).map(ApiKeyResource::wire), page))
                .build();
    }

    /** A new key; its secret is in this answer and nowhere else. */
    @POST
    @RequiresScope(value = Scopes.ADMIN, orSignedIn = true)
    public Response create(Body body) {
        // what is missing is named together with what has a wrong type; the values are the domain's to judge
        JsonFields form = body.form();
        NewApiKey draft = new NewApiKey(
                form.need("name", text()),
                form.need("key_type", oneOf(List.of("human", "agent"))),
                form.need("scopes", WORDS),
                form.need("owner", text()),
                form.read("roles", WORDS),
                form.read("expires_at", time()),
                form.read("organization_id", text()));
        form.refuse();
        return once.giveSecret(body, () -> answer(adminKeys.create(draft, currentUser.actor())));
    }

    /** The key that another admin has agreed to, for whoever asked for it; its secret is in this answer and nowhere else. */
    @POST
    @Path("claim")
    @RequiresScope(value = Scopes.ADMIN, orSignedIn = true)
    public Response claim(Body body) {
        JsonFields form = body.form();
        UUID request = form.need("approval_request_uuid", uuid());
        form.refuse();
        return once.giveSecret(body, () -> made(adminKeys.claim(Objects.requireNonNull(request), currentUser.actor())));
    }

    /** One key, without its secret. */
    @GET
    @Path("{uuid}")
    @RequiresScope(value = Scopes.ADMIN, orSignedIn = true)
    public Response get(@PathParam("uuid") String uuid) {
        return answer(keys.find(id(uuid), currentUser.actor()));
    }

    /** Changes name, scopes, roles or expiry; type and owner are fixed. */
    @PATCH
    @Path("{uuid}")
    @RequiresScope(value = Scopes.ADMIN, orSignedIn = true)
    public Response change(
            @PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        JsonFields form = body.form().notNull("name", "scopes", "roles");
        Instant expires = form.read("expires_at", time());
        ApiKeyPatch patch = new ApiKeyPatch(
                form.read("name", text()),
                form.read("scopes", WORDS),
                form.read("roles", WORDS),
                expires,
                form.isNull("expires_at"));
        form.refuse();
        return answer(adminKeys.update(id(uuid), patch, version(ifMatch), currentUser.actor()));
    }

    /** Ends the key's life. */
    @DELETE
    @Path("{uuid}")
    @RequiresScope(value = Scopes.ADMIN, orSignedIn = true)
    public Response revoke(@PathParam("uuid") String uuid) {
        keys.revoke(id(uuid), currentUser.actor());
        return Response.noContent().build();
    }

    private static Response answer(AdminKeys.Outcome outcome) {
        if (outcome instanceof AdminKeys.Outcome.Made made) {
            return made(made.key());
        }
        if (outcome instanceof AdminKeys.Outcome.Changed changed) {
            return answer(changed.key());
        }
        return PendingAnswer.of(((AdminKeys.Outcome.Pending) outcome).request());
    }

    private static Response made(CreatedKey made) {
        Map<String, @Nullable Object> wire = wire(made.apiKey());
        wire.put("key", made.key());
        return Etag.tagged(Response.status(Response.Status.CREATED), tag(made.apiKey()))
                .header("Location", Api.ROOT + "/api-keys/" + made.apiKey().id())
                .entity(Answer.one(wire))
                .build();
    }

    private static Response answer(ApiKey key) {
        return Etag.ok(wire(key), tag(key));
    }

    private static String tag(ApiKey key) {
        return "k" + key.version();
    }

    private static @Nullable Integer version(@Nullable String ifMatch) {
        String tag = Etag.wanted(ifMatch);
        if (tag == null) {
            return null;
        }
        try {
            return Integer.valueOf(tag.startsWith("k") ? tag.substring(1) : tag);
        } catch (NumberFormatException e) {
            throw Refusal.conflict("If-Match names no state of this key; read it again.");
        }
    }

    private static Map<String, @Nullable Object> wire(ApiKey key) {
        Map<String, @Nullable Object> wire = new LinkedHashMap<>();
        wire.put("uuid", key.id());
        wire.put("name", key.name());
        wire.put("key_type", key.keyType().wire());
        wire.put("prefix", key.prefix());
        wire.put("owner", key.ownerName());
        wire.put("scopes", new TreeSet<>(key.scopes()));
        wire.put("roles", new TreeSet<>(key.roles()));
        wire.put("organization_id", key.organizationId());
        wire.put("created_at", key.createdAt());
        wire.put("created_by", key.createdBy());
        wire.put("updated_at", key.updatedAt());
        wire.put("expires_at", key.expiresAt());
        wire.put("revoked_at", key.revokedAt());
        wire.put("last_used_at", key.lastUsedAt());
        return wire;
    }

    private static UUID id(String uuid) {
        return Ids.inPath("api key", uuid);
    }
}
