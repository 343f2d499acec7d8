// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** Stores two numbers as two entries beside those of the enclosing group. */
final class RangePersistor implements NodeParametersPersistor<int[]> {
    @Override
    public int[] load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return new int[]{settings.getInt("lowest"), settings.getInt("highest")};
    }

    @Override
    public void save(final int[] range, final NodeSettingsWO settings) {
        settings.addInt("lowest", range[0]);
        settings.addInt("highest", range[1]);
    }

    @Override
    public String[][] getConfigPaths() {
        return new String[][]{{"lowest"}, {"highest"}};
    }
}
