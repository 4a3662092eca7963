package io.countersign.notify.email;

import io.countersign.notify.delivery.DeliveryResult;
import io.countersign.notify.delivery.NotifySettings;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hands mails to the configured mail server; every wait is bounded. */
public final class SmtpSender {
    private static final String MILLIS = "10000";
    private static final Pattern REPLY = Pattern.compile("^\\s*([45]\\d\\d)[ -]");
    private final NotifySettings.Smtp smtp;

    public SmtpSender(NotifySettings.Smtp smtp) {
        this.smtp = smtp;
    }

    public DeliveryResult send(Mail mail) {
        try {
            MailAddress from = MailAddress.of(smtp.from());
            MailAddress to = MailAddress.of(mail.to());
            MimeMessage message = new MimeMessage(session(from.needsUtf8() || to.needsUtf8()));
            message.setFrom(new InternetAddress(from.toString(), true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.toString(), true));
            message.setSubject(mail.subject(), "UTF-8");
            message.setText(mail.body(), "UTF-8");
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setSentDate(new Date());
            Transport.send(message);
            return new DeliveryResult.Delivered(null, null);
        } catch (AddressException e) {
            return new DeliveryResult.PermanentFailure("the mail address is not valid");
        } catch (SendFailedException e) {
            return refused(e);
        } catch (MessagingException e) {
            return e.getNextException() instanceof IOException
                    ? DeliveryResult.Failed.unreachable("the mail server does not answer")
                    : new DeliveryResult.Failed("mail: " + e.getClass().getSimpleName(), null);
        }
    }

    /** A reply of the 500s is the server's last word (RFC 5321, 4.2.1); it stands in this exception or in one chained. */
    private static DeliveryResult refused(MessagingException refusal) {
        Exception one = refusal;
        while (one != null) {
            Matcher reply = REPLY.matcher(one.getMessage() == null ? "" : one.getMessage());
            if (reply.find()) {
                String why = "the mail server refused the mail (" + reply.group(1) + ")";
                return reply.group(1).startsWith("5")
                        ? new DeliveryResult.PermanentFailure(why)
                        : new DeliveryResult.Failed(why, null);
            }
            one = one instanceof MessagingException chained ? chained.getNextException() : null;
        }
        return new DeliveryResult.Failed("the mail server refused the mail", null);
    }

    /** @param utf8 whether an address needs SMTPUTF8 (RFC 6531), which not every server speaks */
    private Session session(boolean utf8) {
        Properties settings = new Properties();
        settings.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
        settings.setProperty("mail.smtp.host", smtp.host());
        settings.setProperty("mail.smtp.port", Integer.toString(smtp.port()));
        settings.setProperty("mail.smtp.connectiontimeout", MILLIS);
        settings.setProperty("mail.smtp.timeout", MILLIS);
        settings.setProperty("mail.smtp.writetimeout", MILLIS);
        settings.setProperty(
                "mail.smtp.starttls.enable", Boolean.toString(smtp.security().equals("starttls")));
        settings.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(smtp.security().equals("starttls")));
        settings.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(smtp.security().equals("tls")));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.auth", Boolean.toString(smtp.user() != null));
        return Session.getInstance(settings, login());
    }

    private @Nullable Authenticator login() {
        String user = smtp.user();
        String password = smtp.password();
        if (user == null || password == null) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        };
    }
}
