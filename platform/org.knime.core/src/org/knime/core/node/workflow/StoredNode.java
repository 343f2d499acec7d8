// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import org.eclipse.core.runtime.Platform;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** What a settings.xml says about which node it belongs to. */
record StoredNode(String factory, String name, String vendor, String plugin) {

    static StoredNode of(final NodeSettings settings) throws InvalidSettingsException {
        settings.getString("node-bundle-name");
        return new StoredNode(settings.getString("factory"), settings.getString("node-name"),
            settings.getString("node-bundle-vendor"), settings.getString("node-bundle-symbolic-name"));
    }

    /** Why there is no such node. */
    String notAvailable() {
        final var installed = Platform.isRunning() && Platform.getBundle(plugin) != null;
        return "Node \"%s\" not available (provided by \"%s\"; plugin \"%s\" %s)".formatted(name, vendor, plugin,
            installed ? "is installed" : "is not installed");
    }
}
