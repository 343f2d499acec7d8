// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/**
 * Stands in a {@link NumberInputWidget} for limits that nothing computes.
 *
 * @param <S> the kind of limit
 */
abstract class NoLimit<S> implements StateProvider<S> {
    @Override
    public void init(final StateProviderInitializer initializer) {
        // it depends on nothing
    }

    @Override
    public S computeState(final NodeParametersInput input) {
        throw new UnsupportedOperationException("There is no limit to compute.");
    }

    /** No smallest number. */
    static final class Min extends NoLimit<MinValidation> {
    }

    /** No largest number. */
    static final class Max extends NoLimit<MaxValidation> {
    }
}
