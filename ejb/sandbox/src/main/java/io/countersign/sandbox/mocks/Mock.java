package io.countersign.sandbox.mocks;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.http.Target;
import java.util.List;
import java.util.Optional;

/**
 * What answers a request, and which.
 *
 * @param place where it stands in the case, such as {@code http[0]}
 * @param request what it answers to
 * @param answers one after the other, the last one again and again
 * @param times how often it answers
 */
public record Mock(String place, MockRequest request, List<Answer> answers, int times) {

    /**
     * One answer.
     *
     * @param reply null if an error is the answer
     * @param error null if a reply is the answer
     */
    public record Answer(HttpReply reply, MockError error) {}

    /** What differs from its request; empty if it may answer. */
    Optional<String> difference(HttpCall call, Target target) {
        return request.difference(call, target);
    }

    /** The n-th answer, n from 0. */
    HttpReply answer(int n, Target target) throws HttpFailure {
        Answer answer = answers.get(Math.min(n, answers.size() - 1));
        if (answer.error() != null) {
            throw answer.error().toward(target.host());
        }
        return answer.reply();
    }
}
