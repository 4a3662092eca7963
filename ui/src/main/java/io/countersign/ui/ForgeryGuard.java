package io.countersign.ui;

import io.countersign.security.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** What every form carries, so that no other site can post in a person's name. */
@Named
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class ForgeryGuard {

    @Inject
    SessionSecret session;

    @Inject
    FormSeal seal;

    @Inject
    CurrentUser currentUser;

    /** What the form carries in its hidden field {@code csrf}; empty where nobody is signed in. */
    public String getToken() {
        return currentUser.isKnown()
                ? seal.seal(session.value(), currentUser.actor().person())
                : "";
    }

    /** Whether a posted form belongs to this session; takes the same time for every wrong one. */
    boolean accepts(@Nullable String posted) {
        return posted != null
                && !posted.isEmpty()
                && MessageDigest.isEqual(
                        getToken().getBytes(StandardCharsets.UTF_8), posted.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a posted form was this person's in a session that is over. */
    boolean knows(@Nullable String posted) {
        return seal.isOf(posted, currentUser.actor().person());
    }
}
