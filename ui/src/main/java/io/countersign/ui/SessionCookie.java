package io.countersign.ui;

import io.countersign.security.PublicAddress;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Marks the session's cookie {@code Secure} where the server's address is https; the rest of it stands in web.xml. */
public class SessionCookie implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (PublicAddress.configured().isHttps()) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
