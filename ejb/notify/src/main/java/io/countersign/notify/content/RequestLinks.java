package io.countersign.notify.content;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.kernel.Refusal;
import io.countersign.notify.delivery.NotifySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/**
 * The links that messages carry. Tokens are minted here, at the moment of delivery, and live in the message alone; whoever
 * may not have one gets the console's page, which asks for a login.
 */
@ApplicationScoped
public class RequestLinks {
    private final Approvals approvals;
    private final NotifySettings settings;

    @Inject
    public RequestLinks(Approvals approvals, NotifySettings settings) {
        this.approvals = approvals;
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RequestLinks() {
        this.approvals = null;
        this.settings = null;
    }

    public URI forPerson(RequestView request, String person) {
        boolean mayDecide = request.status() == Status.PENDING
                && approvals.eligible(request.uuid()).stream()
                        .anyMatch(eligible -> eligible.id().equals(person));
        return mayDecide
                ? attempt(() -> Optional.of(approvals.mintPersonalToken(request.uuid(), person)), request)
                : console(request);
    }

    public URI forPlace(RequestView request, String place) {
        return request.status() == Status.PENDING
                ? attempt(() -> Optional.of(approvals.mintChannelToken(request.uuid(), place)), request)
                : console(request);
    }

    public URI console(RequestView request) {
        return settings.page("/console/request/" + request.uuid());
    }

    private URI attempt(Mint mint, RequestView request) {
        try {
            return mint.token().map(token -> decide(request, token)).orElseGet(() -> console(request));
        } catch (Refusal endedMeanwhile) {
            return console(request);
        }
    }

    private URI decide(RequestView request, String token) {
        return settings.page("/v1/approvals/" + request.uuid() + "/decide?token=" + token);
    }

    private interface Mint {
        Optional<String> token();
    }
}
