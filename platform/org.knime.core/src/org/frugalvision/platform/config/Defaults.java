// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.config;

import org.knime.core.node.InvalidSettingsException;

/** What getters of settings with a default do. */
public final class Defaults {

    private Defaults() {
    }

    /**
     * Reads one value.
     *
     * @param <V> its type
     */
    public interface Getter<V> {

        /** Returns the value, which may be null. */
        V get() throws InvalidSettingsException;
    }

    /** Returns what the getter reads, the default if it finds nothing of its type. */
    public static <V> V orElse(final Getter<V> getter, final V def) {
        try {
            return getter.get();
        } catch (final InvalidSettingsException absent) {
            return def;
        }
    }
}
