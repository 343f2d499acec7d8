// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** Of a field that only the dialog knows, which computes it from stored ones: nothing is stored. */
public final class NotStored implements NodeParametersPersistor<Boolean> {

    @Override
    public Boolean load(final NodeSettingsRO settings) {
        return false;
    }

    @Override
    public void save(final Boolean value, final NodeSettingsWO settings) {
        // the dialog computes it anew
    }

    @Override
    public String[][] getConfigPaths() {
        return new String[0][];
    }
}
