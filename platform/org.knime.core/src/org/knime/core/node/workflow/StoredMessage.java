// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import org.knime.core.node.NodeSettings;

/** The stored form of a node's message. */
final class StoredMessage {

    /** Where it stands in the settings of a node. */
    static final String KEY = "nodecontainer_message";

    private static final String TYPE = "type";

    private static final String MESSAGE = "message";

    private StoredMessage() {
    }

    /** Nothing is stored where there is nothing to tell. */
    static void save(final NodeMessage message, final NodeSettings settings) {
        if (message.getMessageType() == NodeMessage.Type.RESET) {
            settings.removeConfig(KEY);
        } else {
            final var stored = settings.addNodeSettings(KEY);
            stored.addString(TYPE, message.getMessageType().name());
            stored.addString(MESSAGE, message.getMessage());
        }
    }

    /** A type that is not known is taken for a warning. */
    static NodeMessage load(final NodeSettings stored) {
        final var error = NodeMessage.Type.ERROR.name().equals(stored.getString(TYPE, null));
        return new NodeMessage(error ? NodeMessage.Type.ERROR : NodeMessage.Type.WARNING,
            stored.getString(MESSAGE, ""));
    }
}
