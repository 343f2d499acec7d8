// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Stands in a {@link TextInputWidget} for a pattern that nothing computes. */
final class NoPattern implements StateProvider<PatternValidation> {
    @Override
    public void init(final StateProviderInitializer initializer) {
        // it depends on nothing
    }

    @Override
    public PatternValidation computeState(final NodeParametersInput input) {
        throw new UnsupportedOperationException("There is no pattern to compute.");
    }
}
