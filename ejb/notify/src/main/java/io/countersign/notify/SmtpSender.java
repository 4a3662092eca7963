package io.countersign.notify;

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
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Hands mails to the configured mail server; every wait is bounded. */
final class SmtpSender {
    private static final String MILLIS = "10000";
    private final NotifySettings.Smtp smtp;

    SmtpSender(NotifySettings.Smtp smtp) {
        this.smtp = smtp;
    }

    Outcome send(Mail mail) {
        try {
            MimeMessage message = new MimeMessage(session());
            message.setFrom(new InternetAddress(smtp.from(), true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
            message.setSubject(mail.subject(), "UTF-8");
            message.setText(mail.body(), "UTF-8");
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setSentDate(new Date());
            Transport.send(message);
            return new Outcome.Delivered(null, null);
        } catch (AddressException e) {
            return new Outcome.Hopeless("the mail address is not valid");
        } catch (SendFailedException e) {
            return new Outcome.Failed("the mail server refused the mail", null);
        } catch (MessagingException e) {
            return new Outcome.Failed("mail: " + e.getClass().getSimpleName(), null);
        }
    }

    private Session session() {
        Properties settings = new Properties();
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
