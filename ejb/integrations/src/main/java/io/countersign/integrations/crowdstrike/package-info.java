/** CrowdStrike Falcon. */
@NullMarked
package io.countersign.integrations.crowdstrike;

import org.jspecify.annotations.NullMarked;
