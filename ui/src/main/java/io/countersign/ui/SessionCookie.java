package io.countersign.ui;

import io.countersign.security.WebSettings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Marks the session's cookie {@code Secure} where the server's address is https; the rest of it stands in web.xml. */
public class SessionCookie implements ServletContextListener {

    @Inject
    @SuppressWarnings("NullAway.Init")
    WebSettings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (settings.isHttps()) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
