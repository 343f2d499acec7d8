// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import java.util.Arrays;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Looks for keys in a config. */
public final class ConfigPaths {
    private ConfigPaths() {
    }

    /**
     * @param settings a config
     * @param path the keys that lead to an entry or config in it
     * @return whether there is one
     */
    public static boolean exists(final NodeSettingsRO settings, final String... path) {
        if (path.length == 0 || !settings.containsKey(path[0])) {
            return path.length == 0;
        }
        try {
            return path.length == 1
                || exists(settings.getNodeSettings(path[0]), Arrays.copyOfRange(path, 1, path.length));
        } catch (final InvalidSettingsException e) {
            return false; // the key holds an entry, below which there is nothing
        }
    }
}
