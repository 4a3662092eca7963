package io.countersign.script;

import java.util.Optional;

/** Ready-made clients; each is empty when the server has no settings for it. */
public interface Integrations {

    /** Okta, if configured. */
    Optional<Okta> okta();

    /** Microsoft Entra, if configured. */
    Optional<Entra> entra();

    /** CrowdStrike Falcon, if configured. */
    Optional<CrowdStrike> crowdStrike();

    /** Google Workspace, if configured. */
    Optional<GoogleWorkspace> googleWorkspace();
}
