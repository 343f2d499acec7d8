// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

import java.util.LinkedHashMap;
import java.util.Map;

/** System properties that get their former values back when this is closed. */
final class ScopedProperties implements AutoCloseable {

    private final Map<String, String> m_former = new LinkedHashMap<>();

    void set(final String name, final String value) {
        m_former.putIfAbsent(name, System.getProperty(name));
        System.setProperty(name, value);
    }

    @Override
    public void close() {
        m_former.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }
}
