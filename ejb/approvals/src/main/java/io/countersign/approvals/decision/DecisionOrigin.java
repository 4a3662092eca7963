package io.countersign.approvals.decision;

import io.countersign.approvals.Channel;
import io.countersign.approvals.request.PersonLookup;
import io.countersign.approvals.rules.DecisionInput;
import io.countersign.approvals.rules.DecisionResult;
import io.countersign.security.Credential;
import io.countersign.security.Person;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a decision came in.
 *
 * @param credential by what its maker was recognised
 * @param known everybody whom the decision may concern, looked up before the request was locked
 */
record DecisionOrigin(Channel channel, Credential credential, PersonLookup known) {

    /** The human who acted: the delegate, or the person whose vote it is. */
    static String of(DecisionResult.CountedVote standing) {
        String delegate = standing.vote().delegate();
        return delegate == null ? standing.vote().person() : delegate;
    }

    /** What a person is called now. */
    String nameOf(String id) {
        return known.person(id).map(Person::userName).orElse(id);
    }

    /** What the audit log keeps of a vote. */
    Map<String, Object> details(DecisionResult.CountedVote standing, DecisionInput decisionInput) {
        Map<String, Object> details = new LinkedHashMap<>();
        String person = standing.vote().person();
        String delegate = standing.vote().delegate();
        details.put("decision", decisionInput.verdict().toString());
        details.put("approver", nameOf(person));
        details.put("person", person);
        details.put("channel", channel.toString());
        details.put("credential", credential.toMap());
        if (standing.role() != null) {
            details.put("role", standing.role());
        }
        if (delegate != null) {
            details.put("decided_by", nameOf(delegate));
        }
        if (decisionInput.comment() != null) {
            details.put("comment", decisionInput.comment());
        }
        return details;
    }
}
