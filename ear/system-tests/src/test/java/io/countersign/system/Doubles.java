package io.countersign.system;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What stands in for the world outside: all of it on loopback, all of it remembering what came. */
final class Doubles {
    private static Doubles doubles;

    final Receiver slack;
    final SlackLine slackLine;
    final Receiver teams;
    final Receiver target;
    final Receiver model;
    final MailReceiver mail;

    private Doubles() throws IOException {
        slackLine = new SlackLine(House.sharedPort(8305));
        slack = Receiver.slack(House.sharedPort(8301), slackLine.url());
        teams = Receiver.plain(House.sharedPort(8302));
        target = Receiver.plain(House.sharedPort(8303));
        model = Receiver.model(House.sharedPort(8306));
        mail = new MailReceiver(House.sharedPort(8304));
    }

    static synchronized Doubles get() {
        if (doubles == null) {
            try {
                doubles = new Doubles();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return doubles;
    }
}
