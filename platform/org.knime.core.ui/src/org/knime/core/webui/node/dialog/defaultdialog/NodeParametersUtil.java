// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog.defaultdialog;

import org.frugalvision.platform.ui.persistence.StoredGroup;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Creates, stores and loads the parameters of a node without the node. */
public final class NodeParametersUtil {
    private NodeParametersUtil() {
    }

    /**
     * @param <P> the parameters
     * @param type their class
     * @return the parameters made by the constructor without arguments
     */
    public static <P extends NodeParameters> P createSettings(final Class<P> type) {
        return StoredGroup.create(type);
    }

    /**
     * @param <P> the parameters
     * @param type their class
     * @param input the node, for a constructor that takes it
     * @return the parameters
     */
    public static <P extends NodeParameters> P createSettings(final Class<P> type, final NodeParametersInput input) {
        return StoredGroup.create(type, input);
    }

    /**
     * Loads parameters; does not validate them.
     *
     * @param <P> the parameters
     * @param settings their config
     * @param type their class
     * @return the parameters
     * @throws InvalidSettingsException if a key is missing or holds something else
     */
    public static <P extends NodeParameters> P loadSettings(final NodeSettingsRO settings, final Class<P> type)
        throws InvalidSettingsException {
        return StoredGroup.load(type, settings);
    }

    /**
     * @param type the class of the parameters
     * @param parameters the parameters
     * @param settings the config that gets them
     */
    public static void saveSettings(final Class<? extends NodeParameters> type, final NodeParameters parameters,
        final NodeSettingsWO settings) {
        StoredGroup.save(type, parameters, settings);
    }
}
