package io.countersign.approvals.view;

import io.countersign.approvals.RequestAsked;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.RequestEscalated;
import io.countersign.approvals.RequestRevised;
import io.countersign.approvals.VoteCast;
import io.countersign.approvals.eligibility.Visibility;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Who wants to know that something happened to a request they may see. Changes of a moment are told together, after their
 * commit, with one look at whose they are however many follow. It knows of this node's changes only.
 */
@ApplicationScoped
public class RequestSubscriptions {

    private static final System.Logger LOG = System.getLogger(RequestSubscriptions.class.getName());
    private static final int AT_ONCE = 500;

    private final RequestRepository requests;
    private final Executor soon;
    private final Collection<Follower> all = new CopyOnWriteArrayList<>();
    private final Set<UUID> changed = new HashSet<>();

    /** Not a record: the same viewer may follow twice. */
    private static final class Follower {
        private final Actor viewer;
        private final Runnable callback;

        Follower(Actor viewer, Runnable callback) {
            this.viewer = viewer;
            this.callback = callback;
        }
    }

    @Inject
    public RequestSubscriptions(RequestRepository requests, Debouncer soon) {
        this(requests, (Executor) soon);
    }

    /** For use without a container. */
    public RequestSubscriptions(RequestRepository requests, Executor soon) {
        this.requests = requests;
        this.soon = soon;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RequestSubscriptions() {
        this(null, (Executor) null);
    }

    public AutoCloseable add(Actor viewer, Runnable callback) {
        Follower follower = new Follower(viewer, callback);
        all.add(follower);
        return () -> all.remove(follower);
    }

    public void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequestAsked event) {
        changed(event.id());
    }

    public void voted(@Observes(during = TransactionPhase.AFTER_SUCCESS) VoteCast event) {
        changed(event.id());
    }

    public void decided(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequestDecided event) {
        changed(event.id());
    }

    public void revised(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequestRevised event) {
        changed(event.id());
    }

    public void escalated(@Observes(during = TransactionPhase.AFTER_SUCCESS) RequestEscalated event) {
        changed(event.id());
    }

    /** The first change of a moment asks for the telling; the others join it. */
    private synchronized void changed(UUID id) {
        if (all.isEmpty() || !changed.add(id) || changed.size() > 1) {
            return;
        }
        try {
            soon.execute(this::tell);
        } catch (RejectedExecutionException e) {
            // shutting down, and the followers with it
            changed.clear();
        }
    }

    private synchronized List<UUID> take() {
        List<UUID> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    private void tell() {
        List<UUID> ids = take();
        try {
            Set<RequestRepository.Owner> owners = new HashSet<>();
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                owners.addAll(requests.owners(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
            }
            List<Follower> told = new ArrayList<>(all);
            told.removeIf(follower -> owners.stream()
                    .noneMatch(
                            owner -> Visibility.mayBeTold(follower.viewer, owner.requester(), owner.organizationId())));
            told.forEach(RequestSubscriptions::call);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Followers of requests are not told of a change: {0}", e.toString());
        }
    }

    private static void call(Follower follower) {
        try {
            follower.callback.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "A follower could not be told", e);
        }
    }
}
