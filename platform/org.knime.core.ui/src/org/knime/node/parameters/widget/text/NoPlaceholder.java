// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Stands in a {@link TextInputWidget} for a placeholder that nothing computes. */
final class NoPlaceholder implements StateProvider<String> {
    @Override
    public void init(final StateProviderInitializer initializer) {
        // it depends on nothing
    }

    @Override
    public String computeState(final NodeParametersInput input) {
        throw new UnsupportedOperationException("There is no placeholder to compute.");
    }
}
