package io.countersign.system;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What stands in for the world outside: all of it on loopback, all of it remembering what came. */
final class FakeServices {
    private static FakeServices doubles;

    final Receiver slack;
    final SlackConversation slackLine;
    final Receiver teams;
    final Receiver target;
    final Receiver model;
    final MailReceiver mail;

    private FakeServices() throws IOException {
        slackLine = new SlackConversation(TestServer.sharedPort(8305));
        slack = Receiver.slack(TestServer.sharedPort(8301), slackLine.url());
        teams = Receiver.plain(TestServer.sharedPort(8302));
        target = Receiver.plain(TestServer.sharedPort(8303));
        model = Receiver.model(TestServer.sharedPort(8306));
        mail = new MailReceiver(TestServer.sharedPort(8304));
    }

    static synchronized FakeServices get() {
        if (doubles == null) {
            try {
                doubles = new FakeServices();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return doubles;
    }
}
