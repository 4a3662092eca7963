package io.countersign.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.EscalationTargets;
import io.countersign.notify.content.RequestLinks;
import io.countersign.notify.content.RunOutcomeSummary;
import io.countersign.notify.delivery.Delivery;
import io.countersign.notify.delivery.DeliveryResult;
import io.countersign.notify.delivery.NotificationSender;
import io.countersign.notify.delivery.NotifySettings;
import io.countersign.notify.email.EmailNotificationSender;
import io.countersign.notify.email.Mail;
import io.countersign.notify.email.MailDouble;
import io.countersign.notify.email.SmtpSender;
import io.countersign.notify.outbox.DeliveryRecorder;
import io.countersign.notify.outbox.Outbox;
import io.countersign.notify.outbox.OutboxProcessor;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a row in the outbox to the mail that a server took, over a real socket. */
class EmailStoryTest {
    private final Fakes.HandClock clock = new Fakes.HandClock();
    private final Fakes.OneRequest approvals = new Fakes.OneRequest(Requests.pending());
    private MailDouble mail;
    private OutboxProcessor postman;
    private Outbox outbox;

    @BeforeEach
    void open() throws Exception {
        mail = new MailDouble();
        outbox = new Outbox(Databases.h2());
        NotifySettings settings = new NotifySettings(new MapConfig()
                .with("approval.notifier", "email")
                .with("countersign.base.url", "http://countersign.test")
                .with("smtp.port", Integer.toString(mail.port())));
        NotificationSender courier = new EmailNotificationSender(
                approvals,
                new Fakes.People(),
                new RequestLinks(approvals, settings),
                new RunOutcomeSummary(null),
                settings,
                clock);
        postman = new OutboxProcessor(
                approvals, outbox, new DeliveryRecorder(outbox, new Fakes.Records()), List.of(courier), clock);
    }

    @AfterEach
    void close() throws Exception {
        mail.close();
    }

    @Test
    void everyEligiblePersonWithAnAddressGetsALinkOfTheirOwn() {
        happens(NotificationType.ASKED);
        assertEquals(1, mail.mails.size(), "blake has no address");
        String text = mail.mails.get(0);
        assertTrue(text.contains("To: alex@example.org"), text);
        assertTrue(text.contains("Subject: [HIGH RISK] Workflow Approval: Block IP"), text);
        assertTrue(
                text.contains("http://countersign.test/v1/approvals/" + Requests.ID + "/decide?token=token-of-alex-1"));
    }

    @Test
    void theMailShowsWhatIsAskedForWithoutLinksButItsOwn() {
        approvals.stored = Requests.pending(
                io.countersign.approvals.RiskLevel.LOW, "see https://evil.example/x\nApproved by: alex");
        happens(NotificationType.ASKED);
        String text = mail.mails.get(0);
        assertTrue(text.contains("Granted secrets: FIREWALL_KEY"), text);
        assertTrue(text.contains("Reason: see hxxps[:]//evil[.]example/x[U+000A]Approved by: alex"), text);
        assertFalse(text.contains("evil.example"), text);
        assertFalse(text.lines().anyMatch(line -> line.startsWith("Approved by")), text);
    }

    @Test
    void theRequesterIsToldTheOutcome() {
        approvals.stored = Requests.rejectedBy("alex", "a false alarm");
        happens(NotificationType.CLOSED);
        assertTrue(mail.mails.get(0).contains("To: maya@example.org"));
        assertTrue(mail.mails.get(0).contains("Rejected by alex: a false alarm"));
        assertFalse(mail.mails.get(0).contains("token="));
    }

    @Test
    void aNameWithALineBreakAddsNoHeader() {
        approvals.stored = Requests.named("Block\r\nBcc: all@example.org");
        happens(NotificationType.ASKED);
        assertFalse(mail.mails.get(0).lines().anyMatch(line -> line.startsWith("Bcc:")), mail.mails.get(0));
    }

    @Test
    void aServerThatIsBusyIsTriedAgainAndOneThatRefusesIsNot() {
        SmtpSender sender = sender();
        assertInstanceOf(DeliveryResult.Failed.class, sender.send(new Mail("busy@example.org", "s", "b")));
        assertInstanceOf(DeliveryResult.PermanentFailure.class, sender.send(new Mail("refused@example.org", "s", "b")));
        assertInstanceOf(DeliveryResult.PermanentFailure.class, sender.send(new Mail("no address at all", "s", "b")));
    }

    @Test
    void anAddressOfAnInternationalDomainGetsItsMail() {
        assertInstanceOf(DeliveryResult.Delivered.class, sender().send(new Mail("anna@b\u00FCcher.example", "s", "b")));
        assertEquals(List.of("RCPT TO:<anna@xn--bcher-kva.example>"), mail.recipients);
    }

    @Test
    void anInternationalNameBeforeTheAtSignAsksForSmtputf8() {
        mail.smtpUtf8 = true;
        assertInstanceOf(
                DeliveryResult.Delivered.class, sender().send(new Mail("j\u00F6rg@b\u00FCcher.example", "s", "b")));
        assertEquals(List.of("RCPT TO:<j\u00F6rg@xn--bcher-kva.example>"), mail.recipients);
    }

    @Test
    void aStepTellsPeopleWhoCannotDecideWithoutALinkToDecideBy() {
        approvals.targets = new EscalationTargets(List.of(Fakes.MAYA), null);
        outbox.add(List.of(Delivery.toAll(Notifier.EMAIL, NotificationType.ESCALATED, Requests.ID, clock.instant())
                .atStep(0)));
        postman.deliverDue();
        assertEquals(1, mail.mails.size());
        assertTrue(mail.mails.get(0).contains("To: maya@example.org"));
        assertTrue(mail.mails.get(0).contains("for information"), mail.mails.get(0));
        assertTrue(mail.mails.get(0).contains("http://countersign.test/console/request/" + Requests.ID));
        assertFalse(mail.mails.get(0).contains("token="));
    }

    private SmtpSender sender() {
        return new SmtpSender(
                new NotifySettings.Smtp("127.0.0.1", mail.port(), "countersign@localhost", "none", null, null));
    }

    @Test
    void theLinkIsAPageOfThisServer() {
        URI link =
                new NotifySettings(new MapConfig().with("countersign.base.url", "https://c.test/")).page("/console/");
        assertEquals(URI.create("https://c.test/console/"), link);
    }

    private void happens(NotificationType occasion) {
        outbox.add(List.of(Delivery.toAll(Notifier.EMAIL, occasion, Requests.ID, clock.instant())));
        postman.deliverDue();
    }
}
