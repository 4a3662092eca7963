package io.countersign.system;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;

/** The same races as on PostgreSQL, on the database of {@code up}. */
@Tag("long")
class RacesOnH2IT extends Races {
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    @Override
    TestServer house() {
        return TestServer.shared();
    }

    /** As Slack delivered them to the people whose account it knows. */
    @Override
    List<String> links(String approval, int wanted) {
        return List.of("U0ALEX", "U0BLAKE", "U0CASEY").stream()
                .map(account -> token(account, approval))
                .toList();
    }

    private static String token(String account, String approval) {
        Receiver.Call message = FakeServices.get()
                .slack
                .await(
                        "the link of " + account,
                        call -> call.body().contains("approve:" + approval)
                                && call.json().getString("channel").equals(account));
        Matcher link = TOKEN.matcher(message.body());
        if (!link.find()) {
            throw new AssertionError("no link in " + message.body());
        }
        return link.group(1);
    }
}
