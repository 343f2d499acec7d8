// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a result comes from: enough to make it again.
 *
 * @param method id of the method that made it
 * @param settings the method's settings by key; copied, sorted by key, not modifiable
 * @param seed the seed
 * @param dataFingerprint fingerprint of the data that went in
 * @param engineVersion version of this engine
 */
public record Provenance(String method, Map<String, String> settings, long seed, String dataFingerprint,
    String engineVersion) {

    /** Copies the settings. */
    public Provenance {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** @return fingerprint of all components: two results of equal fingerprint are the same work */
    public String fingerprint() {
        final var fingerprint = new Fingerprint().add(method).add(settings.size());
        settings.forEach((key, value) -> fingerprint.add(key).add(value));
        return fingerprint.add(seed).add(dataFingerprint).add(engineVersion).hex();
    }
}
