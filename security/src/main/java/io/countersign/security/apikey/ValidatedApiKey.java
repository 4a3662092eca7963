package io.countersign.security.apikey;

import io.countersign.kernel.Characters;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import io.countersign.security.ApiKey;
import io.countersign.security.ApiKeyPatch;
import io.countersign.security.KeyType;
import io.countersign.security.NewApiKey;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Person;
import io.countersign.security.Scopes;
import io.countersign.security.UserNames;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A requested key that has passed every check. */
public record ValidatedApiKey(
        String name,
        KeyType keyType,
        String owner,
        String ownerName,
        Set<String> scopes,
        Set<String> roles,
        @Nullable Instant expiresAt,
        @Nullable String organizationId) {

    private static final int MAX_NAME = 200;
    private static final int MAX_ROLES = 64;
    private static final int MAX_ORGANIZATION = 255;
    private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}");

    /**
     * @param person whoever goes by a user name and may own the key
     * @throws Refusal VALIDATION_ERROR naming every wrong field
     */
    public static ValidatedApiKey of(
            NewApiKey wish, Predicate<String> isRole, Function<String, Optional<Person>> person, Clock clock) {
        Check check = new Check();
        KeyType type = check.keyType(wish.keyType());
        Person owner = check.owner(wish.owner(), person);
        ValidatedApiKey checked = new ValidatedApiKey(
                check.name(wish.name()),
                type,
                owner.id(),
                owner.userName(),
                check.scopes(wish.scopes(), type),
                check.roles(wish.roles(), type, isRole),
                check.expiresAt(wish.expiresAt(), clock),
                check.organization(wish.organizationId(), owner));
        check.done();
        return checked;
    }

    /** The key as it is with a patch laid over it. */
    public static ValidatedApiKey patched(ApiKey key, ApiKeyPatch patch, Predicate<String> isRole, Clock clock) {
        Check check = new Check();
        ValidatedApiKey checked = new ValidatedApiKey(
                patch.name() == null ? key.name() : check.name(patch.name()),
                key.keyType(),
                key.owner(),
                key.ownerName(),
                patch.scopes() == null ? key.scopes() : check.scopes(patch.scopes(), key.keyType()),
                patch.roles() == null ? key.roles() : check.roles(patch.roles(), key.keyType(), isRole),
                patch.clearExpiry()
                        ? null
                        : patch.expiresAt() == null ? key.expiresAt() : check.expiresAt(patch.expiresAt(), clock),
                key.organizationId());
        check.done();
        return checked;
    }

    /** Collects what is wrong; what it returns for a wrong field is never used. */
    private static final class Check {

        private final List<FieldError> errors = new ArrayList<>();

        private void wrong(String field, String message) {
            errors.add(new FieldError(field, message));
        }

        void done() {
            if (!errors.isEmpty()) {
                throw Refusal.invalid(errors);
            }
        }

        String name(@Nullable String name) {
            if (name == null || name.isBlank()) {
                wrong("name", "is required");
                return "";
            }
            if (Characters.count(name) > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
                wrong("name", "must be 1 to " + MAX_NAME + " printable characters");
            }
            return name.strip();
        }

        KeyType keyType(@Nullable String type) {
            for (KeyType known : KeyType.values()) {
                if (known.wire().equals(type)) {
                    return known;
                }
            }
            wrong("key_type", type == null ? "is required: human or agent" : "must be human or agent");
            return KeyType.HUMAN;
        }

        Person owner(@Nullable String owner, Function<String, Optional<Person>> person) {
            Person nobody = Person.named("", Set.of(), List.of());
            if (owner == null || owner.isBlank()) {
                wrong("owner", "is required: the user name of the person behind the key");
                return nobody;
            }
            String normal = UserNames.normal(owner);
            String flaw = UserNames.flaw(normal);
            if (flaw != null) {
                wrong("owner", flaw);
                return nobody;
            }
            return person.apply(normal).orElseGet(() -> {
                wrong("owner", "is no user of your organization who is known and enabled");
                return nobody;
            });
        }

        Set<String> scopes(@Nullable List<@Nullable String> scopes, KeyType type) {
            Set<String> checked = words("scopes", scopes);
            for (String scope : checked) {
                if (!Scopes.ALL.contains(scope)) {
                    wrong(
                            "scopes",
                            "unknown scope " + quoted(scope) + "; known: "
                                    + String.join(", ", new TreeSet<>(Scopes.ALL)));
                }
            }
            if (type == KeyType.AGENT && checked.contains(Scopes.ADMIN)) {
                wrong("scopes", "an agent key never gets admin");
            }
            return checked;
        }

        Set<String> roles(@Nullable List<@Nullable String> roles, KeyType type, Predicate<String> isRole) {
            Set<String> checked = words("roles", roles);
            if (type == KeyType.AGENT && !checked.isEmpty()) {
                wrong("roles", "an agent key has no roles");
                return checked;
            }
            if (checked.size() > MAX_ROLES) {
                wrong("roles", "must be " + MAX_ROLES + " at most");
                return checked;
            }
            for (String role : checked) {
                if (!ROLE.matcher(role).matches() || !isRole.test(role)) {
                    wrong("roles", "unknown role " + quoted(role));
                }
            }
            return checked;
        }

        @Nullable
        Instant expiresAt(@Nullable Instant expiresAt, Clock clock) {
            if (expiresAt == null) {
                return null;
            }
            if (!expiresAt.isAfter(clock.instant())) {
                wrong("expires_at", "must be in the future");
            }
            return expiresAt.truncatedTo(ChronoUnit.MICROS);
        }

        @Nullable
        String organization(@Nullable String organization, Person owner) {
            if (organization == null) {
                // a key of somebody who belongs to one organization is that one's to see
                return owner.organizations().size() == 1 ? owner.organizations().get(0) : null;
            }
            if (!OrganizationScope.of(owner).mayGiveTo(organization)) {
                wrong("organization_id", "the owner does not belong to it");
            }
            if (organization.isBlank() || Characters.count(organization) > MAX_ORGANIZATION) {
                wrong("organization_id", "must be 1 to " + MAX_ORGANIZATION + " characters");
            }
            return organization;
        }

        private Set<String> words(String field, @Nullable List<@Nullable String> words) {
            Set<String> set = new TreeSet<>();
            if (words == null) {
                return set;
            }
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (word == null || word.isBlank()) {
                    wrong(field + "[" + i + "]", "must be a word");
                } else {
                    set.add(word);
                }
            }
            return set;
        }

        private static String quoted(String word) {
            String shown = Characters.shortened(word, 60);
            return "'" + shown.toLowerCase(Locale.ROOT).replaceAll("\\p{Cntrl}", "?") + "'";
        }
    }
}
